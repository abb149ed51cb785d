/** The engine: one function from evidence to the verdict, for the page, the link and the command line alike. */
import type { Evidence } from "../model/finding";
import { SYMPTOM } from "../model/ids";
import type { NextStep, Ranked, Verdict } from "../model/verdict";
import { standingOf } from "./change";
import { openChecks, openQuestions } from "./next";
import { clearedLayers, clearedSettings, pathOf } from "./path";
import type { Prepared } from "./prepared";
import { rank, weigh } from "./rank";
import { isAnswered, known, situationOf } from "./situation";

/** The first cause must hold at least this share of all, or there is not enough to tell. */
export const ENOUGH_SHARE = 0.2;
/** Within so many bits two causes are level. */
const LEVEL_BITS = 0.5;

function statusOf(ranked: readonly Ranked[], answered: boolean): Verdict["status"] {
  if (!answered) return "empty";
  return (ranked[0]?.share ?? 0) >= ENOUGH_SHARE ? "ranked" : "unsure";
}

/** A verdict without its checklist: what the page paints first. */
export type Judgement = Omit<Verdict, "check" | "checklist">;

/** The ranked causes and the next question. Never throws on evidence, whatever it holds. */
export function judge(evidence: Evidence, prepared: Prepared): Judgement {
  const situation = situationOf(evidence, prepared);
  const weighed = weigh(situation, prepared);
  const causes = rank(situation, prepared, weighed);
  const answered = isAnswered(situation);
  const status = statusOf(causes, answered);
  const cleared = answered ? clearedLayers(causes, prepared) : [];
  const clearedIds = new Set(cleared.map(({ layer }) => layer));
  const symptom = known(situation.answers, SYMPTOM)[0];
  const [first, second] = causes;
  return {
    status,
    causes,
    level:
      status !== "empty" && second?.ruledOut === false && (first?.score ?? 0) - second.score < LEVEL_BITS,
    cleared,
    clearedSettings: clearedSettings(situation, prepared),
    path: pathOf(situation, causes, clearedIds, status === "ranked", prepared),
    contradictions: situation.contradictions,
    question: answered
      ? (openQuestions(standingOf(evidence, prepared, situation, weighed), prepared)[0] ?? null)
      : null,
    break: prepared.knowledge.symptoms.find(({ id }) => id === symptom)?.break ?? "cut",
  };
}

/** The checks that are left, the best for its effort first: weighing them costs more than the ranking does. */
export function checklistOf(
  evidence: Evidence,
  { status, causes }: Pick<Judgement, "status" | "causes">,
  prepared: Prepared,
): NextStep[] {
  return status === "empty" ? [] : openChecks(standingOf(evidence, prepared), causes, prepared);
}

/**
 * Rank the causes of a case and say what to ask next. Never throws on evidence, whatever it holds.
 * @param evidence what was said by hand, and what was read
 * @param prepared knowledge as `prepare` made it
 */
export function diagnose(evidence: Evidence, prepared: Prepared): Verdict {
  const judgement = judge(evidence, prepared);
  const checklist = checklistOf(evidence, judgement, prepared);
  return { ...judgement, check: checklist[0] ?? null, checklist };
}
