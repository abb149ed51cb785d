/**
 * A fact: something the site states as measured, as two settings of the same thing that differ in what
 * matters.
 */
import * as v from "valibot";
import { onlyPlaceholders } from "../text/placeholders";
import { signSchema } from "../trace/sign-schema";
import { askSchema, scenarioEntries, scriptSchema, throughSchema, varsSchema } from "./proof-schema";
import { slug, source, words } from "./schema";

/** One of the two settings: what runs, and what it is called. */
const settingSchema = v.strictObject({
  /** What is set, in a few words. */
  says: words,
  /** The command; one without `{port}` is a program that runs to its end. */
  run: v.pipe(words, onlyPlaceholders("port")),
  vars: varsSchema,
  through: throughSchema,
  /** Where the settings differ in the model's or the caller's behaviour, or in the version that runs. */
  model: v.optional(v.pipe(v.array(scriptSchema), v.minLength(1))),
  asks: v.optional(v.pipe(v.array(askSchema), v.minLength(1))),
  environment: v.optional(slug),
});

const factClaimSchema = v.pipe(
  v.strictObject({
    ...scenarioEntries,
    /** What is seen in each setting. */
    first: words,
    second: words,
    /** Signs of the first setting alone, of the second alone, and of both. */
    shows: v.optional(v.array(signSchema), []),
    gives: v.optional(v.array(signSchema), []),
    both: v.optional(v.array(signSchema), []),
  }),
  v.check(
    ({ shows, gives, both }) => shows.length + gives.length + both.length > 0,
    "must name a sign in shows, gives or both",
  ),
);

export const factSchema = v.strictObject({
  title: words,
  /** What is true: one or two sentences. */
  statement: words,
  /** Causes that it bears on. */
  causes: v.pipe(v.array(slug), v.minLength(1)),
  /** Rows of the table of limits that rest on it. */
  limits: v.optional(v.array(slug), []),
  environment: slug,
  needs: v.record(v.string(), v.string()),
  /** Files of content/programs that run beside its own. */
  programs: v.optional(v.array(words), []),
  first: settingSchema,
  second: settingSchema,
  claims: v.pipe(
    v.array(factClaimSchema),
    v.minLength(1),
    v.check(
      (claims) => claims.some(({ shows, gives }) => shows.length + gives.length > 0),
      "one claim at least must tell the settings apart",
    ),
  ),
  sources: v.pipe(v.array(source), v.minLength(1)),
});

export type FactData = v.InferOutput<typeof factSchema>;
export type FactSetting = v.InferOutput<typeof settingSchema>;
export type FactClaim = v.InferOutput<typeof factClaimSchema>;
