/**
 * The two clocks: `after` (start to cut) and `silence` (last byte to cut) against the limits of products.
 * An idle or first-byte clock is matched against silence, or more softly against `after` while silence is not known;
 * a total clock against `after`, or more softly against silence while `after` is not known.
 */
import type { Facts } from "./evidence";
import { known } from "./evidence";
import type { EngineCause, EngineLimit, Piece } from "./types";

/** A limit fires at its value or a little later: people round, and timers are swept once a second. */
export function fires(limit: number, seen: number): boolean {
  return seen >= limit - 0.5 - limit * 0.01 && seen <= limit * 1.05 + 1.5;
}

/** The answers that the reading of a clock hangs on, beside the path. */
export const READ_BY_CLOCKS: ReadonlySet<string> = new Set(["after", "silence", "gap", "symptom"]);

interface Reading {
  seen: number;
  sure: boolean;
  clock: string;
}

function reading(limit: EngineLimit, facts: Facts): Reading | null {
  const { after, silence } = facts;
  if (limit.kind === "total") {
    if (after !== null)
      return {
        seen: after,
        sure: silence === null || Math.abs(after - silence) > 1,
        clock: "from the start",
      };
    return silence === null ? null : { seen: silence, sure: false, clock: "of silence" };
  }
  if (silence !== null) return { seen: silence, sure: true, clock: "of silence" };
  if (after === null) return null;
  // Nothing was ever sent: the silence is as long as the whole run.
  const sure =
    known(facts.answers, "gap").includes("first-token") ||
    known(facts.answers, "symptom").includes("no-output");
  return { seen: after, sure, clock: "from the start" };
}

/** What the clocks say about one cause, as one piece, or null when no clock is known. */
export function clockPiece(cause: EngineCause, limits: readonly EngineLimit[], facts: Facts): Piece | null {
  if (facts.after === null && facts.silence === null) return null;
  const nameOf = (id: string) => facts.path.find(({ product }) => product.id === id)?.product.name;
  const own = limits.filter((limit) => nameOf(limit.on) !== undefined);
  const hit = own
    .flatMap((limit) => {
      const read = reading(limit, facts);
      return read && fires(limit.seconds, read.seen) ? [{ limit, read }] : [];
    })
    .sort((a, b) => Number(b.read.sure) - Number(a.read.sure))[0];
  if (hit) {
    const { limit, read } = hit;
    const says = `${read.seen} s ${read.clock}: “${limit.setting}” of ${nameOf(limit.on)} is ${limit.seconds} s.`;
    return { about: "clock", weight: read.sure ? 4 : 2, says };
  }
  const readings = own.map((limit) => reading(limit, facts)).filter((read) => read !== null);
  const first = own[0];
  const seen = readings[0];
  if (first && seen) {
    const values = [...new Set(own.map((limit) => limit.seconds))].sort((a, b) => a - b).join(" or ");
    const fixed = own.every((limit) => limit.adjustable === false);
    const says = fixed
      ? `${nameOf(first.on)} fires at ${values} s, which cannot be set; you see ${seen.seen} s.`
      : `${nameOf(first.on)} fires at ${values} s unless someone set it; you see ${seen.seen} s.`;
    return { about: "clock", weight: fixed ? -2 : -1, says };
  }
  return strangers(cause, limits, facts);
}

/** Where the products are not known, a value that is some product's default is a hint. */
function strangers(cause: EngineCause, limits: readonly EngineLimit[], facts: Facts): Piece | null {
  if (cause.carriers.some((trait) => facts.traits.has(trait))) return null;
  const hit = limits.find((limit) => {
    const read = reading(limit, facts);
    return read !== null && fires(limit.seconds, read.seen);
  });
  return hit
    ? { about: "clock", weight: 1, says: `${hit.seconds} s is a usual value of such a limit.` }
    : null;
}
