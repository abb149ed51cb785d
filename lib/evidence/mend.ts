/** The smallest change of the user's own text that mends a setting: one line in place of another, or one line more. */
import type { FormatRule } from "../model/reading";

export interface Mend {
  /** The line that it replaces, or after which it stands. */
  line: number;
  replaces: boolean;
  text: string;
}

const indentOf = (text: string): string => /^\s*/.exec(text)?.[0] ?? "";

/** Whether a line holds one setting and nothing else, as far as it can be told without its format. */
const isAlone = (text: string, keys: readonly string[]): boolean => {
  const own = text.trim();
  return (
    keys.some((key) => own.startsWith(key)) &&
    !/[{}]/.test(own) &&
    own.indexOf(";") >= own.replace(/\s*#.*$/, "").length - 1
  );
};

/**
 * The change that a rule proposes at the line of its finding, or null where the line holds more than the setting.
 * @param lines the text as it was given
 * @param line number of the finding's line, from 1
 */
export function mendOf(
  { mend, absent, key }: Pick<FormatRule, "mend" | "absent" | "key">,
  lines: readonly string[],
  line: number,
): Mend | null {
  const here = (lines[line - 1] ?? "").replace(/\r$/, "");
  if (mend === undefined) return null;
  if (!absent) return isAlone(here, key) ? { line, replaces: true, text: indentOf(here) + mend } : null;
  // It goes to the beginning of its block, as deep as what stands there.
  if (!/\{\s*$/.test(here)) return null;
  const next = lines[line] ?? "";
  const inner = indentOf(next).length > indentOf(here).length ? indentOf(next) : `${indentOf(here)}    `;
  return { line, replaces: false, text: inner + mend };
}
