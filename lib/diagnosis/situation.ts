/** From what was said and read to the situation that rules are matched against. */
import { checkKey, isSettingKey, settingKey, type Answers } from "../model/answers";
import type { Evidence, Finding, Origin, Reason } from "../model/finding";
import { nextKey, productOf, readSetting, secondsOf, type Hop, type Setting } from "../model/hop";
import { AFTER, HTTP, LAYERS, NONE, OTHER, SILENCE, UNKNOWN, type Traffic } from "../model/ids";
import type { Knowledge } from "../model/knowledge";
import { excusedOf, foundOf } from "./found";
import type { Conditions, Prepared } from "./prepared";

export interface Situation {
  /** Answers by hand, what checks measured, and what findings imply where nothing was said. */
  answers: Answers;
  /** The values that conditions are matched against: products without their numbers, kinds with their parents. */
  matched: Answers;
  /** Named products from the framework to the hop at the caller's side. */
  path: readonly Hop[];
  traits: ReadonlySet<string>;
  /** Questions that were answered with known products only. */
  settled: ReadonlySet<string>;
  /** Seconds from the start of the request to the cut. */
  after: number | null;
  /** Seconds from the last byte to the cut. */
  silence: number | null;
  /** Nothing was ever sent before the cut. */
  silent: boolean;
  /** Ids of the limits that do not count here: they are for other traffic, or for a way to serve that was denied. */
  elsewhere: ReadonlySet<string>;
  /** A named hop has a limit that counts: on its clock, or one that can be set. */
  clocked: boolean;
  /** Cause to what findings say about it. */
  found: ReadonlyMap<string, readonly Reason[]>;
  /** Cause and key: answers that a finding gave which itself speaks for the cause, so that they are nothing against it. */
  excused: ReadonlySet<string>;
  contradictions: readonly string[];
}

/** The known values of an answer: "unknown" counts as not answered. */
export function known(answers: Answers, question: string): readonly string[] {
  return (answers[question] ?? []).filter((value) => value !== UNKNOWN);
}

/** Seconds from an answer, or null when it is no number from 0 to a day. */
export function seconds(answers: Answers, question: string): number | null {
  return secondsOf(known(answers, question)[0] ?? "");
}

/** What a sentence calls the key of an answer. */
function nameOf(key: string, { questions }: Knowledge): string {
  return questions.find(({ id }) => id === key)?.short ?? key;
}

const placeOf = (origin: Origin): string =>
  origin.kind === "text" ? `line ${origin.line} of what you gave` : "what you gave";

interface Merged {
  answers: Record<string, readonly string[]>;
  contradictions: string[];
}

/** Add what findings imply where nothing was said by hand; an answer by hand beats a reading, and the difference is named. */
function addReadings(
  merged: Merged,
  findings: readonly Finding[],
  byHand: Answers,
  { knowledge, several }: Prepared,
): void {
  for (const { implies, origin } of findings)
    for (const [key, values] of Object.entries(implies)) {
      const said = known(byHand, key);
      if (said.length === 0) {
        const before = known(merged.answers, key);
        // Hops come from several places; of anything else, the first reading counts.
        if (before.length === 0) merged.answers[key] = values;
        else if (several.has(key)) merged.answers[key] = [...new Set([...before, ...values])];
      } else if (values.some((value) => !said.includes(value)))
        merged.contradictions.push(
          `Your answer to “${nameOf(key, knowledge)}” and ${placeOf(origin)} disagree. Your answer counts.`,
        );
    }
}

/** Add what checks measured: it beats an answer, and the difference is named. */
function addMeasured({ answers, contradictions }: Merged, { knowledge }: Prepared): void {
  for (const check of knowledge.checks) {
    const result = answers[checkKey(check.id)]?.[0];
    const outcome = check.outcomes.find(({ id }) => id === result);
    for (const [question, value] of Object.entries(outcome?.answers ?? {})) {
      const said = known(answers, question);
      if (said.length > 0 && !said.includes(value))
        contradictions.push(
          `Your answer to “${nameOf(question, knowledge)}” and the check “${check.title}” disagree. The check counts.`,
        );
      answers[question] = [value];
    }
  }
}

/** The known values of a product's limits. */
function settingsOf(
  hop: string,
  product: string,
  answers: Answers,
  { limits }: Knowledge,
): Record<string, Setting> {
  const settings: Record<string, Setting> = {};
  for (const { id, on } of limits) {
    if (on !== product) continue;
    const value = readSetting(known(answers, settingKey({ hop, limit: id }))[0] ?? "");
    if (value !== null) settings[id] = value;
  }
  return settings;
}

/** Hops of one question in the order of its answer; a product that is named again gets a number. */
function hopsFor(dimension: string, answers: Answers, knowledge: Knowledge): Hop[] {
  const hops: Hop[] = [];
  for (const value of known(answers, dimension)) {
    const product = knowledge.products[dimension]?.find(({ id }) => id === productOf(value));
    if (!product || product.id === OTHER || product.id === NONE) continue;
    const taken = hops.map((hop) => hop.key);
    const key = taken.includes(value) ? nextKey(product.id, taken) : value;
    if (key !== null)
      hops.push({ key, dimension, product, settings: settingsOf(key, product.id, answers, knowledge) });
  }
  return hops;
}

/** Single products by their layer, then the hops that stand one behind the other. */
function pathOf(answers: Answers, { dimensions, several, knowledge }: Prepared): Hop[] {
  const single = dimensions
    .filter((id) => !several.has(id))
    .flatMap((id) => hopsFor(id, answers, knowledge))
    .sort((a, b) => LAYERS.indexOf(a.product.layer) - LAYERS.indexOf(b.product.layer));
  // They are given from the caller's side; a token meets them the other way round.
  return [...single, ...[...several].flatMap((id) => hopsFor(id, answers, knowledge).reverse())];
}

/** Values as conditions name them: a numbered hop is its product, and what is a kind of something is that too. */
function matchedOf(answers: Answers, { several, parentsOf }: Prepared): Answers {
  const matched: Record<string, readonly string[]> = { ...answers };
  for (const id of several) if (answers[id]) matched[id] = answers[id].map(productOf);
  for (const [question, parents] of parentsOf) {
    const values = matched[question];
    if (values)
      matched[question] = [...new Set(values.flatMap((value) => [value, parents.get(value) ?? value]))];
  }
  return matched;
}

/** The traffic that an answer tells of; plain HTTP while none does. */
function trafficOf(answers: Answers, { knowledge }: Prepared): Traffic {
  for (const { id, options } of knowledge.questions)
    for (const value of known(answers, id)) {
      const traffic = options.find((option) => option.id === value)?.traffic;
      if (traffic !== undefined) return traffic;
    }
  return HTTP;
}

/** The limits that do not count: for other traffic, or under answers that were not given. */
function elsewhereOf(situation: Pick<Situation, "answers" | "matched" | "traits">, prepared: Prepared) {
  const other = prepared.elsewhere.get(trafficOf(situation.answers, prepared)) ?? [];
  const denied = prepared.conditional.filter(({ needs }) => needs && !possible(needs, situation));
  return new Set([...other, ...denied.map(({ id }) => id)]);
}

/** Findings as they count: of two that answer the same question the earlier does, whichever text was given first. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity));

/** The situation of a case. Never throws: what is not understood is left out. */
export function situationOf(evidence: Evidence, prepared: Prepared): Situation {
  const merged: Merged = { answers: { ...evidence.answers }, contradictions: [] };
  const findings = inOrder(evidence.findings);
  addReadings(merged, findings, evidence.answers, prepared);
  addMeasured(merged, prepared);
  const { answers, contradictions } = merged;
  const path = pathOf(answers, prepared);
  const matched = matchedOf(answers, prepared);
  const traits = new Set(path.flatMap(({ product }) => product.traits));
  const excused = excusedOf(findings, answers);
  const elsewhere = elsewhereOf({ answers, matched, traits }, prepared);
  const settled = prepared.dimensions.filter((dimension) => {
    const values = known(answers, dimension);
    return values.length > 0 && !values.includes(OTHER);
  });
  return {
    answers,
    matched,
    path,
    traits,
    settled: new Set(settled),
    after: seconds(answers, AFTER),
    silence: seconds(answers, SILENCE),
    silent: [...prepared.silentOf].some(([question, values]) =>
      known(answers, question).some((value) => values.has(value)),
    ),
    elsewhere,
    clocked: prepared.knowledge.limits.some(
      ({ id, on, kind }) =>
        kind !== "buffering" && !elsewhere.has(id) && path.some(({ product }) => product.id === on),
    ),
    found: foundOf(findings, { matched, excused }),
    excused,
    contradictions,
  };
}

/** Whether every key of a condition has one of its accepted values. */
export function matches(
  when: Conditions,
  { matched, traits }: Pick<Situation, "matched" | "traits">,
): boolean {
  // Loops, not callbacks: the search for the next question comes here some ten thousand times for one answer.
  for (const [key, accepted] of when) {
    if (key === "trait" || key === "unless-trait") {
      if (accepted.some((trait) => traits.has(trait)) !== (key === "trait")) return false;
      continue;
    }
    const values = matched[key];
    if (values === undefined) return false;
    let one = false;
    for (const value of values) if (value !== UNKNOWN && accepted.includes(value)) one = true;
    if (!one) return false;
  }
  return true;
}

/** A need is possible while its question is open, or answered with one of the accepted values; traits as in `matches`. */
export function possible(
  needs: Readonly<Record<string, readonly string[]>>,
  { matched, traits }: Pick<Situation, "matched" | "traits">,
): boolean {
  return Object.entries(needs).every(([key, accepted]) => {
    if (key === "trait" || key === "unless-trait")
      return accepted.some((trait) => traits.has(trait)) === (key === "trait");
    const values = known(matched, key);
    return values.length === 0 || values.some((value) => accepted.includes(value));
  });
}

/** Whether anything was said or read at all; a setting alone tells nothing of what one sees. */
export const isAnswered = ({ answers, found }: Pick<Situation, "answers" | "found">): boolean =>
  found.size > 0 || Object.keys(answers).some((key) => !isSettingKey(key) && known(answers, key).length > 0);
