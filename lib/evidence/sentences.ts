/** Sentences of what people write, each with the line at which it begins. */
import type { Line } from "./given";

/** Where a sentence ends: a stop before white space and a capital, a quote mark or a bracket, a list mark, a blank line. */
const END = /(?<=[.!?])["')\]]?[ \t]+(?=["'([]?[A-Z0-9])|[;:](?=[ \t]+[A-Z])/;

/** A line that ends a sentence, and one that begins the next. */
const ENDED = /[.!?]["')\]]?\s*$/;
const BEGINS = /^\s*["'([]?[A-Z0-9]/;

/** Sentences of lines that belong together; a line that begins a list or a heading begins a sentence. */
export function sentencesOf(lines: readonly Line[]): Line[] {
  const sentences: Line[] = [];
  let open = null as Line | null;
  const close = () => {
    if (open && open.text.trim() !== "") sentences.push(open);
    open = null;
  };
  for (const { number, text } of lines) {
    if (text.trim() === "" || /^\s*([-*•]|\d{1,2}[.)]|#{1,6})\s/.test(text)) close();
    if (open !== null && ENDED.test(open.text) && BEGINS.test(text)) close();
    if (text.trim() === "") continue;
    const parts = text.split(END);
    parts.forEach((part, at) => {
      if (at > 0) close();
      open = open === null ? { number, text: part } : { number: open.number, text: `${open.text} ${part}` };
    });
  }
  close();
  return sentences;
}
