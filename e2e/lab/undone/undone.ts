/** The decisive lines of a pair's fixed side, each taken back alone: a claim must fail without it, or it is none. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Pair } from "../../../lib/content/load";
import { binOf } from "../machine/environments";
import type { Trial } from "../wrong-fix/try-all";
import { undoneJavaScript } from "./javascript";

/** A decisive line, and programs without it: its statement taken out, or the broken side's put in its place. */
interface Undone {
  mark: string;
  programs: readonly string[];
}

const SCRIPT = "e2e/lab/undone/undo.py";

/** The pair's decisive lines with the programs that lack them. */
export function undone(
  { fixedCode, brokenCode, marks }: Pick<Pair, "fixedCode" | "brokenCode" | "marks">,
  python: string,
): Undone[] {
  const input = JSON.stringify({ fixed: fixedCode, broken: brokenCode, marks: marks.fixed });
  return JSON.parse(execFileSync(python, ["-B", SCRIPT], { input, encoding: "utf8" })) as Undone[];
}

/** The decisive lines of a pair, each taken back, as trials of its claims. */
export const undoneTrials = (pair: Pair): Trial[] =>
  (pair.language === "javascript"
    ? undoneJavaScript(pair)
    : undone(pair, join(binOf(pair.environment), "python"))
  ).map(({ mark, programs }) => ({
    name: mark,
    programs,
    none: "it cannot be taken back alone",
    passed: "Without it every claim still holds.",
  }));
