/** The score of the claims: how many wrong fixes they refuse. */
import type { Verdict } from "./judge";

/** `8 refused of 10 (0.80), 1 passed, 1 not tried` */
export function scoreOf(verdicts: readonly Verdict[]): string {
  const count = (state: Verdict["state"]) => verdicts.filter((verdict) => verdict.state === state).length;
  const [refused, all] = [count("refused"), verdicts.length];
  const score = all === 0 ? "nothing to refuse" : (refused / all).toFixed(3);
  return `${refused} refused of ${all} (${score}), ${count("passed")} passed, ${count("not tried")} not tried`;
}
