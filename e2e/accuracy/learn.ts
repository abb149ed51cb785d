/**
 * What words of solved incidents weigh for each cause: complement naive Bayes with inverse document frequencies. It is
 * simple enough to be read, learns from a few hundred texts, and holds for texts that it has not seen.
 */
import type { Content } from "../../lib/content/load";

/** A solved incident, as its words, with how much each cause has a part in it. */
export interface Solved {
  terms: readonly string[];
  causes: ReadonlyMap<string, number>;
  /** How much it counts. */
  weight: number;
}

type Words = Content["words"];

/** What an accepted cause counts beside the confirmed one. */
export const ACCEPTED = 0.5;
const SMOOTHING = 0.3;
/** A term of few texts says nothing of the next; one of every second text says nothing at all. */
const FEWEST_TEXTS = 3;
const MOST_OF_TEXTS = 0.5;
/** Weights are whole numbers of this part of one. */
const SCALE = 20;

/** Names that redaction gives out stand for anything. */
const PSEUDONYM = /\b(?:host|ip|mail)-\d/;

const sumOf = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const one of numbers) sum += one;
  return sum;
};

interface Counted {
  idf: number;
  /** By cause. */
  mass: Float64Array;
}

function vocabularyOf(solved: readonly Solved[], causes: number): Map<string, Counted> {
  const texts = new Map<string, number>();
  for (const { terms } of solved) for (const term of terms) texts.set(term, (texts.get(term) ?? 0) + 1);
  const kept = [...texts]
    .filter(([, count]) => count >= FEWEST_TEXTS && count < MOST_OF_TEXTS * solved.length)
    .filter(([term]) => !PSEUDONYM.test(term))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    kept.map(([term, count]) => [
      term,
      { idf: Math.log(solved.length / count) + 1, mass: new Float64Array(causes) },
    ]),
  );
}

function count(
  solved: readonly Solved[],
  vocabulary: ReadonlyMap<string, Counted>,
  causes: readonly string[],
): void {
  const places = new Map(causes.map((cause, at) => [cause, at]));
  for (const { terms, causes: parts, weight } of solved) {
    const known = terms.flatMap((term) => vocabulary.get(term) ?? []);
    const norm = Math.sqrt(known.reduce((sum, { idf }) => sum + idf ** 2, 0));
    for (const [cause, part] of parts)
      for (const { mass, idf } of known) mass[places.get(cause) ?? 0]! += (weight * part * idf) / norm;
  }
}

/**
 * What each term weighs for each cause: how rare it is among the incidents of all other causes. The terms of one cause
 * weigh as much together as those of another; a term's usual weight is taken off, as it tells no causes apart.
 */
function weigh(counted: readonly Counted[], causes: readonly string[]): number[][] {
  const totals = counted.map(({ mass }) => sumOf(mass) + SMOOTHING);
  const all = sumOf(totals);
  const byCause = causes.map((_, cause) => {
    const own = (at: number) => counted[at]?.mass[cause] ?? 0;
    const others = all - sumOf(counted.map((__, at) => own(at)));
    const logs = totals.map((total, at) => -Math.log((total - own(at)) / others));
    const mean = sumOf(logs) / logs.length;
    return logs.map((log) => log / mean);
  });
  return counted.map(({ idf }, at) => {
    const weights = byCause.map((logs) => logs[at] ?? 0);
    const usual = weights.toSorted((a, b) => a - b)[Math.floor(weights.length / 2)] ?? 0;
    return weights.map((weight) => idf * (weight - usual));
  });
}

/** @param most at most so many terms are kept, those that tell most */
export function learn(solved: readonly Solved[], most: number): Words {
  const causes = [...new Set(solved.flatMap((one) => [...one.causes.keys()]))].sort();
  const vocabulary = vocabularyOf(solved, causes.length);
  count(solved, vocabulary, causes);
  const weights = weigh([...vocabulary.values()], causes);
  return [...vocabulary]
    .map(([term, { mass }], at) => {
      const weighs = causes
        .map((cause, place): [string, number] => [cause, Math.round(SCALE * (weights[at]?.[place] ?? 0))])
        // A cause that no solved incident had this word of is not spoken for by it.
        .filter(([, weight], place) => weight > 0 && (mass[place] ?? 0) > 0);
      const loudest = Math.max(0, ...weighs.map(([, weight]) => weight));
      return { term, weighs: Object.fromEntries(weighs), tells: loudest * Math.sqrt(sumOf(mass)) };
    })
    .filter(({ tells }) => tells > 0)
    .sort((a, b) => b.tells - a.tells || (a.term < b.term ? -1 : 1))
    .slice(0, most)
    .sort((a, b) => (a.term < b.term ? -1 : 1))
    .map(({ term, weighs }) => ({ term, weighs }));
}
