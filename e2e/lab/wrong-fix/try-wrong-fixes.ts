/** Try the wrong fixes of pairs, and keep which claim refused each. */
import type { Pair } from "../../../lib/content/load";
import { changed, hangsOn, readKnown, sampled, withVerdicts, writeKnown } from "./known";
import { tryAll } from "./try-all";
import { wrongFixTrials } from "./wrong-fix";

/** What is known is tried all the same for each sixteenth pair: five of them at a time, some four minutes. */
const SAMPLE = 16;

/** The pairs that changed since their wrong fixes were refused, and a sample of the others, in order. */
function due(pairs: readonly Pair[], say: (line: string) => void): Pair[] {
  const hang = new Map(pairs.map((pair) => [pair, hangsOn(pair)]));
  const hangOf = (pair: Pair) => hang.get(pair) ?? "";
  const other = changed(pairs, readKnown(), hangOf);
  const sample = sampled(pairs, hangOf, SAMPLE);
  say(
    `wrong fixes of ${other.length} pairs have changed, or what they hang on has; of the ${pairs.length - other.length} ` +
      `others, each refused before, those of ${sample.filter((pair) => !other.includes(pair)).length} are tried again`,
  );
  return pairs.filter((pair) => other.includes(pair) || sample.includes(pair));
}

/**
 * @param all the pairs that there are, of which others may be known
 * @param onlyChanged leave out what is known, save a sample, and write nothing
 * @returns whether each wrong fix was refused
 */
export async function tryWrongFixes(
  pairs: readonly Pair[],
  all: readonly Pair[],
  onlyChanged: boolean,
  say: (line: string) => void,
): Promise<boolean> {
  const tried = onlyChanged ? due(pairs, say) : pairs;
  const verdicts = await tryAll("wrong fixes", tried, wrongFixTrials, say, (pair, seen) => {
    if (!onlyChanged) writeKnown(withVerdicts(readKnown(), pair, hangsOn(pair), seen), all);
  });
  return verdicts.every(({ state }) => state === "refused");
}
