/** Run programs in place of the fixed sides of pairs, some at a time, and say how each went. */
import type { Pair } from "../../../lib/content/load";
import { pooled } from "../base/pool";
import { judge, type Verdict } from "./judge";
import { scoreOf } from "./score";

type Say = (line: string) => void;

/** Something that is done to a fixed side, and that the claims of its pair must refuse. */
export interface Trial {
  name: string;
  /** Whole programs that do it: the first that runs decides. */
  programs: readonly string[];
  /** Why there is no such program. */
  none: string;
  /** What it means where it passed. */
  passed: string;
}

/** Trials at a time: each is one program that mostly waits. */
const AT_ONCE = 4;

/** A verdict as one line. */
function lineOf({ name, passed }: Trial, verdict: Verdict): string {
  if (verdict.state === "refused") return `    refused: ${name}, by ${verdict.by}`;
  if (verdict.state === "not tried") return `    NOT TRIED: ${name}: ${verdict.why}`;
  return `    PASSED: ${name}. ${passed}`;
}

/** Says a pair's lines and its score once all of its trials are over. */
class Told {
  private readonly verdicts = new Map<Trial, Verdict>();
  constructor(
    private readonly pair: Pair,
    readonly trials: readonly Trial[],
    private readonly say: Say,
  ) {}

  async tryOne(trial: Trial): Promise<Verdict> {
    let verdict: Verdict = { state: "not tried", why: trial.none };
    for (const program of trial.programs) {
      verdict = await judge(this.pair, program);
      if (verdict.state !== "not tried") break;
    }
    this.verdicts.set(trial, verdict);
    if (this.verdicts.size === this.trials.length) this.sayAll();
    return verdict;
  }

  private sayAll(): void {
    const { pair, say } = this;
    const verdicts = [...this.verdicts.values()];
    say(`pair ${pair.id}: ${scoreOf(verdicts)}`);
    for (const trial of this.trials) {
      const verdict = this.verdicts.get(trial);
      if (verdict) say(lineOf(trial, verdict));
    }
  }
}

/** @param called what the trials are, in the line of the score */
export async function tryAll(
  called: string,
  pairs: readonly Pair[],
  trialsOf: (pair: Pair) => Trial[],
  say: Say,
): Promise<Verdict[]> {
  const begun = Date.now();
  const told = pairs.map((pair) => new Told(pair, trialsOf(pair), say));
  const tasks = told.flatMap((one) => one.trials.map((trial) => () => one.tryOne(trial)));
  const verdicts = await pooled(tasks, AT_ONCE);
  say(`\n${called}: ${scoreOf(verdicts)}, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  return verdicts;
}
