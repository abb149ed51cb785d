/** The engine: one function from evidence to the verdict, for the page, the link and the command line alike. */
import type { Evidence } from "../model/finding";
import type { Verdict } from "../model/verdict";
import { standingOf } from "./change";
import { judge, type Judgement, type Next } from "./judge";
import { openChecks, openQuestions } from "./next";
import type { Prepared } from "./prepared";

/** The question and the checks that tell most for their effort: weighing them costs far more than the ranking does. */
export function nextOf(
  evidence: Evidence,
  { status, causes }: Pick<Judgement, "status" | "causes">,
  prepared: Prepared,
): Next {
  if (status === "empty") return { question: null, check: null, checklist: [] };
  const standing = standingOf(evidence, prepared);
  const checklist = openChecks(standing, causes, prepared);
  return { question: openQuestions(standing, prepared)[0] ?? null, check: checklist[0] ?? null, checklist };
}

/**
 * Rank the causes of a case and say what to ask next. Never throws on evidence, whatever it holds.
 * @param evidence what was said by hand, and what was read
 * @param prepared knowledge as `prepare` made it
 */
export function diagnose(evidence: Evidence, prepared: Prepared): Verdict {
  const judgement = judge(evidence, prepared);
  return { ...judgement, ...nextOf(evidence, judgement, prepared) };
}
