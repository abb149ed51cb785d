/** A team's own note: Markdown, and the places where it is shown. */
import * as v from "valibot";
import type { Note } from "../../model/content";
import { plain } from "../../text/plain";
import { idsIn, named, pairsNamed } from "../named";
import { date, slug, words } from "../schema";
import type { Kind } from "./kind";

const FOLDER = "team/notes";
const ENDING = ".mdx";

/** Front matter of a note: where it is shown, at least in one place. */
export const noteSchema = v.pipe(
  v.strictObject({
    title: words,
    causes: v.optional(v.array(slug), []),
    guides: v.optional(v.array(slug), []),
    products: v.optional(v.array(slug), []),
    by: v.optional(words),
    date: v.optional(date),
  }),
  v.check(
    ({ causes, guides, products }) => causes.length + guides.length + products.length > 0,
    "must name a cause, a guide or a product, or the note is shown nowhere",
  ),
);

/** The notes that belong to a place. */
export const notesFor = (
  notes: readonly Note[],
  place: "causes" | "guides" | "products",
  id: string,
): Note[] => notes.filter((one) => one[place].includes(id));

/** The anchor of a note on each page that shows it. */
export const noteAnchor = ({ id }: Note): string => `team-${id}`;

/** The page that shows a note, the first of them. */
function pageOf({ causes, guides }: Note): string {
  if (causes[0] !== undefined) return `/causes/${causes[0]}/`;
  return guides[0] === undefined ? "/limits/" : `/guides/${guides[0]}/`;
}

const fileOf = (id: string): string => `${FOLDER}/${id}${ENDING}`;

export const note: Kind = {
  files: [`${FOLDER}/*${ENDING}`],
  read: (reader, content) => {
    const files = reader.names(FOLDER).filter((name) => name.endsWith(ENDING));
    content.notes = files.flatMap((name): Note[] => {
      const read = reader.mdx(noteSchema, `${FOLDER}/${name}`);
      return read ? [{ ...read.data, id: name.slice(0, -ENDING.length), body: read.body }] : [];
    });
  },
  ids: ({ notes }) =>
    idsIn(
      "note",
      notes.map(({ id }) => id),
      (id) => `content/${fileOf(id)}`,
    ),
  names: ({ notes }) =>
    notes.flatMap((one) => {
      const where = `content/${fileOf(one.id)}`;
      return [
        ...named(where, "causes", "cause", one.causes),
        ...named(where, "guides", "guide", one.guides),
        ...named(where, "products", "product", one.products),
        ...pairsNamed(fileOf(one.id), one.body),
      ];
    }),
  searched: ({ notes }) =>
    notes.map((one) => ({
      href: `${pageOf(one)}#${noteAnchor(one)}`,
      kind: "section",
      title: one.title,
      place: "Your team",
      names: one.products.join(" "),
      errors: [],
      text: plain(one.body.text),
    })),
};
