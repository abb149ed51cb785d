/** What of a config the lab runs, what a checker accepts, and what is only read: each shown file stands in one of the three. */
import * as v from "valibot";
import { claimSchema } from "./proof-schema";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const swap = v.strictObject({ from: words, to: v.string() });

/** A claim of a pair, with a config's own: a minimal pass-through config is the first side, ours the second. */
const configClaimSchema = v.strictObject({
  ...claimSchema.entries,
  /** Values of the page's own fields, scaled down; the rest keep the page's defaults. */
  values: v.optional(v.record(v.string(), v.string()), {}),
  /** What the page has no field for: other texts of the file, and `{{name}}` of the wrapping config. */
  set: v.optional(v.array(swap), []),
  wrapping: v.optional(v.record(v.string(), v.string()), {}),
  /** Seconds after which the program that reads the config gets a signal: what a stop or a reload does. */
  signal: v.optional(
    v.strictObject({
      at: v.pipe(v.number(), v.minValue(0)),
      name: v.picklist(["SIGTERM", "SIGUSR1", "SIGUSR2", "SIGHUP", "SIGINT", "SIGWINCH", "SIGQUIT"]),
    }),
  ),
});

const runSchema = v.strictObject({
  file: words,
  /** The program that reads the file: a proxy of the lab, or `server` for what serves the app itself. */
  program: words,
  /** What it is called on the page, with what names its version in a lock file, for servers. */
  packages: v.optional(v.array(words), []),
  /** How a server is started; `{file}` is the config, `{port}` its port. The first side has its own. */
  command: v.optional(words),
  first: v.optional(words),
  /** A file of e2e/lab/wraps around the config, for a config that is a part of one. */
  wrap: v.optional(words),
  /** A file of e2e/lab/wraps that stands in place of the config on the first side. */
  passThrough: words,
  /** The app behind it, a module of e2e/lab/apps. */
  app: v.optional(words, "behind"),
  /** Texts of the file that are the lab's: addresses. */
  set: v.optional(v.array(swap), []),
  claims: v.pipe(v.array(configClaimSchema), v.minLength(1)),
  /** Marks that are not removed with their line but written in another way: the default, to scale. */
  instead: v.optional(v.array(swap), []),
});

const checkSchema = v.strictObject({
  file: words,
  /** A checker of e2e/lab/check. */
  with: words,
  /** What it is told beside the file: a schema, a kind, a version. */
  as: v.optional(words),
  /** What of the file it does not look at. */
  blind: v.optional(words),
  /** A text of the file whose change the checker must refuse. */
  damage: swap,
});

export const configProofSchema = v.strictObject({
  runs: v.optional(v.array(runSchema), []),
  checks: v.optional(v.array(checkSchema), []),
  /** What can be neither run nor validated: why, the source, and its date as the table of limits has it. */
  reads: v.optional(
    v.array(
      v.strictObject({
        file: v.optional(words),
        why: words,
        source: v.pipe(v.string(), v.startsWith("https://")),
        date: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be YYYY, YYYY-MM or YYYY-MM-DD")),
      }),
    ),
    [],
  ),
});

export type ConfigProof = v.InferOutput<typeof configProofSchema>;
export type ConfigRun = ConfigProof["runs"][number];
export type ConfigClaim = ConfigRun["claims"][number];
export type ConfigCheck = ConfigProof["checks"][number];
