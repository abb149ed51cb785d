/** What one sees of a broken stream. */
import * as v from "valibot";
import { plain } from "../../text/plain";
import { labelsOf, refinesNamed } from "../named";
import { refines, slug, words } from "../schema";
import type { Kind } from "./kind";

const FILE = "symptoms.yaml";

export const symptomSchema = v.strictObject({
  id: slug,
  label: words,
  what: words,
  break: v.picklist(["held", "cut"]),
  silent: v.optional(v.boolean()),
  refines,
});

export const symptom: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.symptoms = reader.entries(symptomSchema, FILE);
  },
  ids: ({ symptoms }, reader) => {
    const ids = symptoms.map((one) => ({ of: "symptom", id: one.id, where: reader.where(one) }));
    return [...ids, ...labelsOf(ids, symptoms)];
  },
  names: ({ symptoms }, reader) =>
    symptoms.flatMap((one) => refinesNamed(reader.where(one), "symptom", one.refines)),
  searched: ({ symptoms }) =>
    symptoms.map(({ id, label, what }) => ({
      href: `/causes/#${id}`,
      kind: "page",
      title: label,
      place: "Causes by what you see",
      names: id,
      errors: [],
      text: plain(what),
    })),
  published: {
    name: "symptoms",
    what: "What one sees.",
    schema: v.array(symptomSchema),
    of: ({ symptoms }) => symptoms,
  },
};
