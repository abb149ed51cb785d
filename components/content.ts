import { cache } from "react";
import { loadContent } from "@/lib/content/load";

/** The content, read once for a build. */
export const content = cache(() => loaded());

let held: ReturnType<typeof loadContent> | null = null;
function loaded() {
  // In development a change of content is seen at the next request.
  if (process.env.NODE_ENV === "development") return loadContent("content");
  held ??= loadContent("content");
  return held;
}
