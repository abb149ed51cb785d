/** A page that stands for no single thing: its title, its description, and other words for it. */
import * as v from "valibot";
import type { Page } from "../../model/content";
import { plain } from "../../text/plain";
import { readProse } from "../prose";
import { slug, words } from "../schema";
import type { Kind } from "./kind";

const FILE = "pages.yaml";

const part = v.strictObject({ id: slug, title: words, names: v.string(), text: words });

export const pageSchema = v.strictObject({
  id: slug,
  title: words,
  says: words,
  names: v.string(),
  parts: v.optional(v.pipe(v.array(part), v.minLength(1))),
});

/** What is wrong with the text of a part, told as of a guide. */
const textProblems = ({ parts = [] }: Page, where: string): string[] =>
  parts.flatMap(({ id, text }) =>
    readProse(text, 0).problems.map((problem) => `${where}: part "${id}": ${problem}`),
  );

export const page: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.pages = reader.entries(pageSchema, FILE);
  },
  ids: ({ pages }, reader) => pages.map((one) => ({ of: "page", id: one.id, where: reader.where(one) })),
  mistakes: ({ pages }, reader) => pages.flatMap((one) => textProblems(one, reader.where(one))),
  searched: ({ pages }) =>
    pages.flatMap(({ id, title, says, names, parts = [] }) => {
      const own = { kind: "page" as const, errors: [] };
      return [
        { ...own, href: `/${id}/`, title, place: "", names, text: plain(says) },
        ...parts.map((one) => ({
          ...own,
          href: `/${id}/#${one.id}`,
          title: one.title,
          place: title,
          names: one.names,
          text: plain(one.text),
        })),
      ];
    }),
  anchored: /^\/(accuracy|configs|data|offline|privacy)\/$/,
};
