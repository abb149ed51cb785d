/**
 * What the schemas of all kinds are made of. Each schema is strict: an unknown field is an error, so that a
 * misspelt one cannot be lost in silence.
 */
import * as v from "valibot";
import { LAYERS } from "../model/ids";

/** An id has no dots: they part the keys of a link. */
export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens"),
);
export const words = v.pipe(v.string(), v.trim(), v.minLength(3, "must not be empty"));
/** Shown by the desk without a Markdown reader: plain words and code spans. */
export const sentence = v.pipe(
  words,
  v.check(
    (text) => text.split("`").length % 2 === 1 && !/\*\*|\]\(/.test(text.replaceAll(/`[^`]*`/g, "")),
    "must be plain words with code spans only",
  ),
);
export const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be YYYY, YYYY-MM or YYYY-MM-DD"),
);
export const source = v.strictObject({
  title: words,
  url: v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, "must be an https address")),
});
export const sources = v.pipe(v.array(source), v.minLength(1));
export const layer = v.picklist(LAYERS);
export const lang = v.optional(v.picklist(["sh", "python", "javascript"]), "sh");
/** Minutes that it takes. */
export const effort = v.pipe(v.number(), v.minValue(0.1));

/** A question, `trait`, or `check.<id>`. */
const key = v.pipe(
  v.string(),
  v.regex(/^(check\.)?[a-z0-9][a-z0-9-]*$/, "must be a question, trait or check.<id>"),
);
export const when = v.record(key, v.pipe(v.array(v.string()), v.minLength(1)));
export const weight = v.picklist([-2, -1, 1, 2, 4, "rules-out"]);
export const rule = v.strictObject({ when, weight, says: sentence, about: v.optional(slug) });
/** On what was added after the label list: the label that it is a kind of, or `none`. */
export const refines = v.optional(slug);
