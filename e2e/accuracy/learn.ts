/**
 * What words of solved incidents, and the answers that were given in them, weigh for each cause: a softmax regression over
 * both. Each word and each answer has one weight for a cause, which adds up with the others: that can be read, and shown.
 */
import type { Content } from "../../lib/content/load";
import { NONE } from "../../lib/model/ids";
import type { Lean } from "../../lib/model/finding";
import { WORD_SCALE, WORD_STEPS } from "../../lib/model/reading";
import { fit, type Example } from "./softmax";

/** A solved incident, as its words and answers, with how much each cause has a part in it. */
export interface Solved {
  terms: readonly string[];
  /** `question=value` of what was answered. */
  said: readonly string[];
  /** `none` is the part of whatever has nothing to do with streams. */
  causes: ReadonlyMap<string, number>;
  /** How much it counts. */
  weight: number;
}

export type Learned = Pick<Content, "words" | "leanings">;

/** What an accepted cause counts beside the confirmed one. */
export const ACCEPTED = 0.3;
const FITTING = { looseness: 10, steps: 60 };
/** A term of few texts says nothing of the next; one of every second text says nothing at all. */
const FEWEST_TEXTS = 3;
const MOST_OF_TEXTS = 0.5;
/** What an answer counts beside the words, whose squares add up to one. */
const ANSWER = 0.5;
/**
 * What is learned counts so often beside the rules: a regression whose weights are kept small claims less than it knows.
 * Fitted on the folds of what may be read.
 */
const TRUST = 2.5;

/** Names that redaction gives out stand for anything. */
const PSEUDONYM = /\b(?:host|ip|mail)-\d/;

/** Of each feature, in how many of the incidents it is. */
function counted(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Terms that can tell something, each with how rare it is. */
function vocabularyOf(solved: readonly Solved[]): [term: string, rare: number][] {
  return [...counted(solved.map(({ terms }) => terms))]
    .filter(([, count]) => count >= FEWEST_TEXTS && count < MOST_OF_TEXTS * solved.length)
    .filter(([term]) => !PSEUDONYM.test(term))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, count]) => [term, Math.log((1 + solved.length) / (1 + count)) + 1]);
}

const answersOf = (solved: readonly Solved[]): string[] =>
  [...counted(solved.map(({ said }) => said))]
    .filter(([, count]) => count >= FEWEST_TEXTS)
    .map(([answer]) => answer)
    .sort();

/** Examples over the features `terms`, then `answers`. */
function examplesOf(
  solved: readonly Solved[],
  terms: ReadonlyMap<string, { place: number; rare: number }>,
  answers: ReadonlyMap<string, number>,
  causes: ReadonlyMap<string, number>,
): Example[] {
  return solved.map((one) => {
    const known = one.terms.flatMap((term) => terms.get(term) ?? []).sort((a, b) => a.place - b.place);
    const norm = Math.sqrt(known.reduce((sum, { rare }) => sum + rare ** 2, 0));
    const said = one.said.flatMap((answer) => answers.get(answer) ?? []);
    const whole = [...one.causes.values()].reduce((sum, part) => sum + part, 0);
    const parts = [...one.causes].map(([cause, part]) => [causes.get(cause) ?? 0, part / whole] as const);
    // Once with its answers and once without, as whoever pastes a text has often answered nothing.
    const variants = said.length > 0 ? [said, []] : [[]];
    return {
      features: known.map(({ place }) => place),
      values: known.map(({ rare }) => rare / norm),
      variants: variants.map((given) => ({ features: given, values: given.map(() => ANSWER) })),
      parts,
      weight: (one.weight * whole) / variants.length,
    };
  });
}

/** The nearest step by ratio, or nothing. */
function stepped(weight: number): number {
  const size = Math.abs(weight);
  const step = WORD_STEPS.findLast((one, at) => size ** 2 >= one * (WORD_STEPS[at - 1] ?? one));
  return Math.sign(weight) * (step ?? 0);
}

/** What a feature weighs for each cause, against what it weighs for all; what is nothing is left out. */
function weighsOf(
  row: Float64Array,
  factor: number,
  causes: readonly string[],
  rounded: (weight: number) => number,
) {
  const mean = row.reduce((sum, one) => sum + one, 0) / row.length;
  return Object.fromEntries(
    causes
      .map((cause, at): [string, number] => [cause, rounded(factor * ((row[at] ?? 0) - mean))])
      .filter(([, weight]) => weight !== 0),
  );
}

const loudest = ({ plain, weighs }: Learned["words"][number]): number =>
  Math.max(...[plain, ...Object.values(weighs)].map(Math.abs));

/** @param most at most so many terms are kept, those that tell most */
export function learn(solved: readonly Solved[], most: number): Learned {
  const causes = [...new Set(solved.flatMap((one) => [...one.causes.keys()]))].sort();
  const vocabulary = vocabularyOf(solved);
  const answers = answersOf(solved);
  const examples = examplesOf(
    solved,
    new Map(vocabulary.map(([term, rare], place) => [term, { place, rare }])),
    new Map(answers.map((answer, at) => [answer, vocabulary.length + at])),
    new Map(causes.map((cause, at) => [cause, at])),
  );
  const sizes = { features: vocabulary.length + answers.length, classes: causes.length };
  const weights = fit(examples, sizes, FITTING);
  const rowOf = (place: number) => weights.subarray(place * causes.length, (place + 1) * causes.length);
  const inBits = (TRUST * WORD_SCALE) / Math.LN2;
  const words = vocabulary
    .map(([term, rare], place) => {
      const { [NONE]: plain = 0, ...weighs } = weighsOf(rowOf(place), inBits * rare, causes, stepped);
      return { term, rare: Math.round(WORD_SCALE * rare), plain, weighs };
    })
    .sort((a, b) => loudest(b) - loudest(a) || (a.term < b.term ? -1 : 1))
    .slice(0, most)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
  const usual = weighsOf(rowOf(sizes.features), inBits, causes, Math.round);
  const said = answers.map((answer, at) => ({
    answer,
    weighs: weighsOf(rowOf(vocabulary.length + at), inBits * ANSWER, causes, Math.round),
  }));
  const leanings = causes
    .filter((cause) => cause !== NONE)
    .map((cause) => ({
      cause,
      usual: (usual[cause] ?? 0) / WORD_SCALE,
      leans: said.flatMap(({ answer, weighs: { [cause]: weight } }): Lean[] => {
        const [question = "", value = ""] = answer.split("=");
        return weight === undefined ? [] : [[question, value, weight / WORD_SCALE]];
      }),
    }));
  return { words, leanings };
}
