/** The lines of a text as they are shown. */
import type { Taken } from "@/lib/evidence/part";
import type { Placed } from "./protocol";

/** A line of a log can be very long: what is past this says nothing to the eye. */
const SHOWN_OF_LINE = 400;

export const shortLine = (text: string): string =>
  text.length > SHOWN_OF_LINE ? `${text.slice(0, SHOWN_OF_LINE)}…` : text;

/** The lines of a text, without the empty one after its last end. */
export const linesIn = (text: string): string[] => text.replace(/\r?\n$/, "").split(/\r?\n/);

/** What a text tells by being of its kind, or by its words in all, stands in no line of it. */
export const inLines = (placed: readonly Placed[], taken: readonly Taken[]): Placed[] =>
  placed.filter(
    ({ finding: { rule, words } }) => words === undefined && !taken.some(({ kind }) => kind === rule),
  );
