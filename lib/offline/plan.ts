/** Which files of a version come next, and what is remembered of a version that failed. Times are milliseconds since 1970. */
import type { Part, Version } from "./version";

/** A version of which files were missing, or not as they were built. */
export interface Failure {
  version: string;
  /** Addresses that were wrong in the last try. */
  wrong: readonly string[];
  tries: number;
  /** When the next try may begin. */
  until: number;
}

export interface Plan {
  /** Addresses to fetch, in their order; none when all are here, or the next try is not due. */
  take: readonly string[];
  failure: Failure | null;
}

const MINUTE = 60_000;
/** How long the first, the second, … failure is left alone, and all later ones as long as the last. */
export const DELAYS: readonly number[] = [10 * MINUTE, 60 * MINUTE, 360 * MINUTE, 1440 * MINUTE];
/** After so many wrong files of one try the host changes files at large, and more of them would tell nothing new. */
export const MOST_WRONG = 5;

const missingOf = (part: Part, kept: ReadonlySet<string>): string[] =>
  Object.keys(part.files).filter((address) => !kept.has(address));

/** Is what an incident needs here? */
export const hasFirst = ({ first }: Version, kept: ReadonlySet<string>): boolean =>
  missingOf(first, kept).length === 0;

/** How many files of a version are here. */
export const countKept = ({ first, rest }: Version, kept: ReadonlySet<string>): number =>
  [...Object.keys(first.files), ...Object.keys(rest.files)].filter((address) => kept.has(address)).length;

/**
 * What comes next: the first part, then the rest. A wrong file lets the others of its part come, then all wait for the next try.
 * @param kept addresses that are here
 * @param failure what was noted before, of this version or another
 */
export function planNext(
  version: Version,
  kept: ReadonlySet<string>,
  failure: Failure | null,
  now: number,
): Plan {
  const first = missingOf(version.first, kept);
  const missing = first.length > 0 ? first : missingOf(version.rest, kept);
  if (failure?.version !== version.name || missing.length === 0) return { take: missing, failure: null };
  const wrong = failure.wrong.filter((address) => !kept.has(address));
  const left = missing.filter((address) => !wrong.includes(address));
  if (left.length > 0 && wrong.length < MOST_WRONG) return { take: left, failure: { ...failure, wrong } };
  // A clock that was put back must not hold the next try off for longer than any delay.
  const isDue = now >= failure.until || failure.until - now > Math.max(...DELAYS);
  return isDue ? { take: missing, failure: { ...failure, wrong: [] } } : { take: [], failure };
}

/** Note that a file was wrong. The first one of a try counts the try. */
export function withWrong(failure: Failure | null, version: string, address: string, now: number): Failure {
  const known = failure?.version === version ? failure : { version, wrong: [], tries: 0, until: 0 };
  const tries = known.wrong.length === 0 ? known.tries + 1 : known.tries;
  const delay = DELAYS[Math.min(tries, DELAYS.length) - 1] ?? 0;
  return { version, wrong: [...known.wrong, address], tries, until: now + delay };
}
