/** Texts that are too long for the box of the search. */
import { gist } from "../text/noise";

/** A browser lays out each line of a field: a hundred thousand of them hold the page up for seconds. */
const MOST_LINES = 1_000;

/** Of a long text what is searched of it: its lines about errors and its end. Any other text stays as it is. */
export function shortened(text: string): string {
  const own = gist(text);
  const lines = own.split("\n");
  if (lines.length <= MOST_LINES) return own;
  // Empty lines say nothing, and may be most of them.
  const told = lines.filter((line) => line.trim() !== "");
  if (told.length <= MOST_LINES) return told.join("\n");
  // The lines about errors stand first.
  return [...told.slice(0, MOST_LINES / 2), ...told.slice(-MOST_LINES / 2)].join("\n");
}
