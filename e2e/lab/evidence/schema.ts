/** What the lab keeps of its runs beside a record, so that the record can be judged anew without running anything. */
import * as v from "valibot";
import { calledSchema, heardSchema } from "../../../lib/trace/recording-schema";
import { textSchema } from "./text";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const seconds = v.pipe(v.number(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const callSchema = v.strictObject({
  /** The letter of the one who asked. */
  caller: v.pipe(v.string(), v.regex(/^[a-y]$/)),
  heard: v.omit(heardSchema, ["arrivals"]),
  /** Each arrival: seconds after the question, bytes, words of the answer, and whether it was only comment lines. */
  arrivals: v.array(v.strictTuple([seconds, count, count, v.boolean()])),
  text: textSchema,
});

/** One run of one side. */
export const runSchema = v.strictObject({
  calls: v.array(callSchema),
  called: v.array(calledSchema),
  /** Bodies of the requests to the model, where a sign asks for them. */
  requests: v.optional(v.array(v.string())),
  /** The lines of the log that a sign speaks of, how often each stood there, and how often the program printed it. */
  log: v.array(v.strictTuple([v.string(), count, count])),
  /** The texts that signs look for in files, as far as they were there. */
  files: v.optional(v.record(v.string(), v.array(v.string()))),
  exit: v.nullable(v.number()),
});

const mutationSchema = v.strictObject({
  /** The decisive text that was taken out. */
  what: words,
  /** The claims that were run without it, by their place among all scenarios, until one failed. */
  runs: v.array(v.strictObject({ scenario: count, run: runSchema })),
});

export const evidenceSchema = v.strictObject({
  kind: v.picklist(["pair", "config", "fact"]),
  id: words,
  made: v.pipe(v.string(), v.isoDate()),
  /** SHA-256 over all that the runs depend on: see inputs.ts. */
  inputs: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  versions: v.record(v.string(), v.string()),
  /** What was said by the checkers of a config, file by file. */
  checked: v.array(v.strictObject({ file: words, by: words })),
  scenarios: v.array(v.strictObject({ first: runSchema, second: runSchema })),
  mutations: v.array(mutationSchema),
});

export type Run = v.InferOutput<typeof runSchema>;
export type Evidence = v.InferOutput<typeof evidenceSchema>;
export type KeptMutation = v.InferOutput<typeof mutationSchema>;
