/** Whether a pair's claims refuse a wrong fix: one after the other, until one does. */
import type { Pair } from "../../../lib/content/load";
import type { Claim } from "../../../lib/content/proof-schema";
import { sideFile } from "../../../lib/model/languages";
import type { Recording } from "../../../lib/trace/signs";
import { sideOf } from "../kinds/pair";
import { refusal } from "../proof/claims";
import { runSide } from "../run/side";

/** What came of a wrong fix, and by which claim or for which reason. */
export type Verdict =
  | { state: "refused"; claim: string; why: string }
  | { state: "passed" }
  | { state: "not tried"; why: string };

const notTried = (why: string): Verdict => ({ state: "not tried", why });

/** The first and the last line of a message: what happened, and the program's own last word. */
function inShort(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).trim().split("\n");
  return lines.length > 1 ? `${lines[0] ?? ""} ${lines.at(-1)?.trim() ?? ""}` : (lines[0] ?? "");
}

/**
 * Whether a program failed before the model heard of it, where no sign of its side wants that exit: it is a
 * broken program, and no fix.
 */
export function diedAtOnce(
  { gives, both = [] }: Pick<Claim, "gives" | "both">,
  { exit, called }: Pick<Recording, "exit" | "called">,
): boolean {
  const wanted = [...gives, ...both].some((sign) => sign.sign === "exits" && sign.code === exit);
  return exit !== null && exit !== 0 && called.length === 0 && !wanted;
}

/** Run the claims of a pair with another program as its fixed side. */
export async function judge(pair: Pair, program: string): Promise<Verdict> {
  try {
    for (const claim of pair.claims) {
      const setup = {
        ...sideOf(pair, claim, "fixed"),
        instead: { [sideFile("fixed", pair.language)]: program },
      };
      const recording = await runSide(setup, () => undefined);
      if (diedAtOnce(claim, recording))
        return notTried(`the program ended at once (exit ${recording.exit ?? "unknown"})`);
      const why = refusal(claim, recording);
      if (why !== null) return { state: "refused", claim: claim.scenario, why };
    }
  } catch (error) {
    return notTried(inShort(error));
  }
  return { state: "passed" };
}
