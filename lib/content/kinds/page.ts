/** A page that stands for no single thing: its title, its description, and other words for it. */
import * as v from "valibot";
import { plain } from "../../text/plain";
import { slug, words } from "../schema";
import type { Kind } from "./kind";

const FILE = "pages.yaml";

export const pageSchema = v.strictObject({ id: slug, title: words, says: words, names: v.string() });

export const page: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.pages = reader.entries(pageSchema, FILE);
  },
  ids: ({ pages }, reader) => pages.map((one) => ({ of: "page", id: one.id, where: reader.where(one) })),
  searched: ({ pages }) =>
    pages.map(({ id, title, says, names }) => ({
      href: `/${id}/`,
      kind: "page",
      title,
      place: "",
      names,
      errors: [],
      text: plain(says),
    })),
  anchored: /^\/(accuracy|data|offline|privacy)\/$/,
};
