/** From answers and results of checks to the facts that rules are matched against. */
import type { Dimension, Product } from "../content/schema";
import type { Answers, Knowledge } from "./types";

export const UNKNOWN = "unknown";
const OTHER = "other";
const NONE = "none";

export interface PathProduct {
  dimension: Dimension;
  product: Product;
}
export interface Facts {
  answers: Answers;
  /** Named products from the framework to the hop at the caller's side. */
  path: readonly PathProduct[];
  traits: ReadonlySet<string>;
  /** Dimensions that were answered with known products only. */
  settled: ReadonlySet<Dimension>;
  after: number | null;
  silence: number | null;
  contradictions: readonly string[];
}

/** The known values of an answer: "unknown" counts as not answered. */
export function known(answers: Answers, question: string): readonly string[] {
  return (answers[question] ?? []).filter((value) => value !== UNKNOWN);
}

/** Seconds from an answer, or null when it is no number from 0 to a day. */
export function seconds(answers: Answers, question: string): number | null {
  const text = known(answers, question)[0];
  if (text === undefined || !/^\d{1,5}(\.\d{1,3})?$/.test(text)) return null;
  const value = Number(text);
  return value <= 86_400 ? value : null;
}

function impliedAnswers(
  answers: Answers,
  knowledge: Knowledge,
): { merged: Answers; contradictions: string[] } {
  const merged: Record<string, readonly string[]> = { ...answers };
  const contradictions: string[] = [];
  for (const check of knowledge.checks) {
    const result = answers[`check.${check.id}`]?.[0];
    const outcome = check.outcomes.find((candidate) => candidate.id === result);
    for (const [question, value] of Object.entries(outcome?.answers ?? {})) {
      const said = known(answers, question);
      if (said.length > 0 && !said.includes(value)) {
        const short = knowledge.questions.find((candidate) => candidate.id === question)?.short ?? question;
        contradictions.push(
          `Your answer to “${short}” and the check “${check.title}” disagree. The check counts.`,
        );
      }
      merged[question] = [value];
    }
  }
  return { merged, contradictions };
}

function pathProducts(answers: Answers, knowledge: Knowledge): PathProduct[] {
  const pick = (dimension: Dimension) =>
    known(answers, dimension).flatMap((id) => {
      const product = knowledge.products[dimension].find((candidate) => candidate.id === id);
      return product && id !== OTHER && id !== NONE ? [{ dimension, product }] : [];
    });
  // Proxies are given from the caller's side; a token meets them the other way round.
  return [...pick("framework"), ...pick("server"), ...pick("hosting"), ...pick("proxy").reverse()];
}

/** Facts of a case. Never throws: what is not understood is left out. */
export function factsOf(answers: Answers, knowledge: Knowledge): Facts {
  const { merged, contradictions } = impliedAnswers(answers, knowledge);
  const path = pathProducts(merged, knowledge);
  const settled = new Set(
    (Object.keys(knowledge.products) as Dimension[]).filter((dimension) => {
      const values = known(merged, dimension);
      return values.length > 0 && !values.includes(OTHER);
    }),
  );
  return {
    answers: merged,
    path,
    traits: new Set(path.flatMap(({ product }) => product.traits)),
    settled,
    after: seconds(merged, "after"),
    silence: seconds(merged, "silence"),
    contradictions,
  };
}

/** What a rule asks for: each key with its accepted values. */
export type Conditions = readonly (readonly [key: string, accepted: readonly string[]])[];

/** Whether every key of a condition has one of its accepted values. */
export function matches(when: Conditions, facts: Facts): boolean {
  // Loops, not callbacks: the search for the next question comes here some ten thousand times for one answer.
  for (const [key, accepted] of when) {
    if (key === "trait") {
      if (!accepted.some((trait) => facts.traits.has(trait))) return false;
      continue;
    }
    const values = facts.answers[key];
    if (values === undefined) return false;
    let one = false;
    for (const value of values) if (value !== UNKNOWN && accepted.includes(value)) one = true;
    if (!one) return false;
  }
  return true;
}
