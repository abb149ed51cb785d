/** Times that a fix has to keep so that it comes before the cut: they follow the shortest limit that is known. */
import type { Prepared } from "./prepared";
import { clocksOf } from "./settings";
import type { Situation } from "./situation";

/** A time is at most this part of the limit that it must stay below: one may be late without harm. */
const PART = 1 / 3;
/** No fix asks for more than this, in seconds, however long the limits are: it is what was recorded. */
const HEARTBEAT = 15;
const DEADLINE = 20;

/** Whole seconds, by the name of the value that shown code and sentences hold; empty while no limit is known. */
export type Times = Readonly<Partial<Record<"heartbeat" | "deadline", string>>>;

/** The shortest of what was seen and of the limits on the path; null while neither is known. */
function shortest(seen: readonly (number | null)[], limits: readonly (number | null)[]): number | null {
  const known = [...seen, ...limits].filter((value): value is number => value !== null && value > 0);
  return known.length === 0 ? null : Math.min(...known);
}

const within = (limit: number, most: number): string =>
  String(Math.max(1, Math.min(most, Math.floor(limit * PART))));

/**
 * The heartbeat and the deadline that fit a case.
 * A heartbeat stays below what counts silence; a deadline below what counts the whole response, too.
 */
export function timesOf(situation: Situation, { knowledge }: Prepared): Times {
  const { after, silence, silent } = situation;
  const clocks = clocksOf(knowledge.limits, situation);
  const idle = clocks.filter(({ limit }) => limit.kind !== "total").map(({ seconds }) => seconds);
  const quiet = shortest([silence, silent ? after : null], idle);
  const whole = shortest(
    [quiet, after],
    clocks.map(({ seconds }) => seconds),
  );
  return {
    ...(quiet !== null && { heartbeat: within(quiet, HEARTBEAT) }),
    ...(whole !== null && { deadline: within(whole, DEADLINE) }),
  };
}
