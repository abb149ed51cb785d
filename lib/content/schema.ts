/**
 * The shape of everything under `content/`. Each schema is strict: an unknown field is an error,
 * so that a misspelt one cannot be lost in silence. Types are inferred from the schemas.
 */
import * as v from "valibot";
import { configProofSchema } from "./config-proof-schema";
import { LAYERS, type DIMENSIONS } from "../model/names";
import { onlyPlaceholders } from "../text/placeholders";
import { claimSchema } from "./proof-schema";

export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.-]*$/, "must be lower-case letters, digits, hyphens and dots"),
);
export const words = v.pipe(v.string(), v.trim(), v.minLength(3, "must not be empty"));
/** Shown by the desk without a Markdown reader: plain words and code spans. */
const sentence = v.pipe(
  words,
  v.check(
    (text) => text.split("`").length % 2 === 1 && !/\*\*|\]\(/.test(text.replaceAll(/`[^`]*`/g, "")),
    "must be plain words with code spans only",
  ),
);
const url = v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, "must be an https address"));
const date = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be YYYY, YYYY-MM or YYYY-MM-DD"));
const layer = v.picklist(LAYERS);

/** Log-odds in bits: +1 doubles the odds, -1 halves them; `rules-out` removes a cause. */
export const weight = v.picklist([-2, -1, 1, 2, 4, "rules-out"]);
/** Question (or `trait`) to accepted values; all keys must match, one of each list suffices. */
const when = v.record(slug, v.pipe(v.array(v.string()), v.minLength(1)));
const rule = v.strictObject({ when, weight, says: sentence, about: v.optional(slug) });

export const layerSchema = v.strictObject({
  id: layer,
  name: words,
  what: words,
  evidence: v.optional(v.array(rule), []),
});
export const symptomSchema = v.strictObject({ id: slug, label: words, what: words });

const option = v.strictObject({ id: slug, label: v.string(), what: v.optional(v.string()) });
export const questionSchema = v.strictObject({
  id: slug,
  ask: words,
  short: words,
  kind: v.picklist(["product", "products", "choice", "seconds"]),
  /** Minutes it takes a person who has to look it up. */
  effort: v.pipe(v.number(), v.minValue(0.1)),
  first: v.optional(v.boolean(), false),
  help: v.optional(words),
  /** Asked only while one of these answers stands, or while that question is open. */
  needs: v.optional(when),
  options: v.optional(v.array(option), []),
});

export const productSchema = v.strictObject({
  id: slug,
  name: words,
  /** What people also call it, for the search. */
  also: v.optional(v.array(words)),
  layer,
  traits: v.array(slug),
  /** Stands only beside these. */
  with: v.optional(when),
  /** Never stands beside these. */
  without: v.optional(when),
});

const outcome = v.strictObject({
  id: slug,
  label: sentence,
  /** Questions that this outcome answers, as measured. */
  answers: v.optional(v.record(slug, v.string())),
});
export const checkSchema = v.strictObject({
  id: slug,
  title: words,
  layer,
  effort: v.pipe(v.number(), v.minValue(0.1)),
  run: v.optional(v.string()),
  lang: v.optional(v.picklist(["sh", "python", "javascript"]), "sh"),
  look: sentence,
  outcomes: v.pipe(v.array(outcome), v.minLength(2)),
});

export const source = v.strictObject({ title: words, url });
const symptomWeight = v.strictObject({
  weight: v.picklist([-2, -1, 0, 1, 2, 4]),
  says: v.optional(sentence),
});
export const causeSchema = v.strictObject({
  layer,
  title: words,
  /** The verdict as a sentence; may hold {product}, {after}, {silence}. */
  headline: words,
  lead: words,
  /** How common it is before anything is known. */
  prior: v.picklist([-2, -1, 0, 1]),
  /** Traits of products that can bring it about; without such a product on a known path it is unlikely. */
  carriers: v.optional(v.array(slug), []),
  /** Symptom to weight; a symptom that is not listed counts -2. */
  symptoms: v.record(slug, symptomWeight),
  evidence: v.array(rule),
  errors: v.array(words),
  /** Ids of checks, the best first. */
  prove: v.pipe(v.array(slug), v.minLength(1)),
  /** Checks that only this cause brings. */
  checks: v.optional(v.array(checkSchema), []),
  mitigate: v.strictObject({
    title: words,
    do: words,
    run: v.optional(v.string()),
    risk: words,
    undo: words,
  }),
  verify: v.strictObject({
    run: v.string(),
    lang: v.optional(v.picklist(["sh", "python", "javascript"]), "sh"),
    see: words,
  }),
  /** Where the layer often belongs to someone else: who, what to send them, and what the app can do alone. */
  owner: v.optional(v.strictObject({ who: words, message: words })),
  appOnly: v.optional(words),
  related: v.array(slug),
  sources: v.pipe(v.array(source), v.minLength(1)),
});
/** Answers under which a cause comes first, and a near miss under which it does not. */
export const fixtureSchema = v.strictObject({
  cause: v.optional(slug),
  first: v.record(v.string(), v.string()),
  notFirst: v.record(v.string(), v.string()),
});

export const pairSchema = v.strictObject({
  title: words,
  /** What the broken side does wrong, and what the fixed side does instead: one or two sentences each. */
  broken: words,
  fixed: words,
  causes: v.pipe(v.array(slug), v.minLength(1)),
  /** Packages with the versions that the pair is written for. */
  needs: v.record(v.string(), v.string()),
  /** The command; one without `{port}` is a program that runs to its end. */
  run: v.pipe(words, onlyPlaceholders("port", "side")),
  /** Texts of decisive lines, each found on exactly one line of its side. */
  marks: v.strictObject({
    broken: v.pipe(v.array(words), v.minLength(1)),
    fixed: v.pipe(v.array(words), v.minLength(1)),
  }),
  /** The environment of the lab in which it runs: a lock file of e2e/lab/envs. */
  environment: slug,
  /** Under each scenario, the broken side shows the symptom, the fixed side does not. */
  claims: v.pipe(v.array(claimSchema), v.minLength(1)),
  sources: v.pipe(v.array(source), v.minLength(1)),
});

export const VALUE_NAMES = ["path", "upstream", "longest-stream", "longest-silence", "heartbeat"] as const;
const field = v.strictObject({
  value: v.picklist(VALUE_NAMES),
  /** 1-based line, and the exact text on it that the value replaces (found once on that line). */
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text: words,
  /** How a value is written there: `{}` stands for it. */
  as: v.optional(v.string(), "{}"),
  unit: v.optional(v.picklist(["s", "ms", "min", "host-port", "host", "port", "path"])),
});
export const configSchema = v.strictObject({
  /** Id of the product, or of the server, that reads it. */
  product: slug,
  name: words,
  title: words,
  summary: words,
  causes: v.array(slug),
  files: v.array(
    v.strictObject({
      file: v.string(),
      title: words,
      lang: v.string(),
      where: words,
      fields: v.optional(v.array(field), []),
      /** Decisive lines and why each is there. A `defence` changes nothing in the lab's runs: it says against what it stands. */
      why: v.optional(v.array(v.strictObject({ text: words, says: words, defence: v.optional(words) })), []),
    }),
  ),
  /** What cannot be configured here, and the way around. */
  fixed: v.optional(v.array(v.strictObject({ limit: words, around: words })), []),
  apply: v.optional(words),
  risk: v.optional(words),
  undo: v.optional(words),
  verify: v.strictObject({ run: v.string(), see: words }),
  proof: configProofSchema,
  sources: v.pipe(v.array(source), v.minLength(1)),
});

export const limitSchema = v.strictObject({
  id: slug,
  layer,
  /** Product id of the wizard, or null where the wizard does not ask for it. */
  on: v.nullable(slug),
  product: words,
  setting: words,
  /** The cause that this limit brings about when it fires, or null. */
  cause: v.nullable(slug),
  kind: v.picklist([
    "idle",
    "total",
    "first-byte",
    "heartbeat",
    "grace",
    "buffering",
    "protocol",
    "size",
    "connect",
  ]),
  /** A number of seconds or bytes, or null when unknown or none. */
  seconds: v.nullable(v.number()),
  bytes: v.nullable(v.number()),
  /** The value as one reads it: "60 s", "off", "unknown". */
  value: v.string(),
  max: v.nullable(v.string()),
  adjustable: v.nullable(v.boolean()),
  plan: v.nullable(v.string()),
  counts: words,
  sees: v.string(),
  set: v.string(),
  key: v.string(),
  source: v.string(),
  sourceKind: v.picklist(["docs", "source-code", "issue", "blog"]),
  verified: v.boolean(),
  version: v.nullable(v.string()),
  date: v.nullable(date),
  note: v.string(),
});

export const guideSchema = v.strictObject({
  framework: slug,
  title: words,
  lead: words,
  versions: v.record(v.string(), v.string()),
  checked: date,
  causes: v.pipe(v.array(slug), v.minLength(3)),
  sources: v.pipe(v.array(source), v.minLength(1)),
});

/** A page that stands for no single thing. */
export const pageSchema = v.strictObject({
  id: slug,
  title: words,
  says: words,
  /** Other words that people look for it by. */ names: v.string(),
});

export type Layer = (typeof LAYERS)[number];
export type Dimension = (typeof DIMENSIONS)[number];
export type Weight = v.InferOutput<typeof weight>;
export type Rule = v.InferOutput<typeof rule>;
export type LayerInfo = v.InferOutput<typeof layerSchema>;
export type Symptom = v.InferOutput<typeof symptomSchema>;
export type Question = v.InferOutput<typeof questionSchema>;
/** Added by a team to its fork (content/team). Absent on what is ours. */
interface Added {
  team?: true;
}
export type Product = v.InferOutput<typeof productSchema> & Added;
export type Check = v.InferOutput<typeof checkSchema> & Added;
export type CauseData = v.InferOutput<typeof causeSchema>;
export type PairData = v.InferOutput<typeof pairSchema>;
export type ConfigData = v.InferOutput<typeof configSchema>;
export type Limit = v.InferOutput<typeof limitSchema> & Added;
export type PageData = v.InferOutput<typeof pageSchema>;
export type GuideData = v.InferOutput<typeof guideSchema>;
export type Fixture = v.InferOutput<typeof fixtureSchema>;
export type ValueName = (typeof VALUE_NAMES)[number];
