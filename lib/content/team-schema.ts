/** The shape of `content/team/`: a team's own notes, products, limits and checks. What ours must prove, theirs may leave out. */
import * as v from "valibot";
import { DIMENSIONS } from "../model/names";
import { checkSchema, limitSchema, productSchema, slug, weight, words } from "./schema";

const date = limitSchema.entries.date.wrapped;

/** Front matter of a note: where it is shown, at least in one place. */
export const noteSchema = v.pipe(
  v.strictObject({
    title: words,
    causes: v.optional(v.array(slug), []),
    /** Frameworks whose guides show it. */
    guides: v.optional(v.array(slug), []),
    /** Products on whose configs, and beside whose limits, it is shown. */
    products: v.optional(v.array(slug), []),
    by: v.optional(words),
    date: v.optional(date),
  }),
  v.check(
    ({ causes, guides, products }) => causes.length + guides.length + products.length > 0,
    "must name a cause, a guide or a product, or the note is shown nowhere",
  ),
);

export const teamProductSchema = v.strictObject({
  ...productSchema.entries,
  dimension: v.picklist(DIMENSIONS),
  traits: v.optional(productSchema.entries.traits, []),
});

const { id, layer, product, setting, kind, value, counts } = limitSchema.entries;
export const teamLimitSchema = v.pipe(
  v.strictObject({
    id,
    traffic: limitSchema.entries.traffic,
    layer,
    product,
    setting,
    kind,
    value,
    counts,
    on: v.optional(limitSchema.entries.on, null),
    cause: v.optional(limitSchema.entries.cause, null),
    seconds: v.optional(limitSchema.entries.seconds, null),
    bytes: v.optional(limitSchema.entries.bytes, null),
    max: v.optional(limitSchema.entries.max, null),
    adjustable: v.optional(limitSchema.entries.adjustable, null),
    plan: v.optional(limitSchema.entries.plan, null),
    sees: v.optional(v.string(), ""),
    set: v.optional(v.string(), ""),
    key: v.optional(v.string(), ""),
    source: v.optional(v.string(), "your team"),
    sourceKind: v.optional(limitSchema.entries.sourceKind, "docs"),
    verified: v.optional(v.boolean(), false),
    version: v.optional(limitSchema.entries.version, null),
    date: v.optional(limitSchema.entries.date, null),
    note: v.optional(v.string(), ""),
  }),
  v.forward(
    v.check(
      ({ value: told, seconds, kind: clock }) =>
        seconds !== null || !/^\d+(\.\d+)? s$/.test(told) || !["idle", "total", "first-byte"].includes(clock),
      "the value is a number of seconds: say it here too, or it explains no cut",
    ),
    ["seconds"],
  ),
);

export const teamCheckSchema = v.strictObject({
  ...checkSchema.entries,
  /** The causes in whose “Prove it” the check stands, after ours. */
  causes: v.pipe(v.array(slug), v.minLength(1)),
  /** What an outcome says of a cause. */
  evidence: v.optional(v.array(v.strictObject({ outcome: slug, cause: slug, weight, says: words })), []),
});

export type NoteData = v.InferOutput<typeof noteSchema>;
