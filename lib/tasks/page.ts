/** Pages of an export as a tree. */
import { parse, type HTMLElement } from "node-html-parser";

/** A page as a browser reads it. By default the parser takes what stands in `<pre>` for one text: code has elements in it. */
export const parsePage = (html: string): HTMLElement =>
  parse(html, { blockTextElements: { script: true, style: true } });
