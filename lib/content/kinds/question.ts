/** What the wizard asks. */
import * as v from "valibot";
import { TRAFFICS, UNKNOWN } from "../../model/ids";
import { valuesOf } from "../../model/questions";
import { conditions } from "../named";
import { effort, slug, when, words } from "../schema";
import type { Kind } from "./kind";

const FILE = "questions.yaml";

const option = v.strictObject({
  id: slug,
  label: v.string(),
  what: v.optional(v.string()),
  silent: v.optional(v.boolean()),
  traffic: v.optional(v.picklist(TRAFFICS)),
});

export const questionSchema = v.strictObject({
  id: slug,
  ask: words,
  short: words,
  kind: v.picklist(["product", "products", "choice", "seconds"]),
  effort,
  first: v.optional(v.boolean(), false),
  help: v.optional(words),
  needs: v.optional(when),
  options: v.optional(v.array(option), []),
});

/** Numbers of seconds that stand for all of them. */
const SECONDS = ["60", "0.5"];

export const question: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.questions = reader.entries(questionSchema, FILE);
  },
  ids: ({ questions }, reader) =>
    questions.map((one) => ({ of: "question", id: one.id, where: reader.where(one) })),
  names: ({ questions }, reader) =>
    questions.flatMap((one) => conditions(reader.where(one), "needs", one.needs ?? {})),
  mistakes: ({ questions }, reader) =>
    questions.flatMap((one) =>
      one.options
        .filter(({ id }, at) => one.options.findIndex((other) => other.id === id) !== at)
        .map(({ id }) => `${reader.where(one)}: field "options": "${id}" stands there twice.`),
    ),
  published: {
    name: "questions",
    what: "What the wizard asks. The ids are the keys of a link.",
    schema: v.array(questionSchema),
    of: ({ questions }) => questions,
  },
  links: (knowledge) =>
    knowledge.questions.flatMap((one) => {
      const values = valuesOf(one, knowledge)?.filter(({ product }) => !product?.team);
      return [...(values?.map(({ id }) => id) ?? SECONDS), UNKNOWN].map((value) => `/#${one.id}=${value}`);
    }),
};
