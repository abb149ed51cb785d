/**
 * Resemblance to solved incidents: evidence from the words that a text shares with them. It only ever speaks for causes,
 * and names nothing that it found.
 */
import { READS_LIKE, type Finding } from "../model/finding";
import { WORD_SCALE, type Alike, type Resemblance } from "../model/reading";

/** All of them are about the same thing: words. */
const ABOUT = "reads-like";
const SAYS = "Its words are those of solved incidents of this kind.";
/** So few known words say nothing. */
const FEWEST_TERMS = 6;
/** So many count half of what they say. */
const FEW_TERMS = 25;
/** A cause that stands above the others by less, in bits, is not spoken for; nor is any but the likeliest few. */
const LEAST = 0.5;
const MOST_CAUSES = 10;
/**
 * Ordinary words weigh something for causes too: they count where one is so much likelier, in bits, than that the text is
 * about something else. On folds, of 3,521 incidents 6 stay below it, of 240 ordinary texts 22 come above.
 */
const AHEAD = 4;
const MOST_BITS = 20;
const MOST_WORDS = 5;

/** What words weigh for a cause. */
interface Likeness {
  cause: string;
  sum: number;
  /** The terms that weigh most, with their lines. */
  shared: { term: string; line: number; weight: number }[];
}

/** @returns bits for each cause against all; nothing where too few words are known, or they are those of other texts */
function likenesses(terms: ReadonlyMap<string, number>, { causes, terms: known }: Resemblance): Likeness[] {
  const all = causes.map((cause): Likeness => ({ cause, sum: 0, shared: [] }));
  let count = 0;
  let squares = 0;
  let plain = 0;
  for (const [term, line] of terms) {
    const weights = Object.hasOwn(known, term) ? known[term] : undefined;
    if (!weights) continue;
    count += 1;
    squares += ((weights[0] ?? 0) / WORD_SCALE) ** 2;
    plain += (weights[1] ?? 0) / WORD_SCALE;
    for (let at = 2; at + 1 < weights.length; at += 2) {
      const one = all[weights[at] ?? -1];
      const weight = weights[at + 1] ?? 0;
      if (!one) continue;
      one.sum += weight / WORD_SCALE;
      if (weight > 0) one.shared.push({ term, line, weight });
    }
  }
  if (count < FEWEST_TERMS || squares === 0) return [];
  // A long text counts no more than a short one; of a few words not much can be told.
  const told = count / (count + FEW_TERMS) / Math.sqrt(squares);
  if (all.every(({ sum }) => (sum - plain) * told < AHEAD)) return [];
  return all.map((one) => ({ ...one, sum: one.sum * told }));
}

/** The finding of one cause that a text reads like; without a place, its text is no longer there. */
function likeFinding(
  cause: string,
  weight: number,
  leans: Alike["leans"],
  origin: Finding["origin"],
  words?: string[],
): Finding {
  return {
    rule: `${READS_LIKE}${cause}`,
    origin,
    speaks: [{ cause, weight, says: SAYS, about: ABOUT, soft: true }],
    leans,
    implies: {},
    hint: true,
    value: String(weight),
    ...(words ? { words } : {}),
  };
}

/** What was kept of a likeness; null for a weight that none has. */
export function keptLikeness(cause: string, value: string | undefined, { leans }: Alike): Finding | null {
  const weight = Number(value);
  return weight >= LEAST && weight <= MOST_BITS ? likeFinding(cause, weight, leans, { kind: "kept" }) : null;
}

/** As a link holds it. */
const rounded = (bits: number): number => Math.round(10 * Math.min(bits, MOST_BITS)) / 10;

/**
 * @param terms of all that was given, with the lines at which they stand
 * @param piece the piece that the lines are of
 * @param alike what is known of solved incidents beside their words
 * @returns a finding for each cause that stands out, the likeliest first
 */
export function resemblanceFindings(
  terms: ReadonlyMap<string, number>,
  piece: number,
  resemblance: Resemblance,
  alike: Readonly<Record<string, Alike>>,
): Finding[] {
  return likenesses(terms, resemblance)
    .map((one) => ({ ...one, bits: one.sum + (alike[one.cause]?.usual ?? 0) }))
    .filter(({ bits }) => bits >= LEAST)
    .sort((a, b) => b.bits - a.bits || (a.cause < b.cause ? -1 : 1))
    .slice(0, MOST_CAUSES)
    .map(({ cause, bits, shared }) => {
      const strongest = shared.sort((a, b) => b.weight - a.weight).slice(0, MOST_WORDS);
      const origin: Finding["origin"] = { kind: "text", piece, line: strongest[0]?.line ?? 1 };
      const words = strongest.map(({ term }) => term);
      return likeFinding(cause, rounded(bits), alike[cause]?.leans ?? [], origin, words);
    });
}
