/** A config's file as a run needs it: values filled in, limits scaled, a directive taken out, the rest of the program's config around it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { VALUES, written } from "../../../lib/configs/values";
import type { ConfigClaim, ConfigRun } from "../../../lib/content/config-proof-schema";
import type { Config } from "../../../lib/content/load";

type File = Config["files"][number];
interface Swap {
  from: string;
  to: string;
}
/** A decisive text of a file that is taken out with its line, or written in another way. */
export interface Mutation {
  mark: string;
  to: string | null;
}

export const lab = (name: string): string => readFileSync(join("e2e/lab/wraps", name), "utf8");

/** The page's own values before anyone types one. */
const defaults = (): Record<string, string> =>
  Object.fromEntries(VALUES.map(({ name, example }) => [name, example]));

/** One line with the values of its fields, each in its place; a field that the lab has written over is left. */
function filledLine(line: string, fields: File["fields"], values: Readonly<Record<string, string>>): string {
  const places = fields
    .map((field) => ({ field, at: line.indexOf(field.text) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at);
  return places.reduce((text, { field, at }) => {
    const value = values[field.value];
    return value === undefined
      ? text
      : text.slice(0, at) +
          field.as.replace("{}", written(value, field.unit)) +
          text.slice(at + field.text.length);
  }, line);
}

/** The file's text for a run. A swap whose text is not in the file is a mistake of the author. */
function fileText(
  file: File,
  text: string,
  values: Readonly<Record<string, string>>,
  swaps: readonly Swap[] = [],
  mutation?: Mutation,
): string {
  const missing = swaps.find(({ from }) => !text.includes(from));
  if (missing)
    throw new Error(`The text “${missing.from}” that a run wants to change is not in ${file.file}.`);
  const lines = text.split("\n").flatMap((line, at) => {
    const marked = mutation !== undefined && line.includes(mutation.mark);
    if (marked && mutation.to === null) return [];
    const changes =
      marked && mutation.to !== null ? [{ from: mutation.mark, to: mutation.to }, ...swaps] : swaps;
    return [
      filledLine(
        swapped(line, changes),
        file.fields.filter((field) => field.line === at + 1),
        values,
      ),
    ];
  });
  return lines.join("\n");
}

const swapped = (line: string, swaps: readonly Swap[]): string =>
  swaps.reduce((text, { from, to }) => text.replace(from, to), line);

/** How a run takes a mark out. */
export const mutationOf = (run: ConfigRun, mark: string): Mutation => ({
  mark,
  to: run.instead.find(({ from }) => from === mark)?.to ?? null,
});

/** A config inside what the lab puts around it. */
export const wrapped = (run: ConfigRun, text: string): string =>
  run.wrap === undefined ? text : lab(run.wrap).replace("{{config}}", () => text);

/** The two sides of a claim: the pass-through config, and ours (or ours without one directive). */
export function sideText(
  run: ConfigRun,
  claim: ConfigClaim | null,
  file: File,
  text: string,
  upstream: string,
  mutation?: Mutation,
): string {
  const values = { ...(claim ? {} : defaults()), upstream, ...claim?.values };
  return fileText(file, text, values, [...run.set, ...(claim?.set ?? [])], mutation);
}
