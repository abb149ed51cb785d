/** Whether a claim holds: each sign must be shown by its own side, and by it alone. */
import type { Sign } from "../../../lib/trace/sign-schema";
import { inWords, shows, type Recording } from "../../../lib/trace/signs";

/** The signs of a claim: of its first side alone, of its second alone, and of both. */
export interface Signs {
  shows: readonly Sign[];
  gives: readonly Sign[];
  both?: readonly Sign[] | undefined;
}

/** All signs that a claim speaks of. */
export const signsOf = ({ shows, gives, both = [] }: Signs): Sign[] => [...shows, ...gives, ...both];

/** One side as it was seen. */
export interface Seen {
  /** What the side is called, and what the claim says of it. */
  name: string;
  says: string;
  recording: Recording;
}

const lacks = (sign: Sign, side: Seen): string[] =>
  shows(sign, side.recording) ? [] : [`“${side.name}” does not show “${inWords(sign)}”`];
const has = (sign: Sign, side: Seen): string[] =>
  shows(sign, side.recording) ? [`“${side.name}” shows “${inWords(sign)}” too`] : [];

/** Signs that each stand on the other side: the claim would hold with the sides swapped. */
function swapped(claim: Signs, first: Seen, second: Seen): string[] {
  const only = (sign: Sign, one: Seen, other: Seen) =>
    shows(sign, one.recording) && !shows(sign, other.recording);
  return [
    ...claim.shows.filter((sign) => only(sign, second, first)),
    ...claim.gives.filter((sign) => only(sign, first, second)),
  ].map((sign) => `with the sides swapped, “${inWords(sign)}” holds`);
}

/** What of a claim does not hold: one sentence each. */
export function unmet(claim: Signs, first: Seen, second: Seen): string[] {
  return [
    ...claim.shows.flatMap((sign) => [...lacks(sign, first), ...has(sign, second)]),
    ...claim.gives.flatMap((sign) => [...lacks(sign, second), ...has(sign, first)]),
    ...(claim.both ?? []).flatMap((sign) => [...lacks(sign, first), ...lacks(sign, second)]),
    ...swapped(claim, first, second),
  ];
}

/**
 * Why a claim refuses a program in its second side's place: the first sign that speaks against it, in words.
 * `null`: the claim takes it for the right one.
 */
export function refusal(claim: Signs, recording: Recording): string | null {
  const missing = [...claim.gives, ...(claim.both ?? [])].find((sign) => !shows(sign, recording));
  if (missing) return `“${inWords(missing)}” is missing`;
  const wrong = claim.shows.find((sign) => shows(sign, recording));
  return wrong ? `“${inWords(wrong)}” is shown` : null;
}
