/**
 * Resemblance to solved incidents: soft evidence from the words that a text shares with them. It only ever speaks for
 * causes, and names nothing that it found.
 */
import type { Finding } from "../model/finding";
import type { Resemblance } from "../model/reading";
import type { Weight } from "../model/knowledge";

/** What a finding's rule begins with; the cause follows. */
export const READS_LIKE = "reads-like-";
/** All of them are about the same thing: words. */
const ABOUT = "reads-like";
const SAYS = "Its words are those of solved incidents of this kind.";
/** So few known words say nothing. */
const FEWEST_TERMS = 6;
/** How far above the others a cause has to stand, in bits, for each weight, the loudest first. */
const STEPS: readonly (readonly [bits: number, weight: Weight])[] = [
  [2.75, 4],
  [1.5, 2],
  [0.5, 1],
];
/** Bits for each standard deviation above the mean of all causes. */
const BITS_PER_DEVIATION = 1.25;
const MOST_WORDS = 5;

/** What words weigh for a cause. */
interface Likeness {
  cause: string;
  sum: number;
  /** The terms that weigh most, with their lines. */
  shared: { term: string; line: number; weight: number }[];
}

function likenesses(terms: ReadonlyMap<string, number>, { causes, terms: known }: Resemblance): Likeness[] {
  const all = causes.map((cause): Likeness => ({ cause, sum: 0, shared: [] }));
  let count = 0;
  for (const [term, line] of terms) {
    const weights = Object.hasOwn(known, term) ? known[term] : undefined;
    if (!weights) continue;
    count += 1;
    for (let at = 0; at + 1 < weights.length; at += 2) {
      const one = all[weights[at] ?? -1];
      const weight = weights[at + 1] ?? 0;
      if (!one) continue;
      one.sum += weight;
      if (weight > 0) one.shared.push({ term, line, weight });
    }
  }
  return count < FEWEST_TERMS ? [] : all;
}

/** The finding of one cause that a text reads like; without a place, its text is no longer there. */
function likeFinding(cause: string, weight: Weight, origin: Finding["origin"], words?: string[]): Finding {
  return {
    rule: `${READS_LIKE}${cause}`,
    origin,
    speaks: [{ cause, weight, says: SAYS, about: ABOUT }],
    implies: {},
    hint: true,
    value: String(weight),
    ...(words ? { words } : {}),
  };
}

/** What was kept of a likeness; null for a weight that none has. */
export function keptLikeness(cause: string, value: string | undefined): Finding | null {
  const step = STEPS.find(([, weight]) => String(weight) === value);
  return step ? likeFinding(cause, step[1], { kind: "kept" }) : null;
}

/**
 * @param terms of all that was given, with the lines at which they stand
 * @param piece the piece that the lines are of
 * @returns a finding for each cause that stands out
 */
export function resemblanceFindings(
  terms: ReadonlyMap<string, number>,
  piece: number,
  resemblance: Resemblance,
): Finding[] {
  const all = likenesses(terms, resemblance);
  const mean = all.reduce((sum, one) => sum + one.sum, 0) / all.length;
  const deviation = Math.sqrt(all.reduce((sum, one) => sum + (one.sum - mean) ** 2, 0) / all.length);
  if (!(deviation > 0)) return [];
  return all.flatMap(({ cause, sum, shared }) => {
    const bits = (BITS_PER_DEVIATION * (sum - mean)) / deviation;
    const weight = STEPS.find(([least]) => bits >= least)?.[1];
    if (weight === undefined) return [];
    const strongest = shared.sort((a, b) => b.weight - a.weight).slice(0, MOST_WORDS);
    const line = strongest[0]?.line ?? 1;
    return [
      likeFinding(
        cause,
        weight,
        { kind: "text", piece, line },
        strongest.map(({ term }) => term),
      ),
    ];
  });
}
