/** One change of an incident, applied to what the disk holds of it: another tab may have changed it meanwhile. */
import type { KeptIncident } from "./policy";

/** The entries of `onto` with those that differ between `before` and `after` as they are in `after`. */
function patched<T>(
  onto: Readonly<Record<string, T>>,
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Record<string, T> {
  const isNew = (key: string) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  return Object.fromEntries([
    ...Object.entries(onto).filter(([key]) => Object.hasOwn(after, key) || !isNew(key)),
    ...Object.entries(after).filter(([key]) => isNew(key)),
  ]);
}

/**
 * What an incident is after a change in this tab: what is stored, with that change and no other.
 * @param before what this tab had before the change
 * @param after what it has now
 */
export function mergeChange(stored: KeptIncident, before: KeptIncident, after: KeptIncident): KeptIncident {
  return {
    id: stored.id,
    name: before.name === after.name ? stored.name : after.name,
    opened: stored.opened,
    changed: stored.changed > after.changed ? stored.changed : after.changed,
    answers: patched(stored.answers, before.answers, after.answers),
    times: patched(stored.times, before.times, after.times),
  };
}
