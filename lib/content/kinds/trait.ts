/** What products can do. */
import * as v from "valibot";
import { slug, words } from "../schema";
import type { Kind } from "./kind";

const FILE = "traits.yaml";

export const traitSchema = v.strictObject({ id: slug, what: words });

export const trait: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.traits = reader.entries(traitSchema, FILE);
  },
  ids: ({ traits }, reader) => traits.map((one) => ({ of: "trait", id: one.id, where: reader.where(one) })),
  published: {
    name: "traits",
    what: "What a product can do. Products have traits; causes and conditions name them.",
    schema: v.array(traitSchema),
    of: ({ traits }) => traits,
  },
};
