/** From evidence to the ranked causes: what the page paints first. */
import type { Evidence } from "../model/finding";
import { SYMPTOM } from "../model/ids";
import type { Ranked, Verdict } from "../model/verdict";
import { clearedLayers, clearedSettings, pathOf } from "./path";
import type { Prepared } from "./prepared";
import { rank } from "./rank";
import { isAnswered, known, situationOf } from "./situation";

/** The first cause must hold at least this share of all, or there is not enough to tell. */
export const ENOUGH_SHARE = 0.2;
/** Within so many bits two causes are level. */
const LEVEL_BITS = 0.5;

function statusOf(ranked: readonly Ranked[], answered: boolean): Verdict["status"] {
  if (!answered) return "empty";
  return (ranked[0]?.share ?? 0) >= ENOUGH_SHARE ? "ranked" : "unsure";
}

/** What to ask and to run next. */
export type Next = Pick<Verdict, "question" | "check" | "checklist">;

/** A verdict without what comes next: what the page paints first. */
export type Judgement = Omit<Verdict, keyof Next>;

/** The ranked causes. Never throws on evidence, whatever it holds. */
export function judge(evidence: Evidence, prepared: Prepared): Judgement {
  const situation = situationOf(evidence, prepared);
  const causes = rank(situation, prepared);
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
    break: prepared.knowledge.symptoms.find(({ id }) => id === symptom)?.break ?? "cut",
  };
}
