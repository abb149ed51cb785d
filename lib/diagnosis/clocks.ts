/**
 * The two clocks: `after` (start to cut) and `silence` (last byte to cut) against the limits of products.
 * An idle or first-byte clock is matched against silence, or more softly against `after` while silence is not known;
 * a total clock against `after`, or more softly against silence while `after` is not known.
 */
import type { Reason } from "../model/finding";
import { hopName } from "../model/hop";
import type { EngineCause, EngineLimit } from "../model/knowledge";
import { clocksOf, type Clock } from "./settings";
import type { Situation } from "./situation";

/** A limit fires at its value or a little later: people round, and timers are swept once a second. */
export function fires(limit: number, seen: number): boolean {
  return seen >= limit - 0.5 - limit * 0.01 && seen <= limit * 1.05 + 1.5;
}

/** What a clock is held against. */
interface Reading {
  /** Seconds. */
  seen: number;
  /** Whether it is the very time that the clock counts. */
  sure: boolean;
  /** What the seconds are, in words. */
  clock: string;
}

function reading({ kind }: EngineLimit, { after, silence, silent }: Situation): Reading | null {
  if (kind === "total") {
    if (after !== null)
      return {
        seen: after,
        sure: silence === null || Math.abs(after - silence) > 1,
        clock: "from the start",
      };
    return silence === null ? null : { seen: silence, sure: false, clock: "of silence" };
  }
  if (silence !== null) return { seen: silence, sure: true, clock: "of silence" };
  // Nothing was ever sent: the silence is as long as the whole run.
  return after === null ? null : { seen: after, sure: silent, clock: "from the start" };
}

/** Why a known value clears its clock, or null when it does not. */
export function clearedBecause(clock: Clock, situation: Situation): string | null {
  const { hop, limit, seconds, known } = clock;
  if (!known) return null;
  const name = `“${limit.setting}” of ${hopName(hop)}`;
  if (seconds === null) return `${name} is switched off, so it does not fire.`;
  const read = reading(limit, situation);
  if (!read || seconds <= read.seen || fires(seconds, read.seen)) return null;
  return `${name} is set to ${seconds} s, longer than the ${read.seen} s ${read.clock}.`;
}

interface Read {
  clock: Clock;
  read: Reading;
}

function hitReason({ clock, read }: Read): Reason {
  const { hop, limit, seconds, known } = clock;
  const says = `${read.seen} s ${read.clock}: “${limit.setting}” of ${hopName(hop)} is ${known ? "set to " : ""}${seconds} s.`;
  return { about: "clock", weight: read.sure ? 4 : 2, says };
}

/** Whether each hop on the path that can bring the cause about has a clock that is known of. */
function covers(own: readonly Clock[], { carriers }: EngineCause, { path }: Situation): boolean {
  const carrying = path.filter(({ product }) => product.traits.some((trait) => carriers.includes(trait)));
  return carrying.every((hop) => own.some((clock) => clock.hop === hop));
}

/** Known values that clear every clock that could have done it: where nothing else can, the cause is out. */
function clearedReason(own: readonly Clock[], alone: boolean, situation: Situation): Reason | null {
  const cleared = own.flatMap((clock) => clearedBecause(clock, situation) ?? []);
  const says = cleared[0];
  if (says === undefined) return null;
  return { about: "clock", weight: alone && cleared.length === own.length ? "rules-out" : -2, says };
}

/** Defaults that do not fit what was seen. */
function missReason(own: readonly Read[]): Reason | null {
  const [first] = own;
  if (!first) return null;
  const values = [...new Set(own.flatMap(({ clock }) => clock.seconds ?? []))]
    .sort((a, b) => a - b)
    .join(" or ");
  const fixed = own.every(({ clock }) => clock.limit.adjustable === false);
  const set = own.every(({ clock }) => clock.known);
  const how = fixed ? ", which cannot be set" : set ? ", as it is set" : " unless someone set it";
  const says = `${hopName(first.clock.hop)} fires at ${values} s${how}; you see ${first.read.seen} s.`;
  return { about: "clock", weight: fixed || set ? -2 : -1, says };
}

/**
 * What the clocks say about one cause, as one reason, or null when no clock is known.
 * @param settled whether every hop that could bring the cause about is named
 */
export function clockReason(
  cause: EngineCause,
  limits: readonly EngineLimit[],
  situation: Situation,
  settled: boolean,
): Reason | null {
  const own = clocksOf(limits, situation);
  const reads = own.flatMap((clock): Read[] => {
    const read = reading(clock.limit, situation);
    return read && clock.seconds !== null ? [{ clock, read }] : [];
  });
  const hit = reads
    .filter(({ clock, read }) => fires(clock.seconds ?? 0, read.seen))
    .sort((a, b) => Number(b.read.sure) - Number(a.read.sure))[0];
  if (hit) return hitReason(hit);
  const alone = settled && covers(own, cause, situation);
  return clearedReason(own, alone, situation) ?? missReason(reads) ?? strangers(cause, limits, situation);
}

/**
 * Where the products are not known, a value that is some product's default is a hint. A named product with a clock of its
 * own takes it away: that clock may have been set to the value, and it is known to run.
 */
function strangers(cause: EngineCause, limits: readonly EngineLimit[], situation: Situation): Reason | null {
  if (situation.clocked || cause.carriers.some((trait) => situation.traits.has(trait))) return null;
  const hit = limits.find((limit) => {
    if (limit.seconds === null || limit.kind === "buffering" || situation.elsewhere.has(limit.id))
      return false;
    const read = reading(limit, situation);
    return read !== null && fires(limit.seconds, read.seen);
  });
  return hit
    ? { about: "clock", weight: 1, says: `${hit.seconds} s is a usual value of such a limit.` }
    : null;
}
