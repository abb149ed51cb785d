/** Parts of documents that the desk shows in a verdict, cut out of them into files of their own. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { HTMLElement } from "node-html-parser";
import { FRAGMENTS } from "./pages";
import { fragmentPolicy } from "./policy";
import { escaped } from "./site";

/**
 * The parts of a document, and where its excerpts are, as a whole HTML file with a policy of its own: it can be
 * opened by itself.
 * @returns null when the document has none
 */
export function fragmentFile(root: HTMLElement): string | null {
  const parts = root.querySelectorAll("[data-fragment]");
  if (parts.length === 0) return null;
  const title = escaped(root.querySelector("title")?.text ?? "");
  return [
    `<!DOCTYPE html><html lang="en"><head>${fragmentPolicy()}<meta charset="utf-8">`,
    `<meta name="robots" content="noindex"><title>Parts of ${title}</title>`,
    ...root.querySelectorAll("meta[name=excerpts]").map((element) => element.outerHTML),
    "</head><body>",
    ...parts.map((part) => part.outerHTML),
    "</body></html>",
  ].join("\n");
}

/** Write the parts of a page, if it has some, under a folder that is named by the content's hash. */
export function cutFragments(root: HTMLElement, page: string, out: string, hash: string): void {
  const text = fragmentFile(root);
  if (text === null) return;
  const file = join(out, FRAGMENTS, hash, `${dirname(page)}.html`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
