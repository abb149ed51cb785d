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

/** The clocks of hops on a path, with known values in place of defaults; what is neither known nor has a default is left out. */
export function clocksOf(limits: readonly EngineLimit[], path: readonly Hop[]): Clock[] {
  return path.flatMap((hop) =>
    limits.flatMap((limit): Clock[] => {
      if (limit.on !== hop.product.id || limit.kind === "buffering") return [];
      const setting = hop.settings[limit.id];
      if (setting !== undefined)
        return [{ hop, limit, seconds: typeof setting === "number" ? setting : null, known: true }];
      return limit.seconds === null ? [] : [{ hop, limit, seconds: limit.seconds, known: false }];
    }),
  );
}

/** Whether a hop is known not to hold tokens back for this cause: one of its buffering limits is off. */
export const bufferingOff = (limits: readonly EngineLimit[], hop: Hop): EngineLimit | null =>
  limits.find(
    ({ on, kind, id }) => on === hop.product.id && kind === "buffering" && isOff(hop.settings[id]),
  ) ?? null;

const isOff = (setting: Setting | undefined): boolean => setting === "off" || setting === "none";
