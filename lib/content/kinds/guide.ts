/** A guide: of a framework, or of another thing that a stream passes. */
import * as v from "valibot";
import { GUIDE_GROUPS, type Guide } from "../../model/content";
import type { Entry } from "../../search/types";
import { plain } from "../../text/plain";
import { idsIn, named, pairsNamed, perhaps } from "../named";
import { textUnder } from "../prose";
import { address, markdown } from "../published-parts";
import { date, slug, sources, words } from "../schema";
import type { Kind } from "./kind";

const FOLDER = "guides";
const ENDING = ".mdx";
/** A guide is found down to its h3. */
const DEEPEST = 3;

const fields = v.strictObject({
  framework: v.optional(slug),
  group: v.optional(v.picklist(GUIDE_GROUPS.map(({ id }) => id))),
  about: v.optional(v.array(slug), []),
  names: v.optional(words),
  title: words,
  lead: words,
  versions: v.record(v.string(), v.string()),
  checked: date,
  causes: v.pipe(v.array(slug), v.minLength(3)),
  sources,
});

export const guideSchema = v.pipe(
  fields,
  v.check(
    ({ framework, group }) => (framework === undefined) !== (group === undefined),
    'must name its "framework", or the "group" in which it is listed, and not both',
  ),
);

const fileOf = (id: string): string => `${FOLDER}/${id}${ENDING}`;
const whereOf = (id: string): string => `content/${fileOf(id)}`;
const pageOf = (id: string): string => `/guides/${id}/`;

function entriesOf({ id, names, title, lead, body }: Guide): Entry[] {
  const href = pageOf(id);
  const own = { kind: "guide" as const, names: id, errors: [] };
  const sections = body.sections
    .filter(({ depth }) => depth === 2 || depth === DEEPEST)
    .map((section) => ({ ...section, text: plain(textUnder(body, section, DEEPEST)) }))
    .filter(({ text }) => text !== "");
  return [
    {
      ...own,
      names: names === undefined ? id : `${id} ${names}`,
      href,
      title,
      place: "Guide",
      text: plain(lead),
    },
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
      if (framework !== undefined && fileOf(framework) !== `${FOLDER}/${name}`)
        reader.problems.push(
          `content/${FOLDER}/${name}: field "framework": the guide of "${framework}" is ${fileOf(framework)}.`,
        );
      return [{ ...read.data, id: framework ?? name.slice(0, -ENDING.length), body: read.body }];
    });
  },
  ids: ({ guides }) =>
    idsIn(
      "guide",
      guides.map(({ id }) => id),
      whereOf,
    ),
  names: ({ guides }) =>
    guides.flatMap(({ id, framework, about, causes, body }) => [
      ...named(whereOf(id), "framework", "framework", perhaps(framework)),
      ...named(whereOf(id), "about", "product", about),
      ...named(whereOf(id), "causes", "cause", causes),
      ...pairsNamed(fileOf(id), body),
    ]),
  searched: ({ guides }) => guides.flatMap(entriesOf),
  published: {
    name: "guides",
    what: "The guides: of the frameworks, and of what else stands between a model and its reader (`group`).",
    schema: v.array(v.strictObject({ id: slug, page: address, ...fields.entries, text: markdown })),
    of: ({ guides }) =>
      guides.map(({ body, ...own }) => ({ ...own, page: pageOf(own.id), text: body.text.trim() })),
  },
  anchored: /^\/guides\/.+\/$/,
};
