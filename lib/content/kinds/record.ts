/** What the lab recorded. Whether each belongs to what is shown now is asked by lib/tasks/content.ts, not here: the lab reads the content while it is not. */
import { recordSchema, type ProofRecord } from "../proof-schema";
import { fileOf } from "../proofs";
import type { Kind } from "./kind";

const FOLDER = "proofs";

export const record: Kind = {
  files: [`${FOLDER}/*.json`],
  read: (reader, content) => {
    content.proofs = reader.names(FOLDER).flatMap((name): ProofRecord[] => {
      const read = reader.one(recordSchema, `${FOLDER}/${name}`);
      if (read && fileOf(read.kind, read.id) !== name)
        reader.problems.push(
          `content/${FOLDER}/${name}: field "id": the record of the ${read.kind} "${read.id}" is ${fileOf(read.kind, read.id)}.`,
        );
      return read ? [read] : [];
    });
  },
  anchored: /^\/proofs\/$/,
};
