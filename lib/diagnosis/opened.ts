/** What of a verdict is open: the cause that comes first, or the one that was chosen. The ranking stays as it is. */
import type { Answers } from "../model/answers";
import type { Evidence } from "../model/finding";
import type { Ranked, Stop } from "../model/verdict";
import { fill } from "../text/fill";
import type { Judgement } from "./judge";
import { pathOf } from "./path";
import type { Prepared } from "./prepared";
import { situationOf } from "./situation";
import { isSure } from "./sure";
import { headlineOf, suspectName } from "./words";

export interface Opened {
  cause: Ranked;
  /** From 0, in the order of the ranking. */
  place: number;
  /** The path, with the stop at which this cause is suspected. */
  path: readonly Stop[];
  /** What the page says in one sentence. */
  headline: string;
  /** Whether it may be said without reserve. */
  sure: boolean;
}

/**
 * The cause that is open, with its own sentence and its own place on the path.
 * @param said what the verdict is made of, and the answers as understood
 * @param chosen id of the cause that was chosen; null for the one that comes first
 * @returns null where there is no verdict yet
 */
export function openedOf(
  verdict: Judgement,
  said: { evidence: Evidence; answers: Answers },
  chosen: string | null,
  prepared: Prepared,
): Opened | null {
  const { evidence, answers } = said;
  const place = Math.max(
    0,
    verdict.causes.findIndex(({ id }) => id === chosen),
  );
  const cause = verdict.causes[place];
  if (verdict.status === "empty" || !cause) return null;
  const isFirst = place === 0;
  if (isFirst && (chosen === null || verdict.status !== "unsure"))
    return {
      cause,
      place,
      path: verdict.path,
      headline: headlineOf(verdict, answers, prepared),
      sure: isSure(verdict),
    };
  const cleared = new Set(verdict.cleared.map(({ layer }) => layer));
  const path = pathOf(situationOf(evidence, prepared), [cause], cleared, true, prepared);
  return {
    cause,
    place,
    path,
    headline: fill(cause.headline, answers, suspectName({ path }, cause, prepared)),
    sure: false,
  };
}
