/** Run programs in place of the fixed sides of pairs, some at a time, and say how each went. */
import type { Pair } from "../../../lib/content/load";
import { pooled } from "../base/pool";
import { spread } from "../base/spread";
import { judge, type Verdict } from "./judge";
import { scoreOf } from "./score";

type Say = (line: string) => void;
/** What came of all trials of a pair, by their names. */
type OnPair = (pair: Pair, verdicts: ReadonlyMap<string, Verdict>) => void;

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
  if (verdict.state === "refused") return `    refused: ${name}, by “${verdict.claim}”: ${verdict.why}`;
  if (verdict.state === "not tried") return `    NOT TRIED: ${name}: ${verdict.why}`;
  return `    PASSED: ${name}. ${passed}`;
}

/** The verdict on the first program of a trial that runs. */
async function verdictOn(pair: Pair, { programs, none }: Trial): Promise<Verdict> {
  let verdict: Verdict = { state: "not tried", why: none };
  for (const program of programs) {
    verdict = await judge(pair, program);
    if (verdict.state !== "not tried") break;
  }
  return verdict;
}

/** Says a pair's lines and its score once all of its trials are over. */
class Told {
  private readonly verdicts = new Map<Trial, Verdict>();
  constructor(
    readonly pair: Pair,
    readonly trials: readonly Trial[],
    private readonly say: Say,
    private readonly onPair: OnPair,
  ) {}

  async tryOne(trial: Trial): Promise<void> {
    this.verdicts.set(trial, await verdictOn(this.pair, trial));
    if (this.verdicts.size === this.trials.length) this.sayAll();
  }

  /** Once more, alone, what was not refused: on a busy machine a program may start too late. */
  async tryAgain(): Promise<void> {
    const open = this.trials.filter((trial) => this.verdicts.get(trial)?.state !== "refused");
    for (const trial of open) this.verdicts.set(trial, await verdictOn(this.pair, trial));
    if (open.length > 0) this.sayAll();
  }

  all(): Verdict[] {
    return [...this.verdicts.values()];
  }

  private sayAll(): void {
    const { pair, say } = this;
    say(`pair ${pair.id}: ${scoreOf(this.all())}`);
    for (const trial of this.trials) {
      const verdict = this.verdicts.get(trial);
      if (verdict) say(lineOf(trial, verdict));
    }
    this.onPair(pair, new Map([...this.verdicts].map(([{ name }, verdict]) => [name, verdict])));
  }
}

/**
 * @param called what the trials are, in the line of the score
 * @param onPair hears of each pair whose trials are over; again where some were tried once more
 */
export async function tryAll(
  called: string,
  pairs: readonly Pair[],
  trialsOf: (pair: Pair) => Trial[],
  say: Say,
  onPair: OnPair = () => undefined,
): Promise<Verdict[]> {
  const begun = Date.now();
  const told = pairs.map((pair) => new Told(pair, trialsOf(pair), say, onPair));
  const tasks = told.flatMap((one) => one.trials.map((trial) => ({ one, trial })));
  await pooled(
    spread(tasks, ({ one }) => one.pair.environment).map(
      ({ one, trial }) =>
        () =>
          one.tryOne(trial),
    ),
    AT_ONCE,
  );
  for (const one of told) await one.tryAgain();
  const verdicts = told.flatMap((one) => one.all());
  say(`\n${called}: ${scoreOf(verdicts)}, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  return verdicts;
}
