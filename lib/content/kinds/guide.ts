/** A framework's guide. */
import * as v from "valibot";
import type { Guide } from "../../model/content";
import type { Entry } from "../../search/types";
import { plain } from "../../text/plain";
import { idsIn, named, pairsNamed } from "../named";
import { textUnder } from "../prose";
import { address, markdown } from "../published-parts";
import { date, slug, sources, words } from "../schema";
import type { Kind } from "./kind";

const FOLDER = "guides";
const ENDING = ".mdx";
/** A guide is found down to its h3. */
const DEEPEST = 3;

export const guideSchema = v.strictObject({
  framework: slug,
  title: words,
  lead: words,
  versions: v.record(v.string(), v.string()),
  checked: date,
  causes: v.pipe(v.array(slug), v.minLength(3)),
  sources,
});

const fileOf = (framework: string): string => `${FOLDER}/${framework}${ENDING}`;
const whereOf = (framework: string): string => `content/${fileOf(framework)}`;
const pageOf = (framework: string): string => `/guides/${framework}/`;

function entriesOf({ framework, title, lead, body }: Guide): Entry[] {
  const href = pageOf(framework);
  const own = { kind: "guide" as const, names: framework, errors: [] };
  const sections = body.sections
    .filter(({ depth }) => depth === 2 || depth === DEEPEST)
    .map((section) => ({ ...section, text: plain(textUnder(body, section, DEEPEST)) }))
    .filter(({ text }) => text !== "");
  return [
    { ...own, href, title, place: "Guide", text: plain(lead) },
    ...sections.map((section) => ({
      ...own,
      href: `${href}#${section.id}`,
      title: section.title,
      place: title.split(":")[0] ?? title,
      text: section.text,
    })),
  ];
}

export const guide: Kind = {
  files: [`${FOLDER}/*${ENDING}`],
  read: (reader, content) => {
    content.guides = reader.names(FOLDER).flatMap((name): Guide[] => {
      const read = reader.mdx(guideSchema, `${FOLDER}/${name}`);
      if (!read) return [];
      const { framework } = read.data;
      if (fileOf(framework) !== `${FOLDER}/${name}`)
        reader.problems.push(
          `content/${FOLDER}/${name}: field "framework": the guide of "${framework}" is ${fileOf(framework)}.`,
        );
      return [{ ...read.data, body: read.body }];
    });
  },
  ids: ({ guides }) =>
    idsIn(
      "guide",
      guides.map(({ framework }) => framework),
      whereOf,
    ),
  names: ({ guides }) =>
    guides.flatMap(({ framework, causes, body }) => [
      ...named(whereOf(framework), "framework", "framework", [framework]),
      ...named(whereOf(framework), "causes", "cause", causes),
      ...pairsNamed(fileOf(framework), body),
    ]),
  searched: ({ guides }) => guides.flatMap(entriesOf),
  published: {
    name: "guides",
    what: "The guides of the frameworks.",
    schema: v.array(v.strictObject({ page: address, ...guideSchema.entries, text: markdown })),
    of: ({ guides }) =>
      guides.map(({ body, ...own }) => ({ ...own, page: pageOf(own.framework), text: body.text.trim() })),
  },
  anchored: /^\/guides\/.+\/$/,
};
