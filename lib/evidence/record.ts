/** Incident records (JSON Lines): the texts that they carry, and findings as they are printed. */
import { foremost, isAgainst, isFound, type Finding } from "../model/finding";
import type { Given } from "./given";

/** The number of the piece that is the record's own text; its files count from 0. */
const OWN_TEXT = -1;

/** The texts of a record; null where it carries none. Malformed fields are taken as not given. */
export function givenIn(record: Readonly<Record<string, unknown>>): Given[] | null {
  const { text, files } = record;
  const given: Given[] = [];
  if (typeof text === "string") given.push({ piece: OWN_TEXT, name: null, text });
  if (Array.isArray(files))
    (files as unknown[]).forEach((file, piece) => {
      if (typeof file !== "object" || file === null) return;
      const { name, text: inside } = file as Readonly<Record<string, unknown>>;
      if (typeof inside === "string")
        given.push({ piece, name: typeof name === "string" ? name : null, text: inside });
    });
  return given.length > 0 ? given : null;
}

/** What a finding says, as a line of output. */
export interface Printed {
  file: number;
  line: number;
  cause: string;
  speaks: "for" | "against";
}

/**
 * Findings by line, each cause once a line: what each finding tells foremost. What is only said in words stands at no line.
 * @param labelOf the label that a cause refines
 */
export function printed(findings: readonly Finding[], labelOf: (cause: string) => string | null): Printed[] {
  const rows = new Map<string, Printed>();
  for (const finding of findings) {
    const { origin, speaks } = finding;
    if (origin.kind !== "text" || !isFound(finding)) continue;
    for (const { cause, weight } of foremost(speaks)) {
      const label = labelOf(cause);
      if (label === null) continue;
      const row: Printed = {
        file: origin.piece,
        line: origin.line,
        cause: label,
        speaks: isAgainst(weight) ? "against" : "for",
      };
      rows.set(JSON.stringify(row), row);
    }
  }
  return [...rows.values()].sort((a, b) => a.file - b.file || a.line - b.line);
}
