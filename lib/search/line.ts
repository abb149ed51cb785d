/** The line of a hit: which sentence is shown, and which of its words matched. */
import { terms, wordsOf } from "./terms";

/** Words of a line that follow each other, all matched or all not. */
export interface Stretch {
  text: string;
  hit: boolean;
}

const MOST = 220;
/** What stands before the first match in a line that is cut. */
const BEFORE = 60;

/** The sentence or error line that has most of the terms that were found; of equal ones the first. */
export function lineOf(errors: readonly string[], text: string, found: ReadonlySet<string>): string {
  const lines = [...errors, ...text.split(/(?<=[.!?]) +/).filter(Boolean)];
  let best = { line: lines[0] ?? "", score: 0 };
  for (const line of lines) {
    const own = new Set(terms(line));
    let score = 0;
    for (const term of own) if (found.has(term)) score += 1;
    if (score > best.score) best = { line, score };
  }
  return best.line;
}

/** A line in stretches, around its first match where it is long. */
export function stretchesOf(line: string, matched: ReadonlySet<string>): Stretch[] {
  const marks = wordsOf(line).filter(({ word }) => terms(word).some((term) => matched.has(term)));
  const first = marks[0]?.at ?? 0;
  const start = line.length <= MOST || first <= BEFORE ? 0 : line.indexOf(" ", first - BEFORE) + 1;
  const end =
    line.length - start <= MOST
      ? line.length
      : Math.max(line.lastIndexOf(" ", start + MOST), start + MOST / 2);
  const stretches: Stretch[] = [];
  let at = start;
  const take = (to: number, hit: boolean) => {
    if (to > at) stretches.push({ text: line.slice(at, to), hit });
    at = Math.max(at, to);
  };
  for (const { at: from, word } of marks) {
    if (from < start || from + word.length > end) continue;
    take(from, false);
    take(from + word.length, true);
  }
  take(end, false);
  if (start > 0) stretches.unshift({ text: "… ", hit: false });
  if (end < line.length) stretches.push({ text: " …", hit: false });
  return stretches;
}
