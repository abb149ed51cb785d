/** Where a team keeps its own knowledge, apart from ours: each kind that it may add reads it with its own. */
import type { Reader } from "./reader";

const FOLDER = "team";

/** The files of data that a team has of a kind, with their path. */
export const dataFiles = (reader: Reader, kind: string): string[] =>
  reader.files.filter(
    (file) =>
      file.startsWith(`${FOLDER}/${kind}/`) &&
      /^[^/]+\.(ya?ml|json)$/.test(file.slice(FOLDER.length + kind.length + 2)),
  );
