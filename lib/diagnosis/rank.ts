/** Evidence in, ranked causes out. A score is a sum of log-odds in bits. */
import { isAgainst, type Reason } from "../model/finding";
import { hopName } from "../model/hop";
import { AFTER, SILENCE, SYMPTOM } from "../model/ids";
import type { Bits, EngineCause } from "../model/knowledge";
import type { Gap, Ranked } from "../model/verdict";
import { clockReason } from "./clocks";
import type { Prepared } from "./prepared";
import { excuse } from "./found";
import { bufferingOff } from "./settings";
import { known, matches, possible, type Situation } from "./situation";

/** A ruled-out cause stays in the list, at the end: evidence can be wrong. */
const RULED_OUT_BITS = -12;
/** The weight of a symptom that a cause does not list. */
const UNLISTED_SYMPTOM = -2;
/** How much a cause hangs on a clock that is not known. */
const MISSING_CLOCK_BITS = 4;
/** So many missing answers are named. */
const MISSING_SHOWN = 2;

export const bits = (weight: Bits): number => (weight === "rules-out" ? RULED_OUT_BITS : weight);

function symptomReason(cause: EngineCause, situation: Situation, { knowledge }: Prepared): Reason | null {
  const id = known(situation.answers, SYMPTOM)[0];
  const symptom = knowledge.symptoms.find((candidate) => candidate.id === id);
  if (!symptom) return null;
  // A kind of a symptom counts as its parent where a cause does not list it.
  const listed = cause.symptoms[symptom.id] ?? cause.symptoms[symptom.refines ?? ""];
  const about = SYMPTOM;
  if (!listed)
    return { about, weight: UNLISTED_SYMPTOM, says: `“${symptom.label}” is not how this shows itself.` };
  if (listed.weight === 0) return null;
  return {
    about,
    weight: listed.weight,
    says: listed.says ?? `“${symptom.label}” is how this shows itself.`,
  };
}

/** Whether every question whose products could carry the cause is answered. */
const isSettled = (cause: EngineCause, { settled }: Situation, { carriedIn }: Prepared): boolean =>
  [...(carriedIn.get(cause.id) ?? [])].every((dimension) => settled.has(dimension));

/**
 * Does something on the path exist that can bring the cause about? Without it the cause cannot be, and most paths have no
 * such hop, so that a named one says as much for the cause as its absence says against it.
 */
function carrierReason(cause: EngineCause, situation: Situation, prepared: Prepared): Reason | null {
  if (cause.carriers.length === 0) return null;
  const limits = prepared.limitsOf.get(cause.id) ?? [];
  const carrying = situation.path.filter(({ product }) =>
    product.traits.some((trait) => cause.carriers.includes(trait)),
  );
  const found = carrying.find((hop) => bufferingOff(limits, hop) === null);
  if (found)
    return { about: "carrier", weight: 2, says: `${hopName(found)} is on your path and can do this.` };
  if (!isSettled(cause, situation, prepared)) return null;
  const [off] = carrying;
  const setting = off && bufferingOff(limits, off)?.setting;
  const says = setting
    ? `“${setting}” of ${hopName(off)} is off, and nothing else on the path does this.`
    : "Nothing that you named on the path does this.";
  return { about: "carrier", weight: -2, says };
}

/** Every reason that counts for one cause: of those about the same thing, the strongest. */
export function reasonsOf(cause: EngineCause, situation: Situation, prepared: Prepared): Reason[] {
  const strongest = new Map<string, Reason>();
  const { excused } = situation;
  const isExcused = (keys: Iterable<string>) =>
    excused.size > 0 && [...keys].some((key) => excused.has(excuse(cause.id, key)));
  /** @param keys the answers that it rests on */
  const add = (reason: Reason | null, keys: Iterable<string> = []) => {
    if (reason === null || (isAgainst(reason.weight) && isExcused(keys))) return;
    const held = strongest.get(reason.about);
    if (!held || Math.abs(bits(reason.weight)) > Math.abs(bits(held.weight)))
      strongest.set(reason.about, reason);
  };
  const limits = prepared.limitsOf.get(cause.id) ?? [];
  add(symptomReason(cause, situation, prepared), [SYMPTOM]);
  add(carrierReason(cause, situation, prepared), prepared.carriedIn.get(cause.id));
  add(clockReason(cause, limits, situation, isSettled(cause, situation, prepared)));
  for (const rule of prepared.rulesOf.get(cause.id) ?? [])
    if (matches(rule.when, situation)) add(rule, rule.keys);
  for (const reason of situation.found.get(cause.id) ?? []) add(reason);
  return [...strongest.values()];
}

/** The score of one cause in bits. */
export function scoreOf(cause: EngineCause, situation: Situation, prepared: Prepared): number {
  let sum = cause.prior;
  for (const reason of reasonsOf(cause, situation, prepared)) sum += bits(reason.weight);
  return sum;
}

/**
 * Reasons are not independent of each other: fitted on the readable half of the incidents (see /accuracy/), so that verdicts
 * are right as often as their scores claim, a bit counts as so many.
 */
const SHARPNESS = 0.9;

/** Shares of 1 from scores in bits. */
export function sharesOf(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raw = scores.map((score) => 2 ** (SHARPNESS * (score - top)));
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}

/** Unanswered questions that this cause hangs on, the weightiest first. */
function missingOf(cause: EngineCause, situation: Situation, prepared: Prepared): Gap[] {
  const { answers } = situation;
  const open = new Map<string, number>();
  for (const rule of prepared.rulesOf.get(cause.id) ?? [])
    for (const [key] of rule.when)
      if (answers[key] === undefined)
        open.set(key, Math.max(open.get(key) ?? 0, Math.abs(bits(rule.weight))));
  const clocks = (prepared.limitsOf.get(cause.id) ?? []).filter(({ seconds }) => seconds !== null);
  if (clocks.length > 0) {
    const clock = clocks.every(({ kind }) => kind === "total") ? AFTER : SILENCE;
    if (answers[clock] === undefined) open.set(clock, MISSING_CLOCK_BITS);
  }
  return prepared.knowledge.questions
    .filter(({ id, needs }) => open.has(id) && (!needs || possible(needs, situation)))
    .sort((a, b) => (open.get(b.id) ?? 0) - (open.get(a.id) ?? 0))
    .slice(0, MISSING_SHOWN)
    .map(({ id, ask }) => ({ question: id, short: ask }));
}

/** The reasons of every cause, in the order of the knowledge. */
export const weigh = (situation: Situation, prepared: Prepared): Reason[][] =>
  prepared.knowledge.causes.map((cause) => reasonsOf(cause, situation, prepared));

/** Reasons for (1) or against (-1) a cause: what is plain to see first, and of it the strongest. */
function sideOf(reasons: readonly Reason[], sign: 1 | -1): Reason[] {
  const strength = ({ weight }: Reason) => Math.abs(bits(weight));
  return reasons
    .filter(({ weight }) => Math.sign(bits(weight)) === sign)
    .sort((a, b) => Number(a.soft === true) - Number(b.soft === true) || strength(b) - strength(a));
}

/** All causes, the likeliest first and the ruled-out last; of equals, the order of the knowledge. */
export function rank(situation: Situation, prepared: Prepared): Ranked[] {
  const { causes } = prepared.knowledge;
  const weighed = weigh(situation, prepared);
  const reasonsAt = (place: number) => weighed[place] ?? [];
  const scores = causes.map(({ prior }, place) =>
    reasonsAt(place).reduce((sum, { weight }) => sum + bits(weight), prior),
  );
  const shares = sharesOf(scores);
  return causes
    .map((cause, place): Ranked => {
      const reasons = reasonsAt(place);
      return {
        id: cause.id,
        layer: cause.layer,
        title: cause.title,
        headline: cause.headline,
        score: scores[place] ?? 0,
        share: shares[place] ?? 0,
        ruledOut: reasons.some(({ weight }) => weight === "rules-out"),
        for: sideOf(reasons, 1),
        against: sideOf(reasons, -1),
        missing: missingOf(cause, situation, prepared),
      };
    })
    .sort((a, b) => Number(a.ruledOut) - Number(b.ruledOut) || b.score - a.score);
}
