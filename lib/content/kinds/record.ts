/**
 * What the lab recorded. Whether each belongs to what is shown now is asked by lib/tasks/content.ts:
 * the lab itself reads the content while one does not.
 */
import { recordSchema, type ProofRecord } from "../../trace/record-schema";
import { fileOf } from "../proofs";
import type { Kind } from "./kind";

const FOLDER = "proofs";

export const record: Kind = {
  files: [`${FOLDER}/*.json`],
  read: (reader, content) => {
    content.proofs = reader.names(FOLDER).flatMap((name): ProofRecord[] => {
      const read = reader.one(recordSchema, `${FOLDER}/${name}`);
      if (!read) return [];
      const { kind, id } = read;
      const own = fileOf(kind, id);
      if (own !== name)
        reader.problems.push(
          `content/${FOLDER}/${name}: field "id": the record of the ${kind} "${id}" is ${own}.`,
        );
      return [read];
    });
  },
  anchored: /^\/proofs\/$/,
};
