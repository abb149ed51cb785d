/** The shape of /knowledge.json: what machines may count on. A field is added freely; one is taken away or changed only with a new version. */
import * as v from "valibot";
import * as s from "./schema";

export const PUBLISHED_VERSION = 1;

const address = v.pipe(
  v.string(),
  v.regex(/^\/[a-z]+\/.*$/),
  v.description("Address of its page, from the root of the site."),
);
const markdown = v.pipe(
  v.string(),
  v.description('Markdown. <Pair id="…" /> stands for the code pair with that id.'),
);
const proof = v.nullable(
  v.strictObject({
    state: v.picklist(["reproduced", "validated", "documented"]),
    made: v.string(),
    versions: v.record(v.string(), v.string()),
  }),
);

const cause = v.strictObject({ id: s.slug, page: address, ...s.causeSchema.entries, text: markdown });
const pair = v.strictObject({
  id: v.string(),
  page: address,
  framework: s.slug,
  ...v.pick(s.pairSchema, ["title", "broken", "fixed", "causes", "needs", "run", "marks", "sources"]).entries,
  claims: v.array(v.strictObject({ scenario: s.words, broken: s.words, fixed: s.words })),
  code: v.strictObject({ broken: v.string(), fixed: v.string() }),
  proof,
});
const config = v.strictObject({
  id: s.slug,
  page: address,
  ...v.omit(s.configSchema, ["proof"]).entries,
  texts: v.pipe(
    v.record(v.string(), v.string()),
    v.description("The files as the program loads them, by name."),
  ),
  proof,
});
const guide = v.strictObject({ page: address, ...s.guideSchema.entries, text: markdown });
const fact = v.strictObject({
  id: s.slug,
  page: address,
  title: s.words,
  statement: s.words,
  causes: v.array(s.slug),
  proof,
  sources: v.array(s.source),
});
/** On what a team has added to its fork. */
const team = v.optional(v.literal(true));
const check = v.strictObject({ ...s.checkSchema.entries, team });
const limit = v.strictObject({ ...s.limitSchema.entries, team });
const products = v.array(v.strictObject({ ...s.productSchema.entries, team }));

const list = <S extends v.GenericSchema>(item: S, what: string) => v.pipe(v.array(item), v.description(what));

export const publishedSchema = v.strictObject({
  $schema: v.pipe(v.string(), v.description("Address of the schema of this file.")),
  lastbyte: v.pipe(v.literal("knowledge"), v.description("What this file is.")),
  version: v.pipe(
    v.literal(PUBLISHED_VERSION),
    v.description("Version of the format. It changes when a field is taken away or means something else."),
  ),
  revision: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{12}$/),
    v.description("Version of the knowledge: a hash of everything below. Reports and case files name it."),
  ),
  layers: list(
    s.layerSchema,
    "The nine layers, in the order in which a token meets them, with evidence that holds for each cause in them.",
  ),
  symptoms: list(s.symptomSchema, "What one sees."),
  questions: list(s.questionSchema, "What the wizard asks. The ids are the keys of a link."),
  products: v.pipe(
    v.strictObject({ framework: products, hosting: products, server: products, proxy: products }),
    v.description("Products by the question that asks for them. The ids are the values of a link."),
  ),
  checks: list(
    check,
    "Commands that tell causes apart, what to look at, and what they can show. In a link: check.<id>=<outcome>.",
  ),
  causes: list(
    cause,
    "Every way in which a layer cuts, holds back or loses a stream, with its evidence as log-odds in bits, its mitigation and its verification.",
  ),
  limits: list(limit, "Timeouts, sizes and buffering rules of products. A number that is not known is null."),
  pairs: list(pair, "Broken and fixed programs, whole."),
  configs: list(config, "Real configs of products, with what each line is for."),
  guides: list(guide, "The guides of the frameworks."),
  facts: list(fact, "What was measured."),
});

export type Published = v.InferOutput<typeof publishedSchema>;

/** The fields of the file with what each is, for the page that explains it. */
export function publishedFields(): { name: string; what: string }[] {
  return Object.entries(publishedSchema.entries).map(([name, entry]) => ({
    name,
    what: v.getDescription(entry) ?? "",
  }));
}
