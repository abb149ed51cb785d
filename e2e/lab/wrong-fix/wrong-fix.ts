/**
 * Wrong fixes of a pair: changes of its fixed side that somebody could make in good faith, and that its claims
 * must refuse.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { applyPatch } from "diff";
import type { Pair } from "../../../lib/content/load";
import { sideFile } from "../../../lib/model/languages";
import { LabError } from "../base/error";
import type { Trial } from "./try-all";

export const WRONG = "e2e/lab/wrong";
const SEEN = "Seen: ";

export interface WrongFix {
  /** The name of its file, without the end. */
  name: string;
  /** What is wrong, and where that is noticed: one sentence each. */
  says: string;
  seen: string;
  /** A unified diff against the pair's fixed side. */
  diff: string;
}

/** A wrong fix as its file has it: two lines in words, then the diff. */
export function readWrongFix(file: string, text: string): WrongFix {
  const [says = "", second = "", ...diff] = text.split("\n");
  if (says.trim() === "" || !second.startsWith(SEEN) || !diff[0]?.startsWith("--- "))
    throw new LabError(
      `${file}: the first line says what is wrong, the second one begins with "${SEEN.trim()}", and the diff follows.`,
    );
  return { name: basename(file, ".patch"), says, seen: second.slice(SEEN.length), diff: diff.join("\n") };
}

/** The wrong fixes of a pair, by name. */
export function wrongFixesOf({ id }: Pick<Pair, "id">): WrongFix[] {
  const folder = join(WRONG, id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => readWrongFix(join(folder, name), readFileSync(join(folder, name), "utf8")));
}

/** The whole program with a wrong fix in it; null when the diff does not fit the fixed side any more. */
export function programOf({ diff }: WrongFix, fixedCode: string): string | null {
  const program = applyPatch(fixedCode, diff);
  return program === false ? null : program;
}

/** The wrong fixes of a pair as trials of its claims. */
export const wrongFixTrials = (pair: Pair): Trial[] =>
  wrongFixesOf(pair).map((fix) => {
    const program = programOf(fix, pair.fixedCode);
    return {
      name: fix.name,
      programs: program === null ? [] : [program],
      none: `the patch no longer applies to ${sideFile("fixed", pair.language)}`,
      passed: `${fix.says} Seen: ${fix.seen}`,
    };
  });
