/**
 * From Markdown to the words of an excerpt. The build does it, so that no page carries a reader of
 * Markdown.
 */
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Inline, Words } from "./markdown";

const markdown = unified().use(remarkParse).use(remarkGfm);
type Root = ReturnType<typeof markdown.parse>;
type Node = Root | Root["children"][number];

function textOf(node: Node): string {
  if ("children" in node) return node.children.map(textOf).join("");
  return "value" in node ? node.value : "";
}

function inlinesOf(node: Node): Inline[] {
  if (node.type === "inlineCode") return [{ code: node.value }];
  if (node.type === "strong") return [{ strong: textOf(node) }];
  if (node.type === "link") return [{ link: textOf(node).trim(), href: node.url }];
  if (node.type === "break") return [" "];
  if ("children" in node) return node.children.flatMap(inlinesOf);
  return [textOf(node)];
}

/** The words of a text in Markdown, on one line: its code, strong words and links; all else is plain. */
export const wordsOf = (text: string): Words => inlinesOf(markdown.parse(text));
