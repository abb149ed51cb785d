/** What pasted text means: signs in lines and sentences, formats of configuration, patterns of code. */
import * as v from "valibot";
import type { ReadingRule } from "../../model/reading";
import type { Content } from "../content";
import { conditions, named, perhaps } from "../named";
import type { Reader } from "../reader";
import { sentence, slug, weight, words } from "../schema";
import type { Kind, Named } from "./kind";

const SIGNS = "readings/signs";
const FORMATS = "readings/formats";
const LANGUAGES = "readings/languages";
/** Rules of a language lie in a folder named after it, a file for each subject. */
const CODE = "readings/code";
/** Both written by `npm run accuracy -- --learn`. */
export const WORDS = "readings/words.json";
export const LEANINGS = "readings/leanings.json";

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, "i");
    return true;
  } catch {
    return false;
  }
}

const regex = v.pipe(v.string(), v.minLength(1), v.check(compiles, "must be a regular expression"));
const regexes = v.optional(v.array(regex), []);
const answers = v.optional(v.record(slug, v.pipe(v.array(v.string()), v.minLength(1))), {});
const matching = v.optional(v.record(v.string(), v.nullable(regex)), {});

const ruleEntries = {
  id: slug,
  speaks: v.optional(
    v.array(v.strictObject({ cause: slug, weight, says: sentence, about: v.optional(slug) })),
    [],
  ),
  implies: answers,
  not: v.optional(sentence),
  hint: v.optional(v.boolean()),
  source: v.optional(words),
  hit: words,
  near: words,
};

const signSchema = v.strictObject({
  ...ruleEntries,
  in: v.optional(v.picklist(["line", "text", "prose", "source"]), "line"),
  match: regex,
  unless: v.optional(regex),
  cased: v.optional(v.boolean()),
  beside: v.optional(regex),
  above: v.optional(regex),
  without: v.optional(regex),
});

const formatRuleSchema = v.strictObject({
  ...ruleEntries,
  block: v.string(),
  key: v.pipe(v.array(v.string()), v.minLength(1)),
  value: v.optional(regex),
  absent: v.optional(v.boolean()),
  heldBy: v.optional(regex),
  stands: v.optional(v.array(v.string()), []),
  with: matching,
  limit: v.optional(slug),
  cause: v.optional(slug),
  unit: v.optional(v.picklist(["s", "ms", "min", "h"]), "s"),
  to: v.optional(v.picklist(["off", "none"])),
  mend: v.optional(words),
  short: v.optional(v.number()),
  long: v.optional(v.number()),
});

const formatSchema = v.strictObject({
  id: slug,
  name: words,
  reader: slug,
  product: v.optional(v.nullable(slug), null),
  names: regexes,
  has: regexes,
  hasNot: regexes,
  elsewhere: v.optional(regex),
  implies: answers,
  shares: v.optional(v.array(slug), []),
  rules: v.optional(v.array(formatRuleSchema), []),
});

const codeRuleSchema = v.strictObject({
  ...ruleEntries,
  find: v.string(),
  name: regex,
  given: v.optional(regex),
  stands: v.optional(v.string()),
  where: v.optional(v.array(v.string()), []),
  args: matching,
});

const languageSchema = v.strictObject({
  id: slug,
  name: words,
  reader: slug,
  names: regexes,
  has: regexes,
  hasNot: regexes,
});

const wordSchema = v.strictObject({
  term: v.pipe(v.string(), v.regex(/^[^A-Z\n]+$/, "must be without capital letters")),
  rare: v.pipe(v.number(), v.integer(), v.minValue(0)),
  plain: v.number(),
  weighs: v.record(slug, v.number()),
});

const leaningSchema = v.strictObject({
  cause: slug,
  usual: v.number(),
  leans: v.array(v.tuple([slug, v.string(), v.number()])),
});

/** All entries of the files of a folder. */
function entriesIn<S extends v.GenericSchema<unknown, object>>(
  reader: Reader,
  schema: S,
  folder: string,
): v.InferOutput<S>[] {
  return reader.names(folder).flatMap((name) => reader.entries(schema, `${folder}/${name}`));
}

/** A language with its rules. */
function languagesIn(reader: Reader): Content["languages"] {
  return entriesIn(reader, languageSchema, LANGUAGES).map((language) => {
    const rules = entriesIn(reader, codeRuleSchema, `${CODE}/${language.id}`);
    return reader.placed({ ...language, rules }, reader.where(language));
  });
}

/** Every rule with the beginning of a sentence about it. */
function rulesOf({ signs, formats, languages }: Content, reader: Reader): [string, ReadingRule][] {
  const within = (owner: object, rules: readonly ReadingRule[]) =>
    rules.map((rule): [string, ReadingRule] => [`${reader.where(owner)}: rule "${rule.id}"`, rule]);
  return [
    ...signs.map((sign): [string, ReadingRule] => [reader.where(sign), sign]),
    ...formats.flatMap((format) => within(format, format.rules)),
    ...languages.flatMap((language) => within(language, language.rules)),
  ];
}

const namesOf = ([where, { speaks, implies }]: [string, ReadingRule]): Named[] => [
  ...named(
    where,
    "speaks",
    "cause",
    speaks.map(({ cause }) => cause),
  ),
  ...conditions(where, "implies", implies),
];

/** A rule that neither speaks nor answers nor sets anything is heard by nobody. */
function mute(content: Content, reader: Reader): string[] {
  const setting = new Set(content.formats.flatMap(({ rules }) => rules.filter(({ limit }) => limit)));
  return rulesOf(content, reader)
    .filter(([, rule]) => rule.speaks.length === 0 && Object.keys(rule.implies).length === 0)
    .filter(([, rule]) => !setting.has(rule as (typeof content.formats)[number]["rules"][number]))
    .filter(([, rule]) => !/\(\?<(after|silence|began)/.test("match" in rule ? String(rule.match) : ""))
    .map(([where]) => `${where}: say what it speaks for, which answer it implies, or which limit it sets.`);
}

/** Rules in the folder of a language that there is not would be read by nobody. */
const strayRules = ({ languages }: Content, reader: Reader): string[] =>
  reader
    .names(CODE)
    .filter((folder) => !languages.some(({ id }) => id === folder))
    .map((folder) => `content/${CODE}/${folder}: no file of ${LANGUAGES}/ has the id "${folder}".`);

export const reading: Kind = {
  files: [...[SIGNS, FORMATS, LANGUAGES, `${CODE}/*`].map((folder) => `${folder}/*.yaml`), WORDS, LEANINGS],
  read: (reader, content) => {
    content.signs = entriesIn(reader, signSchema, SIGNS);
    content.formats = entriesIn(reader, formatSchema, FORMATS);
    content.languages = languagesIn(reader);
    content.words = reader.entries(wordSchema, WORDS);
    content.leanings = reader.entries(leaningSchema, LEANINGS);
  },
  ids: (content, reader) => [
    ...rulesOf(content, reader).map(([where, { id }]) => ({ of: "reading rule", id, where })),
    ...[...content.formats, ...content.languages].map((one) => ({
      of: "format",
      id: one.id,
      where: reader.where(one),
    })),
  ],
  names: (content, reader) => [
    ...content.words.flatMap((word) =>
      named(reader.where(word), "weighs", "cause", Object.keys(word.weighs)),
    ),
    ...content.leanings.flatMap((one) => named(reader.where(one), "cause", "cause", [one.cause])),
    ...rulesOf(content, reader).flatMap(namesOf),
    ...content.formats.flatMap((format) => [
      ...named(reader.where(format), "product", "product", perhaps(format.product)),
      ...conditions(reader.where(format), "implies", format.implies),
      ...named(reader.where(format), "shares", "format", format.shares),
      ...format.rules.flatMap(({ id, limit, cause }) => [
        ...named(`${reader.where(format)}: rule "${id}"`, "limit", "limit", perhaps(limit)),
        ...named(`${reader.where(format)}: rule "${id}"`, "cause", "cause", perhaps(cause)),
      ]),
    ]),
  ],
  mistakes: (content, reader) => [...mute(content, reader), ...strayRules(content, reader)],
};
