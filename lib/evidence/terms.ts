/** The words of a text, as resemblance compares them: what is said, not how it is inflected, and nothing that names a person or a machine. */
import { redact } from "../text/redact/redact";
import type { Line } from "./given";

/** More lines say nothing new of what kind an incident is. */
const MOST_LINES = 400;
/** Nobody writes longer lines by hand; what a log repeats counts once anyway. */
const MOST_CHARACTERS = 2_000;
/** Words, also dotted and joined ones, and codes of three digits that are no part of a longer number. */
const WORD = /[a-z_][a-z_0-9]*(?:[./:-][a-z0-9_]+)*|(?<![\d.,:/-])\d{3}(?![\d.,:/-])/g;
const ADDRESS = /\bhttps?:\/\/\S+/g;
const ENDING = /(?:ing|ed|es|s)$/;
const SHORT = 5;

/** What every log has says nothing. */
const FURNITURE: ReadonlySet<string> = new Set(["info", "notice"]);

const stem = (word: string): string => (word.length > SHORT ? word.replace(ENDING, "") : word);

/** The words of one line, and each two that stand together. */
function termsIn(line: string): string[] {
  const words = (line.toLowerCase().match(WORD) ?? []).filter((word) => !FURNITURE.has(word));
  const parts = words.flatMap((word) => {
    const pieces = word.split(/[._\-/:]/);
    return pieces.length > 1 ? pieces.filter(({ length }) => length > 2) : [];
  });
  const stems = words.map(stem);
  const pairs = stems.slice(1).map((word, at) => `${stems[at] ?? ""} ${word}`);
  return [...stems, ...parts.map(stem), ...pairs];
}

/** @returns each term with the number of the line at which it stands first */
export function termsOf(lines: readonly Line[]): Map<string, number> {
  const few = lines.slice(0, MOST_LINES);
  const { text } = redact(few.map((line) => line.text.slice(0, MOST_CHARACTERS)).join("\n"));
  const terms = new Map<string, number>();
  for (const [at, line] of text.replaceAll(ADDRESS, " ").split("\n").entries())
    for (const term of termsIn(line)) if (!terms.has(term)) terms.set(term, few[at]?.number ?? 1);
  return terms;
}
