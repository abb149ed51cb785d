/** Ids that a file names, as rows that can be held against what is there. */
import type { Prose } from "../model/content";
import type { Refines, When } from "../model/knowledge";
import type { Id, Named } from "./kinds/kind";

/** The same field naming several of one kind. */
export const named = (where: string, field: string, of: string, ids: readonly string[]): Named[] =>
  ids.map((id) => ({ where, field, of, id }));

/** An id that may be left out. */
export const perhaps = (id: string | null | undefined): string[] =>
  id === null || id === undefined ? [] : [id];

/** Ids of a kind whose files are named after them. */
export const idsIn = (of: string, ids: readonly string[], where: (id: string) => string): Id[] =>
  ids.map((id) => ({ of, id, where: where(id) }));

/** The questions and values of a condition. */
export function conditions(
  where: string,
  field: string,
  when: Readonly<Record<string, readonly string[]>>,
): Named[] {
  return Object.entries(when).flatMap(([question, values]) =>
    question === "trait" || question === "unless-trait"
      ? named(where, field, "trait", values)
      : values.map((id) => ({ where, field, of: "answer", id, answers: question })),
  );
}

/** Answers as a file writes them: one text each, several values parted by commas. */
export const answersNamed = (
  where: string,
  field: string,
  answers: Readonly<Record<string, string>>,
): Named[] =>
  conditions(
    where,
    field,
    Object.fromEntries(Object.entries(answers).map(([question, value]) => [question, value.split(",")])),
  );

/** Conditions of rules. */
export const rulesNamed = (where: string, rules: readonly { when: When }[]): Named[] =>
  rules.flatMap(({ when }) => conditions(where, "evidence", when));

/** The label that something added later is a kind of; `none` says that there is no such label. */
export const refinesNamed = (where: string, of: string, refines: string | undefined): Named[] =>
  named(where, "refines", `${of} of the label list`, refines === "none" ? [] : perhaps(refines));

/** Labels: those of these ids that others may refine, as they refine none themselves. */
export function labelsOf(ids: readonly Id[], things: readonly (Refines & { id: string })[]): Id[] {
  const refining = new Set(things.filter(({ refines }) => refines !== undefined).map(({ id }) => id));
  return ids
    .filter(({ id }) => !refining.has(id))
    .map((one) => ({ ...one, of: `${one.of} of the label list` }));
}

/** Code pairs that a text shows. */
export const pairsNamed = (file: string, { pairs }: Prose): Named[] =>
  pairs.map(({ id, line }) => ({ where: `content/${file}: line ${line}`, field: "Pair", of: "pair", id }));
