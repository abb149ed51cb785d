/** What the lab keeps of a proof: a recording of each side, and the state of what was shown. */
import * as v from "valibot";
import { calledSchema, heardSchema } from "./recording-schema";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));

/** One of the two runs of a scenario. */
export const sideSchema = v.strictObject({
  /** What ran: `broken` or `fixed`, or what a fact's setting is called. */
  name: words,
  /** What is seen of it. */
  says: words,
  heard: v.array(heardSchema),
  called: v.array(calledSchema),
  log: v.array(v.string()),
  /** Its exit code, when it ended by itself. */
  exit: v.nullable(v.number()),
});

/** The state of a shown file, as far as it is known by running. */
export const recordSchema = v.strictObject({
  id: words,
  kind: v.picklist(["pair", "config", "fact"]),
  state: v.picklist(["reproduced", "validated", "documented"]),
  /** SHA-256 over the shown files and the claim. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  made: v.pipe(v.string(), v.isoDate()),
  versions: v.record(v.string(), v.string()),
  /** What validated it, or why it can only be documented. */
  by: v.optional(words),
  scenarios: v.array(
    v.strictObject({
      scenario: words,
      scale: v.optional(words),
      first: sideSchema,
      second: sideSchema,
    }),
  ),
  /** A config's files, each with what is known of it; the record's own state is the weakest of them. */
  parts: v.optional(
    v.array(
      v.strictObject({
        file: words,
        state: v.picklist(["reproduced", "validated", "documented"]),
        by: words,
      }),
    ),
  ),
  /** Each removed directive of a config with what happened. */
  mutations: v.optional(
    v.array(
      v.strictObject({ what: words, outcome: v.picklist(["fails", "defence"]), says: v.optional(words) }),
    ),
  ),
});

export type Side = v.InferOutput<typeof sideSchema>;
export type ProofRecord = v.InferOutput<typeof recordSchema>;
