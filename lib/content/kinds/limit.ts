/** A timeout, size or buffering rule of a product: a row of the table of limits. */
import * as v from "valibot";
import { LIMIT_KINDS, SOURCE_KINDS, type Limit } from "../../model/content";
import { TRAFFICS } from "../../model/ids";
import { plain } from "../../text/plain";
import { layerName, otherNames } from "../lookups";
import { conditions, named, perhaps } from "../named";
import { team } from "../published-parts";
import type { Reader } from "../reader";
import { date, layer, slug, when, words } from "../schema";
import { dataFiles } from "../team";
import type { Kind } from "./kind";

const FOLDER = "limits";

export const limitSchema = v.strictObject({
  id: slug,
  layer,
  on: v.optional(v.nullable(slug), null),
  product: words,
  setting: words,
  cause: v.optional(v.nullable(slug), null),
  traffic: v.optional(v.picklist(TRAFFICS), "http"),
  needs: v.optional(when),
  kind: v.picklist(LIMIT_KINDS),
  seconds: v.optional(v.nullable(v.number()), null),
  bytes: v.optional(v.nullable(v.number()), null),
  value: v.string(),
  max: v.optional(v.nullable(v.string()), null),
  adjustable: v.optional(v.nullable(v.boolean()), null),
  plan: v.optional(v.nullable(v.string()), null),
  counts: words,
  sees: v.optional(v.string(), ""),
  set: v.optional(v.string(), ""),
  key: v.optional(v.string(), ""),
  source: words,
  sourceKind: v.optional(v.picklist(SOURCE_KINDS), "docs"),
  verified: v.optional(v.boolean(), false),
  version: v.optional(v.nullable(v.string()), null),
  date: v.optional(v.nullable(date), null),
  note: v.optional(v.string(), ""),
});

/** A team is the source of its own. */
const teamLimitSchema = v.strictObject({ ...limitSchema.entries, source: v.optional(words, "your team") });

function readTeam(reader: Reader): Limit[] {
  return dataFiles(reader, FOLDER)
    .flatMap((file) => reader.entries(teamLimitSchema, file))
    .map((entry) => reader.placed({ ...entry, team: true as const }, reader.where(entry)));
}

const CLOCKS: readonly string[] = ["idle", "total", "first-byte"];

const UNSAID = "the value is a number of seconds: say it here too, or it explains no cut";

/** Clocks whose value is told in words alone: they would explain no cut. */
const unsaidSeconds = (limits: readonly Limit[], reader: Reader): string[] =>
  limits
    .filter(
      ({ kind, seconds, value }) =>
        CLOCKS.includes(kind) && seconds === null && /^\d+(\.\d+)? s$/.test(value),
    )
    .map((one) => `${reader.where(one)}: field "seconds": ${UNSAID}.`);

/** Rows that a reader could not tell apart, where one has to be chosen. */
function twins(limits: readonly Limit[], reader: Reader): string[] {
  const firstOf = new Map<string, Limit>();
  return limits.flatMap((one) => {
    const key = JSON.stringify([one.on ?? one.product, one.setting, one.kind, one.traffic]);
    const first = firstOf.get(key);
    if (first) {
      const same = `"${one.setting}" is what "${first.id}" of the same product is called too`;
      return [`${reader.where(one)}: field "setting": ${same}: say what tells them apart.`];
    }
    firstOf.set(key, one);
    return [];
  });
}

export const limit: Kind = {
  files: [`${FOLDER}/*.json`, `team/${FOLDER}/*.yaml`, `team/${FOLDER}/*.yml`, `team/${FOLDER}/*.json`],
  read: (reader, content) => {
    const ours = reader.names(FOLDER).flatMap((name) => reader.entries(limitSchema, `${FOLDER}/${name}`));
    content.limits = [...ours, ...readTeam(reader)];
  },
  ids: ({ limits }, reader) => limits.map((one) => ({ of: "limit", id: one.id, where: reader.where(one) })),
  names: ({ limits }, reader) =>
    limits.flatMap((one) => [
      ...named(reader.where(one), "on", "product", perhaps(one.on)),
      ...named(reader.where(one), "cause", "cause", perhaps(one.cause)),
      ...conditions(reader.where(one), "needs", one.needs ?? {}),
    ]),
  mistakes: ({ limits }, reader) => [...twins(limits, reader), ...unsaidSeconds(limits, reader)],
  searched: (content) =>
    content.limits.map((one) => {
      const seconds = one.seconds === null ? "" : `${one.seconds} s`;
      const { product, setting, key, on, value, counts, sees } = one;
      return {
        href: `/limits/#${one.id}`,
        kind: "limit",
        title: `${product}: ${setting}`,
        place: layerName(content, one.layer),
        names: `${product} ${setting} ${key} ${on ?? ""} ${otherNames(content, on)} ${seconds} ${value}`,
        errors: [],
        text: plain(one.seconds === null ? `${value}: ${sees} ${counts}` : `${value}: ${counts} ${sees}`),
      };
    }),
  published: {
    name: "limits",
    what: "Timeouts, sizes and buffering rules of products. A number that is not known is null.",
    schema: v.array(v.strictObject({ ...limitSchema.entries, team })),
    of: ({ limits }) => limits,
  },
  anchored: /^\/limits\/$/,
};
