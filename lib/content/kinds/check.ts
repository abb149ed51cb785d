/** Commands that tell causes apart. Those that one cause alone brings stand in the cause's own file. */
import * as v from "valibot";
import { checkKey } from "../../model/answers";
import type { Check } from "../../model/knowledge";
import { plain } from "../../text/plain";
import { layerName } from "../lookups";
import { answersNamed } from "../named";
import { team } from "../published-parts";
import { effort, lang, layer, sentence, slug, words } from "../schema";
import type { Kind } from "./kind";

const FOLDER = "checks";

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
  effort,
  run: v.optional(v.string()),
  lang,
  look: sentence,
  outcomes: v.pipe(v.array(outcome), v.minLength(2)),
});

function twice({ outcomes }: Check, where: string): string[] {
  return outcomes
    .filter(({ id }, at) => outcomes.findIndex((other) => other.id === id) !== at)
    .map(({ id }) => `${where}: field "outcomes": "${id}" stands there twice.`);
}

export const check: Kind = {
  files: [`${FOLDER}/*.yaml`],
  read: (reader, content) => {
    content.checks = reader.names(FOLDER).flatMap((name) => reader.entries(checkSchema, `${FOLDER}/${name}`));
  },
  ids: ({ checks }, reader) => checks.map((one) => ({ of: "check", id: one.id, where: reader.where(one) })),
  names: ({ checks }, reader) =>
    checks.flatMap((one) =>
      one.outcomes.flatMap(({ answers }) => answersNamed(reader.where(one), "outcomes", answers ?? {})),
    ),
  mistakes: ({ checks }, reader) => checks.flatMap((one) => twice(one, reader.where(one))),
  searched: (content) =>
    content.checks.map((one) => ({
      href: `/checks/#${one.id}`,
      kind: "check",
      title: one.title,
      place: layerName(content, one.layer),
      names: "",
      errors: [],
      text: plain(`${one.look} ${one.run ?? ""}`),
    })),
  published: {
    name: "checks",
    what:
      "Commands that tell causes apart, what to look at, and what they can show. " +
      "In a link: check.<id>=<outcome>.",
    schema: v.array(v.strictObject({ ...checkSchema.entries, team })),
    of: ({ checks }) => checks,
  },
  anchored: /^\/checks\/$/,
  links: ({ checks }) =>
    checks
      .filter(({ team: theirs }) => !theirs)
      .flatMap(({ id, outcomes }) => outcomes.map((one) => `/#${checkKey(id)}=${one.id}`)),
};
