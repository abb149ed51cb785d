/** How the scores of all causes change if one more thing were known. The search for the next question asks this hundreds of times for one answer. */
import { READ_BY_CLOCKS } from "./clocks";
import { factsOf, known, matches, type Facts } from "./evidence";
import { bits, scoreOf, weigh, type Index } from "./rank";
import type { Answers, Piece } from "./types";

/** Where the case stands: what has been said, and per cause, in the order of the knowledge, the score and what counts towards it. */
export interface Standing {
  answers: Answers;
  facts: Facts;
  scores: readonly number[];
  /** Per cause: the bits that count, by what they are about. */
  counted: readonly ReadonlyMap<string, number>[];
}

/** @param facts and `weighed`: handed in where the ranking has them already */
export function standingOf(
  answers: Answers,
  index: Index,
  facts: Facts = factsOf(answers, index.knowledge),
  weighed: readonly (readonly Piece[])[] = weigh(facts, index),
): Standing {
  const counted = weighed.map((pieces) => new Map(pieces.map((piece) => [piece.about, bits(piece.weight)])));
  return {
    answers,
    facts,
    counted,
    scores: index.knowledge.causes.map(({ prior }, at) =>
      [...(counted[at]?.values() ?? [])].reduce((sum, weight) => sum + weight, prior),
    ),
  };
}

/** Whether an answer moves more than the rules that name it: the path, a reading of a clock, or what was said before. */
function movesMore(key: string, { facts }: Standing, index: Index): boolean {
  const clock = READ_BY_CLOCKS.has(key) && (key !== "gap" || facts.after !== null || facts.silence !== null);
  return clock || key in index.knowledge.products || known(facts.answers, key).length > 0;
}

/**
 * Change of each cause's score, in bits, if `outcome` were known too.
 * An answer to an open question can only make more rules match, so only those are looked at; what moves more is ranked anew.
 */
export function changesOf(outcome: Answers, standing: Standing, index: Index): number[] {
  const { facts, scores, counted } = standing;
  const { causes } = index.knowledge;
  const keys = Object.keys(outcome);
  if (keys.some((key) => movesMore(key, standing, index))) {
    const assumed = factsOf({ ...standing.answers, ...outcome }, index.knowledge);
    return causes.map((cause, at) => scoreOf(cause, assumed, index) - (scores[at] ?? 0));
  }
  const assumed: Facts = { ...facts, answers: { ...facts.answers, ...outcome } };
  const changes = causes.map(() => 0);
  const now = new Map<number, Map<string, number>>();
  for (const key of keys)
    for (const { at, rule } of index.askedBy.get(key) ?? []) {
      if (!matches(rule.when, assumed)) continue;
      const held = now.get(at)?.get(rule.about) ?? counted[at]?.get(rule.about) ?? 0;
      const weight = bits(rule.weight);
      if (Math.abs(weight) <= Math.abs(held)) continue;
      changes[at] = (changes[at] ?? 0) + weight - held;
      now.set(at, (now.get(at) ?? new Map<string, number>()).set(rule.about, weight));
    }
  return changes;
}
