/** What is known of the settings of a hop: which limit counts with which value, and what is cleared by it. */
import type { Hop, Setting } from "../model/hop";
import type { EngineLimit } from "../model/knowledge";

/** A limit of a hop with the value that counts. */
export interface Clock {
  hop: Hop;
  limit: EngineLimit;
  /** Seconds; null where it is known that there is no limit. */
  seconds: number | null;
  /** Said or read, in place of the default. */
  known: boolean;
}

/** What of a situation says which clocks run. */
export interface Running {
  path: readonly Hop[];
  /** Ids of the limits that are for other traffic. */
  elsewhere: ReadonlySet<string>;
}

/**
 * The clocks of hops on a path that count for its traffic, with known values in place of defaults; what is neither known
 * nor has a default is left out.
 */
export function clocksOf(limits: readonly EngineLimit[], { path, elsewhere }: Running): Clock[] {
  const clocks: Clock[] = [];
  // Loops, not callbacks: the search for the next question comes here some thousand times for one answer.
  for (const hop of path)
    for (const limit of limits) {
      if (limit.on !== hop.product.id || limit.kind === "buffering" || elsewhere.has(limit.id)) continue;
      const setting = hop.settings[limit.id];
      if (setting !== undefined)
        clocks.push({ hop, limit, seconds: typeof setting === "number" ? setting : null, known: true });
      else if (limit.seconds !== null) clocks.push({ hop, limit, seconds: limit.seconds, known: false });
    }
  return clocks;
}

/** Whether a hop is known not to hold tokens back for this cause: one of its buffering limits is off. */
export const bufferingOff = (limits: readonly EngineLimit[], hop: Hop): EngineLimit | null =>
  limits.find(
    ({ on, kind, id }) => on === hop.product.id && kind === "buffering" && isOff(hop.settings[id]),
  ) ?? null;

const isOff = (setting: Setting | undefined): boolean => setting === "off" || setting === "none";
