/** The decisive lines of a pair's fixed side, each taken back alone: a claim must fail without it, or it is none. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Pair } from "../../../lib/content/load";
import { pooled } from "../base/pool";
import { binOf } from "../machine/environments";
import { judge, type Verdict } from "../wrong-fix/judge";
import { scoreOf } from "../wrong-fix/score";

type Say = (line: string) => void;

/** A decisive line, and programs without it: its statement taken out, or the broken side's put in its place. */
interface Undone {
  mark: string;
  programs: readonly string[];
}

const AT_ONCE = 4;
const SCRIPT = "e2e/lab/undone/undo.py";

/** The pair's decisive lines with the programs that lack them. */
export function undone(
  { fixedCode, brokenCode, marks }: Pick<Pair, "fixedCode" | "brokenCode" | "marks">,
  python: string,
): Undone[] {
  const input = JSON.stringify({ fixed: fixedCode, broken: brokenCode, marks: marks.fixed });
  return JSON.parse(execFileSync(python, [SCRIPT], { input, encoding: "utf8" })) as Undone[];
}

/** The first program that runs decides. */
async function judged(pair: Pair, { programs }: Undone): Promise<Verdict> {
  let verdict: Verdict = { state: "not tried", why: "it cannot be taken back alone" };
  for (const program of programs) {
    verdict = await judge(pair, program);
    if (verdict.state !== "not tried") break;
  }
  return verdict;
}

/** Take back the decisive lines of these pairs; gives the exit code. */
export async function tryUndone(pairs: readonly Pair[], say: Say): Promise<number> {
  const begun = Date.now();
  const all = pairs.flatMap((pair) =>
    undone(pair, join(binOf(pair.environment), "python")).map((one) => ({ pair, one })),
  );
  const verdicts = await pooled(
    all.map(({ pair, one }) => async () => {
      const verdict = await judged(pair, one);
      const why = verdict.state === "refused" ? verdict.by : verdict.state === "passed" ? "" : verdict.why;
      const state = verdict.state === "refused" ? "missed" : verdict.state.toUpperCase();
      say(`pair ${pair.id}: ${state}: ${one.mark}${why === "" ? "" : `, by ${why}`}`);
      return verdict;
    }),
    AT_ONCE,
  );
  say(`\nmarks undone: ${scoreOf(verdicts)}, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  return verdicts.some(({ state }) => state === "passed") ? 1 : 0;
}
