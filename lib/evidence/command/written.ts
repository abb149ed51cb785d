/** Files that command lines write line by line: `echo "..." >> FILE`. */
import type { Budget } from "../budget";
import { textOf, type Line, type Segment } from "../given";
import { commandsOf, type Word } from "./words";

const FEWEST_LINES = 3;

/** The text that a command writes and the file that it goes to; null where it writes none. */
function writtenBy(words: readonly Word[]): { name: string; isNew: boolean; texts: readonly Word[] } | null {
  const writes = words.findIndex(({ text }) => /^(echo|printf)$/.test(text));
  const arrow = words.findIndex(({ text }, at) => at > writes && /^>{1,2}/.test(text));
  if (writes < 0 || arrow < 0) return null;
  const [, sign = "", joined = ""] = /^(>{1,2})([^]*)$/.exec(words[arrow]?.text ?? "") ?? [];
  const name = joined === "" ? (words[arrow + 1]?.text ?? "") : joined;
  const texts = words.slice(writes + 1, arrow).filter(({ text }) => !/^-[neE]+$/.test(text));
  return /\.\w{1,12}$/.test(name) ? { name, isNew: sign === ">", texts } : null;
}

/** The lines of a word; one that goes on in the next line of the command line ends with `\\n\\`. */
const linesOf = ({ text }: Word): string[] => text.replace(/\\n\\?(?=\n|$)|\\(?=\n)/g, "").split(/\n|\\n/);

/** Files that the commands of a document write, as its lines. */
export function writtenIn(document: Segment, budget: Budget): Segment[] {
  const text = textOf(document);
  if (!/\b(echo|printf)\b/.test(text) || !text.includes(">")) return [];
  const files = new Map<string, Line[]>();
  for (const words of commandsOf(text, budget)) {
    const written = writtenBy(words);
    if (!written) continue;
    const lines = written.isNew ? [] : (files.get(written.name) ?? []);
    files.set(written.name, lines);
    for (const word of written.texts)
      for (const [below, line] of linesOf(word).entries()) {
        const inner = word.text.includes("\n") ? below : 0;
        const at = Math.min(word.at + inner, document.lines.length - 1);
        lines.push({ number: document.lines[at]?.number ?? 1, text: line });
      }
  }
  return [...files]
    .filter(([, lines]) => lines.length >= FEWEST_LINES)
    .map(([name, lines]) => ({ ...document, name, lines }));
}
