/** When each result of a check was given. */
import { checkOf, type Answers } from "../model/answers";
import type { Times } from "./policy";

/** As `Date.prototype.toISOString` writes it. */
const ISO = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;

export const isTime = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 24 && ISO.test(value);

const keyOf = (check: string, outcome: string): string => `${check}=${outcome}`;

/** The time at which the result of a check was given, where it is known. */
export function timeOf(check: string, outcome: string, times: Times): string | null {
  const key = keyOf(check, outcome);
  return Object.hasOwn(times, key) ? (times[key] ?? null) : null;
}

/** The times with one more: only results of checks have one. */
export function timed(question: string, values: readonly string[], now: string, times: Times): Times {
  const [outcome] = values;
  return outcome === undefined || checkOf(question) === null
    ? times
    : { ...times, [keyOf(question, outcome)]: now };
}

/** More results than this nobody has. */
const MAX_TIMES = 500;

/** The times in anything, as it may come from a disk: also those of results that were taken back, as they may come again. */
export function timesIn(stored: unknown): Times {
  if (typeof stored !== "object" || stored === null) return {};
  const times = Object.entries(stored).filter(([key, time]) => checkOf(key) !== null && isTime(time));
  return Object.fromEntries(times.slice(-MAX_TIMES));
}

/** The times of the results that stand, as far as they are times: of anything, as it may come from a file or a disk. */
export function timesFor(answers: Answers, stored: unknown): Times {
  if (typeof stored !== "object" || stored === null) return {};
  const own = new Map(Object.entries(stored));
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, [outcome]]) => {
      const key = keyOf(question, outcome ?? "");
      const time: unknown = own.get(key);
      return checkOf(question) !== null && isTime(time) ? [[key, time]] : [];
    }),
  );
}
