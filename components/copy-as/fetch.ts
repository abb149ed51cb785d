/** Excerpts, fetched when a menu is opened. */
import type { Excerpt } from "@/lib/share/excerpt";
import type { Excerpts } from "@/lib/share/excerpts";

const fetched = new Map<string, Promise<Excerpts>>();

/** The file of a document, fetched once. A failed fetch is forgotten, so that it can be tried again. */
function fetchExcerpts(file: string): Promise<Excerpts> {
  const held = fetched.get(file);
  if (held) return held;
  const fresh = fetch(file).then((response) => {
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json() as Promise<Excerpts>;
  });
  fresh.catch(() => fetched.delete(file));
  fetched.set(file, fresh);
  return fresh;
}

/**
 * One excerpt of a document; rejects where it cannot be had.
 * @param page the document, or its fragments, which name the file
 * @param href address of the excerpt, from the root of the site
 */
export async function excerptFrom(page: Document, href: string): Promise<Excerpt> {
  const file = page.querySelector<HTMLMetaElement>("meta[name=excerpts]")?.content ?? "";
  const excerpt = (await fetchExcerpts(file))[href];
  if (!excerpt) throw new Error(`${file} has no ${href}`);
  return excerpt;
}
