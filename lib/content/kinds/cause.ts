/** One way in which one layer cuts, holds back or loses a stream: front matter and prose, and its fixture. */
import * as v from "valibot";
import { CAUSE_PARTS, type Cause } from "../../model/content";
import { foremost } from "../../model/finding";
import type { Entry } from "../../search/types";
import { denoised } from "../../text/noise";
import { plain } from "../../text/plain";
import { fill, unknownSlots, withoutValues } from "../../text/fill";
import type { Content } from "../content";
import { layerName } from "../lookups";
import {
  answersNamed,
  conditions,
  idsIn,
  labelsOf,
  named,
  pairsNamed,
  refinesNamed,
  rulesNamed,
} from "../named";
import { partOf } from "../prose";
import { address, markdown } from "../published-parts";
import type { Reader } from "../reader";
import { lang, layer, refines, rule, sentence, slug, source, sources, when, words } from "../schema";
import { checkSchema } from "./check";
import type { Kind, Named } from "./kind";

const FOLDER = "causes";
const ENDING = ".mdx";
const FIXTURE_ENDING = ".fixture.yaml";

const symptomWeight = v.strictObject({
  weight: v.picklist([-2, -1, 0, 1, 2, 4]),
  says: v.optional(sentence),
});

const knownSchema = v.strictObject({ when, says: sentence, source: source.entries.url });

export const causeSchema = v.strictObject({
  layer,
  refines,
  title: words,
  headline: words,
  lead: words,
  prior: v.picklist([-2, -1, 0, 1]),
  carriers: v.optional(v.array(slug), []),
  symptoms: v.record(slug, symptomWeight),
  evidence: v.array(rule),
  known: v.optional(v.pipe(v.array(knownSchema), v.minLength(1))),
  errors: v.array(words),
  prove: v.pipe(v.array(slug), v.minLength(1)),
  checks: v.optional(v.array(checkSchema), []),
  mitigate: v.strictObject({
    title: words,
    do: words,
    run: v.optional(v.string()),
    risk: words,
    undo: words,
  }),
  verify: v.strictObject({ run: v.string(), lang, see: words }),
  owner: v.optional(v.strictObject({ who: words, message: words })),
  appOnly: v.optional(words),
  related: v.array(slug),
  sources,
});

export const fixtureSchema = v.strictObject({
  cause: v.optional(slug),
  first: v.record(v.string(), v.string()),
  notFirst: v.record(v.string(), v.string()),
  against: v.record(v.string(), v.string()),
});

const fileOf = (id: string): string => `${FOLDER}/${id}${ENDING}`;
const whereOf = (id: string): string => `content/${fileOf(id)}`;
const fixtureOf = (id: string): string => `content/${FOLDER}/${id}${FIXTURE_ENDING}`;
const pageOf = (id: string): string => `/causes/${id}/`;

function read(reader: Reader, content: Content): void {
  const files = reader.names(FOLDER).filter((name) => name.endsWith(ENDING));
  content.causes = files.flatMap((name): Cause[] => {
    const id = name.slice(0, -ENDING.length);
    const found = reader.mdx(causeSchema, fileOf(id));
    const fixture = reader.one(fixtureSchema, `${FOLDER}/${id}${FIXTURE_ENDING}`);
    return found ? [{ ...found.data, id, body: found.body, fixture }] : [];
  });
  for (const { id, checks } of content.causes)
    content.checks.push(...checks.map((one) => reader.placed(one, `${whereOf(id)}: check "${one.id}"`)));
}

function namesOf(cause: Cause): Named[] {
  const where = whereOf(cause.id);
  const { fixture } = cause;
  return [
    ...rulesNamed(where, cause.evidence),
    ...(cause.known ?? []).flatMap(({ when: path }) => conditions(where, "known", path)),
    ...named(where, "symptoms", "symptom", Object.keys(cause.symptoms)),
    ...named(where, "carriers", "trait", cause.carriers),
    ...named(where, "related", "cause", cause.related),
    ...named(where, "prove", "check", cause.prove),
    ...refinesNamed(where, "cause", cause.refines),
    ...pairsNamed(fileOf(cause.id), cause.body),
    ...(fixture
      ? [
          ...answersNamed(fixtureOf(cause.id), "first", fixture.first),
          ...answersNamed(fixtureOf(cause.id), "notFirst", fixture.notFirst),
          ...answersNamed(fixtureOf(cause.id), "against", fixture.against),
        ]
      : []),
  ];
}

/** Each h2 is one of the template, and each of the template is there once: else a part is shown nowhere. */
function headingProblems({ id, body }: Cause): string[] {
  if (body.unread) return [];
  const where = whereOf(id);
  const titles = CAUSE_PARTS.map(({ title }) => title as string);
  const own = body.sections.filter(({ depth }) => depth <= 2);
  const wanted = `write ${titles.map((title) => `“## ${title}”`).join(", ")}`;
  const first = body.text.slice(0, own[0]?.start).trim();
  return [
    ...own
      .filter(({ depth, title }) => depth !== 2 || !titles.includes(title))
      .map(({ line, title }) => `${where}: line ${line}: no page shows the heading “${title}”; ${wanted}.`),
    ...titles.flatMap((title) => {
      const count = own.filter((section) => section.title === title).length;
      return count === 1 ? [] : [`${where}: the heading “${title}” stands there ${count} times, not once.`];
    }),
    ...(first === "" ? [] : [`${where}: no page shows the text before the first heading; ${wanted}.`]),
  ];
}

const slotProblems = (where: string, field: string, text: string): string[] =>
  unknownSlots(text).map(
    (slot) => `${where}: field "${field}": nothing fills {${slot}}; there is {product}, {after}, {silence}.`,
  );

function mistakesOf(cause: Cause, { pairs }: Content): string[] {
  const where = whereOf(cause.id);
  const reachable = Object.values(cause.symptoms).some(({ weight }) => weight > 0);
  const about = cause.fixture?.cause ?? cause.id;
  return [
    ...headingProblems(cause),
    ...slotProblems(where, "headline", cause.headline),
    ...slotProblems(where, "owner.message", cause.owner?.message ?? ""),
    ...(reachable ? [] : [`${where}: field "symptoms": no symptom speaks for it, so nothing can reach it.`]),
    ...(pairs.some(({ causes }) => causes.includes(cause.id))
      ? []
      : [`${where}: no pair under content/pairs names it in "causes".`]),
    ...(about === cause.id ? [] : [`${fixtureOf(cause.id)}: field "cause": must be "${cause.id}".`]),
  ];
}

function orphans(reader: Reader): string[] {
  return reader
    .names(FOLDER)
    .filter((name) => name.endsWith(FIXTURE_ENDING))
    .map((name) => name.slice(0, -FIXTURE_ENDING.length))
    .filter((id) => !reader.files.includes(fileOf(id)))
    .map((id) => `${fixtureOf(id)}: there is no cause "${id}": write ${whereOf(id)}, or remove the fixture.`);
}

/** What a sign says of a cause at least, for its example to be an error line of the cause. */
const SPEAKS_UP = 2;
/** What tells an example from others stands at its beginning, and each of them comes to every reader. */
const LONGEST_EXAMPLE = 90;

/** Lines that tell of a cause, beside those that its page shows: the examples of the signs that speak for it above all. */
function exampleLines({ id, errors }: Cause, { signs }: Content): string[] {
  return signs
    .filter(({ in: place, hint, speaks }) => {
      const [most] = foremost(speaks);
      const isLoud = most !== undefined && most.weight !== "rules-out" && most.weight >= SPEAKS_UP;
      return place === "line" && hint !== true && isLoud && most.cause === id;
    })
    .map(({ hit }) => denoised(hit).replace(/\s+/g, " ").trim().slice(0, LONGEST_EXAMPLE))
    .filter((line) => !errors.some((error) => line.includes(error)));
}

function entriesOf(cause: Cause, place: string, content: Content): Entry[] {
  const href = pageOf(cause.id);
  const says = Object.values(cause.symptoms).flatMap((symptom) => symptom.says ?? []);
  const { title } = cause.mitigate;
  const how = withoutValues(cause.mitigate.do);
  const own = { title: cause.title, place, names: "", errors: [], text: "" };
  const parts = CAUSE_PARTS.map((part): Entry => ({
    ...own,
    href: `${href}#${part.id}`,
    kind: "section",
    title: `${cause.title}: ${part.title.toLowerCase()}`,
    text: plain(partOf(cause.body, part.title)),
  }));
  const { errors } = cause;
  const examples = exampleLines(cause, content);
  return [
    {
      ...own,
      href,
      kind: "cause",
      names: cause.id,
      text: plain(`${cause.lead} ${fill(cause.headline, {}, place)}. ${says.join(" ")} ${title}. ${how}`),
    },
    ...(errors.length > 0 ? [{ ...own, href: `${href}#see`, kind: "error" as const, errors }] : []),
    ...(examples.length > 0 ? [{ ...own, href, kind: "error" as const, errors: examples }] : []),
    ...parts,
  ];
}

const WHAT =
  "Every way in which a layer cuts, holds back or loses a stream, " +
  "with its evidence as log-odds in bits, its mitigation and its verification.";

export const cause: Kind = {
  files: [`${FOLDER}/*${ENDING}`, `${FOLDER}/*${FIXTURE_ENDING}`],
  read,
  ids: ({ causes }) => {
    const ids = idsIn(
      "cause",
      causes.map(({ id }) => id),
      whereOf,
    );
    return [...ids, ...labelsOf(ids, causes)];
  },
  names: ({ causes }) => causes.flatMap(namesOf),
  mistakes: (content, reader) => [
    ...content.causes.flatMap((one) => mistakesOf(one, content)),
    ...orphans(reader),
  ],
  searched: (content) =>
    content.causes.flatMap((one) => entriesOf(one, layerName(content, one.layer), content)),
  published: {
    name: "causes",
    what: WHAT,
    schema: v.array(v.strictObject({ id: slug, page: address, ...causeSchema.entries, text: markdown })),
    of: ({ causes }) =>
      causes.map(({ body, fixture: _, ...own }) => ({
        ...own,
        mitigate: { ...own.mitigate, do: withoutValues(own.mitigate.do) },
        ...(own.appOnly !== undefined && { appOnly: withoutValues(own.appOnly) }),
        page: pageOf(own.id),
        text: body.text.trim(),
      })),
  },
  anchored: /^\/causes\/(.+\/)?$/,
};
