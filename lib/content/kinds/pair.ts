/** A broken program and a fixed one: whole, shown and run as they stand. */
import * as v from "valibot";
import { FRAMEWORK, SERVING } from "../../model/content";
import { LANGUAGES, sideFile } from "../../model/languages";
import { VALUE_NAMES } from "../../model/shown";
import { onlyPlaceholders, shownCommand } from "../../text/placeholders";
import { plain } from "../../text/plain";
import { claimsNamed } from "../claims";
import type { Content, Pair } from "../content";
import { proofOf } from "../lookups";
import { conditions, idsIn, named } from "../named";
import { claimSchema } from "../proof-schema";
import { address, proof } from "../published-parts";
import type { Reader } from "../reader";
import { slug, sources, when, words } from "../schema";
import type { Kind } from "./kind";

const FOLDER = "pairs";
const FILES = [
  "pair.yaml",
  ...LANGUAGES.flatMap((language) => [sideFile("broken", language), sideFile("fixed", language)]),
];

const fieldSchema = v.strictObject({
  value: v.picklist(VALUE_NAMES),
  line: words,
  as: v.pipe(v.string(), v.includes("{}", "must hold {}, where the value stands")),
  recorded: v.pipe(v.string(), v.minLength(1)),
});

export const pairSchema = v.strictObject({
  title: words,
  broken: words,
  fixed: words,
  causes: v.pipe(v.array(slug), v.minLength(1)),
  only: v.optional(when),
  needs: v.record(v.string(), v.string()),
  language: v.optional(v.picklist(LANGUAGES), "python"),
  /** The command; one without `{port}` is a program that runs to its end. */
  run: v.pipe(words, onlyPlaceholders("port", "side")),
  /** How a reader starts it, where the command is the lab's: code of a page, for example. */
  start: v.optional(words),
  marks: v.strictObject({
    broken: v.pipe(v.array(words), v.minLength(1)),
    fixed: v.pipe(v.array(words), v.minLength(1)),
  }),
  fields: v.optional(v.pipe(v.array(fieldSchema), v.minLength(1))),
  environment: slug,
  /** Under each scenario, the broken side shows the symptom, the fixed side does not; or both work. */
  claims: v.pipe(
    v.array(claimSchema),
    v.minLength(1),
    v.check(
      (claims) => claims.some(({ shows }) => shows.length > 0),
      "one claim at least must have signs of the broken side in shows",
    ),
  ),
  sources,
});

const whereOf = (id: string): string => `content/${FOLDER}/${id}/pair.yaml`;
const pageOf = (id: string): string => `/pairs/${id}/`;

function readPair(reader: Reader, framework: string, name: string): Pair[] {
  const folder = `${FOLDER}/${framework}/${name}`;
  const data = reader.one(pairSchema, `${folder}/pair.yaml`);
  if (data === null) return [];
  const own = ["pair.yaml", sideFile("broken", data.language), sideFile("fixed", data.language)];
  for (const file of reader.names(folder).filter((one) => !own.includes(one)))
    if (FILES.includes(file))
      reader.problems.push(`content/${folder}/${file}: stray file: the pair is written in ${data.language}.`);
  const brokenCode = reader.text(`${folder}/${sideFile("broken", data.language)}`);
  const fixedCode = reader.text(`${folder}/${sideFile("fixed", data.language)}`);
  if (brokenCode === null || fixedCode === null) return [];
  return [{ ...data, id: `${framework}/${name}`, framework, brokenCode, fixedCode }];
}

/** Each value stands once on one line of the fixed side, as it was run. */
function fieldProblems({ id, fields = [], fixedCode, language }: Pair): string[] {
  return fields.flatMap(({ line, as, recorded }) => {
    const lines = fixedCode.split("\n").filter((text) => text.includes(line));
    const text = as.replace("{}", recorded);
    const count = lines[0] === undefined ? 0 : lines[0].split(text).length - 1;
    if (lines.length === 1 && count === 1) return [];
    const found = `"${line}" is found on ${lines.length} lines of ${sideFile("fixed", language)}, and ${text} ${count} times on it`;
    return [`${whereOf(id)}: field "fields": ${found}: both must be there once.`];
  });
}

/** Each decisive line is on one line of its side. */
function markProblems({ id, marks, brokenCode, fixedCode, language }: Pair): string[] {
  const lines = { broken: brokenCode.split("\n"), fixed: fixedCode.split("\n") };
  return (["broken", "fixed"] as const).flatMap((side) =>
    marks[side].flatMap((mark) => {
      const count = lines[side].filter((line) => line.includes(mark.trim())).length;
      const found = `"${mark}" is found on ${count} lines of ${sideFile(side, language)}, not on one`;
      return count === 1 ? [] : [`${whereOf(id)}: field "marks.${side}": ${found}.`];
    }),
  );
}

const frameworkName = ({ products }: Content, id: string): string =>
  products[FRAMEWORK]?.find((product) => product.id === id)?.name ?? "Serving";

export const pair: Kind = {
  files: FILES.map((name) => `${FOLDER}/*/*/${name}`),
  read: (reader, content) => {
    content.pairs = reader
      .names(FOLDER)
      .flatMap((framework) =>
        reader.names(`${FOLDER}/${framework}`).flatMap((name) => readPair(reader, framework, name)),
      );
  },
  ids: ({ pairs }) =>
    idsIn(
      "pair",
      pairs.map(({ id }) => id),
      whereOf,
    ),
  names: ({ pairs }) =>
    pairs.flatMap((one) => {
      const where = whereOf(one.id);
      return [
        ...named(
          `content/${FOLDER}/${one.framework}`,
          "folder",
          "framework",
          one.framework === SERVING ? [] : [one.framework],
        ),
        ...named(where, "causes", "cause", one.causes),
        ...conditions(where, "only", one.only ?? {}),
        ...named(where, "environment", "environment", [one.environment]),
        ...claimsNamed(where, "claims", one.claims),
      ];
    }),
  mistakes: ({ pairs }) => pairs.flatMap((one) => [...markProblems(one), ...fieldProblems(one)]),
  searched: (content) =>
    content.pairs.map((one) => ({
      href: pageOf(one.id),
      kind: "pair",
      title: one.title.replaceAll("`", ""),
      place: frameworkName(content, one.framework),
      names: one.framework,
      errors: [],
      text: plain(`${one.broken} ${one.fixed}`),
    })),
  published: {
    name: "pairs",
    what: "Broken and fixed programs, whole.",
    schema: v.array(
      v.strictObject({
        id: v.string(),
        page: address,
        framework: slug,
        ...v.omit(pairSchema, ["environment", "claims"]).entries,
        claims: v.array(v.strictObject({ scenario: words, broken: words, fixed: words })),
        code: v.strictObject({ broken: v.string(), fixed: v.string() }),
        proof,
      }),
    ),
    of: (content) =>
      content.pairs.map(({ id, framework, environment: _, claims, brokenCode, fixedCode, run, ...own }) => ({
        id,
        page: pageOf(id),
        framework,
        ...own,
        run: shownCommand(run),
        claims: claims.map(({ scenario, broken, fixed }) => ({ scenario, broken, fixed })),
        code: { broken: brokenCode, fixed: fixedCode },
        proof: proofOf(content, "pair", id),
      })),
  },
};
