/** Words that people use for the same thing, a line each: in a search, each stands for all of its line. */
import * as v from "valibot";
import { words } from "../schema";
import type { Kind } from "./kind";

const FILE = "synonyms.yaml";

export const synonymSchema = v.pipe(v.array(words), v.minLength(2, "must hold two words at least"));

export const synonym: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.synonyms = reader.entries(synonymSchema, FILE);
  },
};
