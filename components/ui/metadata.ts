import type { Metadata } from "next";
import { content } from "@/components/content";

/** Title and description of a page of `content/pages.yaml`. */
export function metadataOf(id: string): Metadata {
  const page = content().pages.find((one) => one.id === id);
  if (!page) throw new Error(`content/pages.yaml says nothing of "${id}"`);
  return { title: page.title, description: page.says };
}
