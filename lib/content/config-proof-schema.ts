/**
 * What of a config the lab runs, what a checker accepts, and what is only read: each shown file stands in one
 * of the three.
 */
import * as v from "valibot";
import { onlyPlaceholders } from "../text/placeholders";
import { scenarioEntries, signEntries, throughSchema, varsSchema } from "./proof-schema";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const swap = v.strictObject({ from: words, to: v.string() });

/** A claim about a config: a minimal pass-through config is the first side, ours the second. */
const configClaimSchema = v.strictObject({
  ...scenarioEntries,
  broken: words,
  fixed: words,
  vars: varsSchema,
  /** The command of the app behind a proxy, where it is not the lab's usual one. */
  run: v.optional(v.pipe(words, onlyPlaceholders("port"))),
  through: throughSchema,
  ...signEntries,
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

/**
 * How a server that reads the config is started: `{port}` is asked, and `{behind}` is free for an app behind
 * it.
 */
const serverCommand = v.pipe(words, onlyPlaceholders("file", "port", "behind"));

const runSchema = v.pipe(
  v.strictObject({
    file: words,
    /** A proxy that reads the file: a program of e2e/lab/programs. */
    program: v.optional(words),
    /** Or the command of a server that reads it; the first side may have its own. */
    command: v.optional(serverCommand),
    first: v.optional(serverCommand),
    /** Programs of e2e/lab/programs that the command starts. */
    uses: v.optional(v.array(words), []),
    /** What names a server's version in a lock file. */
    packages: v.optional(v.array(words), []),
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
  }),
  v.check(
    ({ program, command }) => (program === undefined) !== (command === undefined),
    "must name either the program that reads the file, or the command of a server that does",
  ),
);

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
