/** One change of an incident, applied to what the disk holds of it: another tab may have changed it meanwhile. */
import type { Incident, KeptIncident } from "./policy";

type Entries = Readonly<Record<string, unknown>>;

/** The entries of `onto` with those that differ between `before` and `after` as they are in `after`. */
function patched<T extends Entries>(onto: T, before: T, after: T): T {
  const result: Record<string, unknown> = { ...onto };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) continue;
    if (Object.hasOwn(after, key)) result[key] = after[key];
    else delete result[key];
  }
  return result as T;
}

/**
 * What an incident is after a change in this tab.
 * @param stored what the disk holds, or null
 * @param before what this tab had before the change
 * @param after what it has now
 */
export function mergeChange(
  stored: KeptIncident | null,
  before: Incident,
  after: KeptIncident,
): KeptIncident {
  if (stored === null) return after;
  return {
    ...after,
    answers: patched(stored.answers, before.answers, after.answers),
    times: patched(stored.times, before.times, after.times),
  };
}
