/**
 * A config's file as a run needs it: values filled in, limits scaled, a directive taken out, the rest of the
 * program's config around it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { VALUES, written } from "../../../../lib/configs/values";
import type { ConfigClaim, ConfigRun } from "../../../../lib/content/config-proof-schema";
import type { Config } from "../../../../lib/content/load";

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

/** What the lab puts around a config, or in its place. */
export const wrapFile = (name: string): string => join("e2e/lab/wraps", name);
export const lab = (name: string): string => readFileSync(wrapFile(name), "utf8");

/** The page's own values before anyone types one. */
const defaults = (): Record<string, string> =>
  Object.fromEntries(VALUES.map(({ name, example }) => [name, example]));

/** A decisive text and where it stands on its line. */
interface Spot {
  field: File["fields"][number];
  start: number;
}

/**
 * One line with the values of its fields, each in its place; a field that the lab has written over is left.
 */
function filledLine(line: string, fields: File["fields"], values: Readonly<Record<string, string>>): string {
  const spots = fields
    .map((field): Spot => ({ field, start: line.indexOf(field.text) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => b.start - a.start);
  return spots.reduce((text, { field, start }) => {
    const value = values[field.value];
    if (value === undefined) return text;
    const put = field.as.replace("{}", written(value, field.unit));
    return text.slice(0, start) + put + text.slice(start + field.text.length);
  }, line);
}

const swapped = (line: string, swaps: readonly Swap[]): string =>
  swaps.reduce((text, { from, to }) => text.replace(from, to), line);

/** What has to be known to write a file for a run. */
interface Writing {
  run: ConfigRun;
  /** `null`: the file as the page shows it. */
  claim: ConfigClaim | null;
  file: File;
  text: string;
  /** Address of the app. */
  upstream: string;
  mutation: Mutation | undefined;
}

/** Our file's text for a run. A swap whose text is not in the file is a mistake of the author. */
export function textFor({ run, claim, file, text, upstream, mutation }: Writing): string {
  const values = { ...(claim ? {} : defaults()), upstream, ...claim?.values };
  const swaps = [...run.set, ...(claim?.set ?? [])];
  const missing = swaps.find(({ from }) => !text.includes(from));
  if (missing)
    throw new Error(`The text “${missing.from}” that a run wants to change is not in ${file.file}.`);
  const lines = text.split("\n").flatMap((line, index) => {
    const marked = mutation !== undefined && line.includes(mutation.mark);
    if (marked && mutation.to === null) return [];
    const changes =
      marked && mutation.to !== null ? [{ from: mutation.mark, to: mutation.to }, ...swaps] : swaps;
    const fields = file.fields.filter((field) => field.line === index + 1);
    return [filledLine(swapped(line, changes), fields, values)];
  });
  return lines.join("\n");
}

/** How a run takes a mark out. */
export const mutationOf = (run: ConfigRun, mark: string): Mutation => ({
  mark,
  to: run.instead.find(({ from }) => from === mark)?.to ?? null,
});

/** A config inside what the lab puts around it. */
export const wrapped = (run: ConfigRun, text: string): string =>
  run.wrap === undefined ? text : lab(run.wrap).replace("{{config}}", () => text);
