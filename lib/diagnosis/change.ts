/** How the scores of all causes change if one more thing were known. The search for the next question asks this hundreds of times for one answer. */
import { isSettingKey, type Answers } from "../model/answers";
import type { Evidence } from "../model/finding";
import { AFTER, SILENCE, SYMPTOM } from "../model/ids";
import type { Prepared } from "./prepared";
import { bits, scoreOf, weigh } from "./rank";
import { known, matches, situationOf, type Situation } from "./situation";

/** Where the case stands: what is known, and per cause, in the order of the knowledge, the score and what counts towards it. */
export interface Standing {
  evidence: Evidence;
  situation: Situation;
  /** Per cause: bits. */
  scores: readonly number[];
  /** Per cause: the bits that count, by what they are about. */
  counted: readonly ReadonlyMap<string, number>[];
}

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

export function standingOf(evidence: Evidence, prepared: Prepared): Standing {
  const situation = situationOf(evidence, prepared);
  const counted = weigh(situation, prepared).map(
    (reasons) => new Map(reasons.map(({ about, weight }) => [about, bits(weight)])),
  );
  const scores = prepared.knowledge.causes.map(
    ({ prior }, place) => prior + sumOf(counted[place]?.values() ?? []),
  );
  return { evidence, situation, counted, scores };
}

/** Whether an answer moves more than the rules that name it: the path, a reading of a clock, or what was said before. */
function movesMore(
  key: string,
  { situation }: Standing,
  { dimensions, silentOf, decides }: Prepared,
): boolean {
  const { after, silence, answers } = situation;
  const timed = after !== null || silence !== null;
  const clock = key === AFTER || key === SILENCE || key === SYMPTOM || (silentOf.has(key) && timed);
  const path = dimensions.includes(key) || decides.has(key) || isSettingKey(key);
  return clock || path || known(answers, key).length > 0;
}

/**
 * Change of each cause's score, in bits, if `outcome` were known too.
 * An answer to an open question can only make more rules match, so only those are looked at; what moves more is ranked anew.
 */
export function changesOf(outcome: Answers, standing: Standing, prepared: Prepared): number[] {
  const { situation, scores, evidence } = standing;
  const { causes } = prepared.knowledge;
  const keys = Object.keys(outcome);
  if (keys.some((key) => movesMore(key, standing, prepared))) {
    const assumed = situationOf({ ...evidence, answers: { ...evidence.answers, ...outcome } }, prepared);
    return causes.map((cause, place) => scoreOf(cause, assumed, prepared) - (scores[place] ?? 0));
  }
  const assumed = { matched: { ...situation.matched, ...outcome }, traits: situation.traits };
  const changes = causes.map(() => 0);
  const now = new Map<number, Map<string, number>>();
  for (const key of keys)
    for (const { place, rule } of prepared.askedBy.get(key) ?? []) {
      if (!matches(rule.when, assumed)) continue;
      const held = now.get(place)?.get(rule.about) ?? standing.counted[place]?.get(rule.about) ?? 0;
      const weight = bits(rule.weight);
      if (Math.abs(weight) <= Math.abs(held)) continue;
      changes[place] = (changes[place] ?? 0) + weight - held;
      now.set(place, (now.get(place) ?? new Map<string, number>()).set(rule.about, weight));
    }
  return changes;
}
