/**
 * Placeholders in the commands of content, such as `uvicorn {side}:app --port {port}`: the lab fills them for
 * each run, a page for its reader.
 */
import * as v from "valibot";

const PLACEHOLDER = /\{([a-z]+)\}/g;
/** What a reader gets: the side that works, on the port of all examples. */
const SHOWN: Readonly<Record<string, string>> = { side: "fixed", port: "8000" };

const namesIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);

/** Whether a text has this placeholder. */
export const hasPlaceholder = (text: string, name: string): boolean => namesIn(text).includes(name);

/**
 * A text with each placeholder filled in.
 * @throws when one has no value: the schema of content lets no such text through
 */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing fills ${whole} in “${text}”.`);
    return value;
  });
}

/** A command as a page and /knowledge.json show it. */
export const shownCommand = (command: string): string => filled(command, SHOWN);

/** For a schema: a text with other placeholders than these is refused, in words. */
export const onlyPlaceholders = (...names: readonly string[]) =>
  v.check<string, (issue: v.CheckIssue<string>) => string>(
    (text) => namesIn(text).every((name) => names.includes(name)),
    ({ input }) => {
      const unknown = namesIn(input).find((name) => !names.includes(name)) ?? "";
      const known = names.map((name) => `{${name}}`).join(" or ");
      return `names {${unknown}}, which nothing fills here; use ${known}`;
    },
  );
