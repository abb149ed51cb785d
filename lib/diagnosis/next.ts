/** What to ask or run next: the expected gain in bits, for the effort in minutes. */
import { changesOf, type Standing } from "./change";
import { known } from "./evidence";
import { possible, sharesOf, type Index } from "./rank";
import type { Answers, NextStep, Ranked } from "./types";

/** Below this many bits a question no longer matters. */
const WORTH_ASKING = 0.03;
/** A question costs this much attention, in minutes, beside its own effort. */
const OVERHEAD = 0.5;
/** Outcomes of checks are asked only about causes that are still in play. */
const IN_PLAY = 6;

const entropy = (shares: readonly number[]) =>
  shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);

/**
 * The expected gain of an evidence source with the given outcomes.
 * How likely an outcome is under a cause follows from the weights: P(outcome | cause) is proportional to 2^(change of score).
 */
function expected(
  outcomes: readonly Answers[],
  standing: Standing,
  index: Index,
): { gain: number; separates: number } {
  const causes = index.knowledge.causes;
  const changes = outcomes.map((outcome) => changesOf(outcome, standing, index));
  const prior = sharesOf(standing.scores);
  const weights = changes.map((change) => change.map((delta) => 2 ** delta));
  const totals = causes.map((_, at) => weights.reduce((sum, weight) => sum + (weight[at] ?? 0), 0));
  let after = 0;
  const separated = new Set<number>();
  for (const weight of weights) {
    const joint = prior.map((p, at) => (p * (weight[at] ?? 0)) / (totals[at] || 1));
    const probability = joint.reduce((sum, p) => sum + p, 0);
    if (probability > 0) after += probability * entropy(joint.map((p) => p / probability));
  }
  prior.forEach((p, at) => {
    const column = weights.map((weight) => weight[at] ?? 1);
    if (p > 0.02 && Math.max(...column) > Math.min(...column)) separated.add(at);
  });
  return { gain: Math.max(0, entropy(prior) - after), separates: separated.size };
}

/** Questions (not the first four, which are always there) that still matter, the best for its effort first. */
export function openQuestions(standing: Standing, index: Index): NextStep[] {
  const { facts } = standing;
  return index.knowledge.questions
    .filter(
      (question) =>
        !question.first &&
        facts.answers[question.id] === undefined &&
        (!question.needs || possible(question.needs, facts)),
    )
    .map((question) => {
      if (question.kind === "seconds")
        return {
          kind: "question" as const,
          id: question.id,
          ...clockGain(question.id, standing.scores, index),
          effort: question.effort,
        };
      const values =
        question.kind === "choice"
          ? question.options.map(({ id }) => id)
          : index.knowledge.products.server.map(({ id }) => id);
      const outcomes = values.map((value) => ({ [question.id]: [value] }));
      return {
        kind: "question" as const,
        id: question.id,
        ...expected(outcomes, standing, index),
        effort: question.effort,
      };
    })
    .filter((step) => step.gain > WORTH_ASKING)
    .sort((a, b) => b.gain / (b.effort + OVERHEAD) - a.gain / (a.effort + OVERHEAD))
    .map(({ effort: _, ...step }) => step);
}

/** A number of seconds tells causes with a clock from those without: as much as that split is worth. */
function clockGain(
  question: string,
  base: readonly number[],
  index: Index,
): { gain: number; separates: number } {
  const shares = sharesOf(base);
  const clocked = index.knowledge.causes.map((cause) =>
    (index.limitsOf.get(cause.id) ?? []).some((limit) => (limit.kind === "total") === (question === "after")),
  );
  const inside = shares.reduce((sum, share, at) => (clocked[at] ? sum + share : sum), 0);
  return {
    gain: entropy([inside, 1 - inside]) * inside,
    separates: shares.filter((share, at) => share > 0.02 && clocked[at]).length,
  };
}

/** Checks that the causes in play name and nobody has run, the best for its effort first. */
export function openChecks(standing: Standing, ranked: readonly Ranked[], index: Index): NextStep[] {
  const { answers } = standing;
  const inPlay = ranked
    .filter((cause) => !cause.ruledOut)
    .slice(0, IN_PLAY)
    .map(({ id }) => id);
  const named = new Map<string, number>();
  for (const cause of index.knowledge.causes) {
    if (inPlay.includes(cause.id))
      cause.prove.forEach((id, at) =>
        named.set(id, Math.max(named.get(id) ?? 0, 1 / (1 + inPlay.indexOf(cause.id) + at))),
      );
  }
  return index.knowledge.checks
    .filter((check) => named.has(check.id) && answers[`check.${check.id}`] === undefined)
    .map((check) => {
      const told = check.outcomes.every((outcome) =>
        Object.keys(outcome.answers ?? {}).every((key) => known(answers, key).length > 0),
      );
      const outcomes = check.outcomes.map((outcome): Answers => ({
        [`check.${check.id}`]: [outcome.id],
        ...Object.fromEntries(Object.entries(outcome.answers ?? {}).map(([key, value]) => [key, [value]])),
      }));
      // What an answer has already told is worth less as a command; what nothing else tells keeps a small worth.
      const { gain, separates } = expected(outcomes, standing, index);
      return {
        kind: "check" as const,
        id: check.id,
        gain: (told ? gain / 4 : gain) + 0.01 * (named.get(check.id) ?? 0),
        separates,
        effort: check.effort,
      };
    })
    .sort((a, b) => b.gain / (b.effort + OVERHEAD) - a.gain / (a.effort + OVERHEAD))
    .map(({ effort: _, ...step }) => step);
}
