import fc from "fast-check";
import { expect, test } from "vitest";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { encode } from "./codec";
import { Ledger } from "./fixtures/ledger";
import { step, walks, type Deed } from "./fixtures/walk";

const RUNS = { seed: 20_26, numRuns: 300 } as const;
const LONGEST = 40;

/** Walk, and look at each step. @returns what was lost without a word, with the step that lost it */
function walked(deeds: readonly Deed[]): string[] {
  const walk = new Ledger();
  return deeds.flatMap((deed, at) => {
    const lost = step(walk, deed).map((said) => `${said} at step ${at}, “${deed.what}”`);
    for (const { state, fragment } of walk.tabs) expect(fragment).toBe(encode(state.answers, knowledge));
    return lost;
  });
}

test("nothing that was said is gone without a word, whatever is done in whichever tab, and whatever fails", () => {
  let steps = 0;
  fc.assert(
    fc.property(walks(LONGEST), (deeds) => {
      steps += deeds.length;
      expect(walked(deeds)).toEqual([]);
    }),
    RUNS,
  );
  console.log(`walks: ${RUNS.numRuns} sequences, ${steps} steps`);
});
