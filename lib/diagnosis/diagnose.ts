/** The engine: one function from answers to the verdict, for the page, the link and the command line alike. */
import { standingOf } from "./change";
import { factsOf, known } from "./evidence";
import { openChecks, openQuestions } from "./next";
import { clearedLayers, pathOf } from "./path";
import { indexOf, rank, weigh, type Index } from "./rank";
import type { Answers, NextStep, Ranked, Verdict } from "./types";

/** The first cause must hold at least this share of all, or there is not enough to tell. */
export const ENOUGH_SHARE = 0.2;
/** Within so many bits two causes are level. */
const LEVEL_BITS = 0.5;

export { indexOf as prepare };
export type { Index as Prepared };

function statusOf(ranked: readonly Ranked[], answered: boolean): Verdict["status"] {
  if (!answered) return "empty";
  return (ranked[0]?.share ?? 0) >= ENOUGH_SHARE ? "ranked" : "unsure";
}

/** A verdict without its checklist: what the page paints first. */
export type Judgement = Omit<Verdict, "check" | "checklist">;

/** The ranked causes and the next question. Never throws on answers, whatever they hold. */
export function judge(answers: Answers, index: Index): Judgement {
  const facts = factsOf(answers, index.knowledge);
  const weighed = weigh(facts, index);
  const causes = rank(facts, index, weighed);
  const answered = Object.keys(facts.answers).some((key) => known(facts.answers, key).length > 0);
  const status = statusOf(causes, answered);
  const cleared = answered ? clearedLayers(causes, index) : [];
  const symptom = known(facts.answers, "symptom")[0];
  return {
    status,
    causes,
    level:
      status !== "empty" &&
      causes[1]?.ruledOut === false &&
      (causes[0]?.score ?? 0) - causes[1].score < LEVEL_BITS,
    cleared,
    path: pathOf(facts, causes, new Set(cleared.map(({ layer }) => layer)), status === "ranked", index),
    contradictions: facts.contradictions,
    question: answered ? (openQuestions(standingOf(answers, index, facts, weighed), index)[0] ?? null) : null,
    break: symptom === "all-at-once" || symptom === "no-output" ? "held" : "cut",
  };
}

/** The checks that are left, the best for its effort first: weighing them costs more than the ranking does. */
export function checklistOf(
  answers: Answers,
  { status, causes }: Pick<Judgement, "status" | "causes">,
  index: Index,
): NextStep[] {
  return status === "empty" ? [] : openChecks(standingOf(answers, index), causes, index);
}

/**
 * Rank the causes of a case and say what to ask next. Never throws on answers, whatever they hold.
 * @param answers question id (or `check.<id>`) to values
 * @param index knowledge as `prepare` made it
 */
export function diagnose(answers: Answers, index: Index): Verdict {
  const judgement = judge(answers, index);
  const checklist = checklistOf(answers, judgement, index);
  return { ...judgement, check: checklist[0] ?? null, checklist };
}
