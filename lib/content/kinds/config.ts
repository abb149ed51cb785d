/** A real config of a product, as its program loads it, and what each line is for. */
import * as v from "valibot";
import { UNITS, VALUE_NAMES, type ConfigFile } from "../../model/shown";
import { plain } from "../../text/plain";
import { claimsNamed } from "../claims";
import { configProofSchema } from "../config-proof-schema";
import type { Config } from "../content";
import { layerOf, otherNames, proofOf } from "../lookups";
import { idsIn, named, perhaps } from "../named";
import { address, proof } from "../published-parts";
import type { Reader } from "../reader";
import { slug, sources, words } from "../schema";
import type { Kind, Named } from "./kind";

const FOLDER = "configs";
const SIDECAR = "config.yaml";

const field = v.strictObject({
  value: v.picklist(VALUE_NAMES),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text: words,
  as: v.optional(v.string(), "{}"),
  unit: v.optional(v.picklist(UNITS)),
});

const file = v.strictObject({
  file: v.string(),
  title: words,
  lang: v.string(),
  where: words,
  fields: v.optional(v.array(field), []),
  why: v.optional(v.array(v.strictObject({ text: words, says: words, defence: v.optional(words) })), []),
});

export const configSchema = v.strictObject({
  product: slug,
  name: words,
  title: words,
  summary: words,
  causes: v.array(slug),
  files: v.array(file),
  fixed: v.optional(v.array(v.strictObject({ limit: words, around: words })), []),
  apply: v.optional(words),
  risk: v.optional(words),
  undo: v.optional(words),
  verify: v.strictObject({ run: v.string(), see: words }),
  proof: configProofSchema,
  sources,
});

const folderOf = (id: string): string => `content/${FOLDER}/${id}`;
const whereOf = (id: string): string => `${folderOf(id)}/${SIDECAR}`;
const pageOf = (id: string): string => `/configs/${id}/`;

function readConfig(reader: Reader, id: string): Config[] {
  const data = reader.one(configSchema, `${FOLDER}/${id}/${SIDECAR}`);
  if (!data) return [];
  const texts = data.files.map(
    ({ file: name }) => [name, reader.text(`${FOLDER}/${id}/${name}`) ?? ""] as const,
  );
  return [{ ...data, id, texts: Object.fromEntries(texts) }];
}

function namesOf({ id, product, causes, proof: { runs, checks, reads } }: Config): Named[] {
  const where = whereOf(id);
  const own = `file of ${folderOf(id)}`;
  return [
    ...named(where, "product", "product", [product]),
    ...named(where, "causes", "cause", causes),
    ...runs.flatMap((run) => [
      ...named(where, "proof.runs.file", own, [run.file]),
      ...named(where, "proof.runs.program", "program of the lab", perhaps(run.program)),
      ...named(where, "proof.runs.uses", "program of the lab", run.uses),
      ...named(where, "proof.runs.passThrough", "wrap of the lab", [run.passThrough]),
      ...named(where, "proof.runs.wrap", "wrap of the lab", perhaps(run.wrap)),
      ...named(where, "proof.runs.app", "app of the lab", [run.app]),
      ...claimsNamed(where, "proof.runs.claims", run.claims),
    ]),
    ...named(
      where,
      "proof.checks.file",
      own,
      checks.map((one) => one.file),
    ),
    ...named(
      where,
      "proof.reads.file",
      own,
      reads.flatMap((one) => perhaps(one.file)),
    ),
  ];
}

/** Each named value stands once on its line, and each decisive text is in the file. */
function placeProblems({ file: name, fields, why }: ConfigFile, text: string, where: string): string[] {
  const lines = text.split("\n");
  const found = fields.map((one) => ({
    ...one,
    count: (lines[one.line - 1] ?? "").split(one.text).length - 1,
  }));
  return [
    ...found
      .filter(({ count }) => count !== 1)
      .map(
        (one) =>
          `${where}: field "fields" of ${name}: "${one.text}" is found ${one.count} times on line ${one.line}, not once.`,
      ),
    ...why
      .filter((reason) => !text.includes(reason.text))
      .map((reason) => `${where}: field "why" of ${name}: "${reason.text}" is not in the file.`),
  ];
}

/** Files of its folder that the sidecar does not name. */
function strayFiles({ id, texts }: Config, reader: Reader): string[] {
  return reader
    .names(`${FOLDER}/${id}`)
    .filter((name) => name !== SIDECAR && !Object.hasOwn(texts, name))
    .map((name) => `${folderOf(id)}/${name}: stray file: ${SIDECAR} does not name it in "files".`);
}

const wordsOf = ({ summary, files, fixed }: Config): string =>
  [
    summary,
    files.flatMap(({ why }) => why.map(({ says }) => says)).join(" "),
    fixed.map(({ limit, around }) => `${limit} ${around}`).join(" "),
  ].join(" ");

export const config: Kind = {
  files: [`${FOLDER}/*/*`],
  read: (reader, content) => {
    content.configs = reader.names(FOLDER).flatMap((id) => readConfig(reader, id));
  },
  ids: ({ configs }) => [
    ...idsIn(
      "config",
      configs.map(({ id }) => id),
      whereOf,
    ),
    ...configs.flatMap(({ id, texts }) =>
      idsIn(`file of ${folderOf(id)}`, Object.keys(texts), () => whereOf(id)),
    ),
  ],
  names: ({ configs }) => configs.flatMap(namesOf),
  mistakes: ({ configs }, reader) =>
    configs.flatMap((one) => [
      ...one.files.flatMap((own) => placeProblems(own, one.texts[own.file] ?? "", whereOf(one.id))),
      ...strayFiles(one, reader),
    ]),
  searched: (content) =>
    content.configs.map((one) => ({
      href: pageOf(one.id),
      kind: "config",
      title: `${one.name}: ${one.title}`,
      place: layerOf(content, one.causes),
      names: [
        one.name,
        otherNames(content, one.product),
        one.files.flatMap(({ why }) => why.map(({ text }) => text)).join(" "),
      ].join(" "),
      errors: [],
      text: plain(wordsOf(one)),
    })),
  published: {
    name: "configs",
    what: "Real configs of products, with what each line is for.",
    schema: v.array(
      v.strictObject({
        id: slug,
        page: address,
        ...v.omit(configSchema, ["proof"]).entries,
        texts: v.pipe(
          v.record(v.string(), v.string()),
          v.description("The files as the program loads them, by name."),
        ),
        proof,
      }),
    ),
    of: (content) =>
      content.configs.map(({ proof: _, ...own }) => ({
        ...own,
        page: pageOf(own.id),
        proof: proofOf(content, "config", own.id),
      })),
  },
};
