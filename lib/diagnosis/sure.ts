/** How sure a verdict is, and how its odds are told in words. */
import type { Verdict } from "../model/verdict";

/** Below this share of the odds the first cause is a guess, and is said as one. */
const SURE_SHARE = 0.4;

/** Is the first cause likely enough to be said without reserve? */
export const isSure = ({ status, causes }: Pick<Verdict, "status" | "causes">): boolean =>
  status === "ranked" && (causes[0]?.share ?? 0) >= SURE_SHARE;

/** From this share on, with the words for it; the odds are not calibrated, so that no number is shown. */
const ODDS: readonly (readonly [least: number, words: string])[] = [
  [0.6, "most of the odds"],
  [0.4, "about half of the odds"],
  [0.15, "some of the odds"],
  [0.03, "little of the odds"],
  [0, "next to none of the odds"],
];

/** A share of the odds, 0 to 1, in words. */
export const oddsWords = (share: number): string =>
  ODDS.find(([least]) => share >= least)?.[1] ?? "next to none of the odds";
