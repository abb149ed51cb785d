/** Try all wrong fixes of pairs, some at a time, and say how each went. */
import type { Pair } from "../../../lib/content/load";
import { pooled } from "../base/pool";
import { judge, type Verdict } from "./judge";
import { scoreOf } from "./score";
import { programOf, wrongFixesOf, type WrongFix } from "./wrong-fix";

type Say = (line: string) => void;

/** Fixes at a time: each is one program that mostly waits. */
const AT_ONCE = 4;

/** A verdict as one line; what was not refused is told with what the fix does wrong. */
function lineOf({ name, says, seen }: WrongFix, verdict: Verdict): string {
  if (verdict.state === "refused") return `    refused: ${name}, by ${verdict.by}`;
  if (verdict.state === "not tried") return `    NOT TRIED: ${name}: ${verdict.why}`;
  return `    PASSED: ${name}. ${says} Seen: ${seen}`;
}

/** Says a pair's lines and its score once all of its fixes have been tried. */
class Told {
  private readonly verdicts = new Map<WrongFix, Verdict>();
  constructor(
    private readonly pair: Pair,
    readonly fixes: readonly WrongFix[],
    private readonly say: Say,
  ) {}

  async tryOne(fix: WrongFix): Promise<Verdict> {
    const program = programOf(fix, this.pair.fixedCode);
    const verdict: Verdict =
      program === null
        ? { state: "not tried", why: "the patch no longer applies to fixed.py" }
        : await judge(this.pair, program);
    this.verdicts.set(fix, verdict);
    if (this.verdicts.size === this.fixes.length) this.sayAll();
    return verdict;
  }

  private sayAll(): void {
    const { pair, say } = this;
    const verdicts = [...this.verdicts.values()];
    say(`pair ${pair.id}: ${scoreOf(verdicts)}`);
    for (const fix of this.fixes) {
      const verdict = this.verdicts.get(fix);
      if (verdict) say(lineOf(fix, verdict));
    }
  }
}

/** Try the wrong fixes of these pairs; gives the exit code. */
export async function tryWrongFixes(pairs: readonly Pair[], say: Say): Promise<number> {
  const begun = Date.now();
  const told = pairs.map((pair) => new Told(pair, wrongFixesOf(pair), say));
  const tasks = told.flatMap((one) => one.fixes.map((fix) => () => one.tryOne(fix)));
  const verdicts = await pooled(tasks, AT_ONCE);
  say(`\nwrong fixes: ${scoreOf(verdicts)}, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  return verdicts.every(({ state }) => state === "refused") ? 0 : 1;
}
