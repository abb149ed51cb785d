/**
 * The index on its way to the browser: files of JSON with one record on each line, so that each can be read as it comes.
 * The first record of the first file is the preface; then come the heads; then, in files of their own, the texts in the same order.
 */
import { KINDS, type Entry, type Head, type Named } from "./types";

export interface Preface {
  synonyms: readonly (readonly string[])[];
  products: readonly Named[];
}

type HeadRecord = readonly [
  kind: number,
  href: string,
  place: string,
  title: string,
  names: string,
  ...errors: string[],
];

export const recordOf = ({ kind, href, place, title, names, errors }: Entry): HeadRecord => [
  KINDS.indexOf(kind),
  href,
  place,
  title,
  names,
  ...errors,
];

/** A file of records. */
export const fileOf = (records: readonly unknown[]): string =>
  `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;

/** The record on a line of a file; `undefined` for a line that holds none. A line that is cut off throws. */
export function recordOn(line: string): unknown {
  const text = line.trim().replace(/,$/, "");
  return text === "" || text === "[" || text === "]" ? undefined : JSON.parse(text);
}

/** A head as it came. Our own build wrote it, so its shape is taken at its word. */
export function headFrom(record: unknown): Head {
  const [kind, href, place, title, names, ...errors] = record as HeadRecord;
  return { kind: KINDS[kind] ?? "section", href, place, title, names, errors };
}
