/** Counts of the record as words. */
import type { IncidentSet, Measured, VerdictCounts } from "@/lib/model/accuracy";

/** A share in whole percent; none of nothing. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${Math.round((100 * part) / whole)}%`;

export const times = (count: number): string => ["never", "once", "twice"][count] ?? `${count} times`;

export interface MeasuredSet extends IncidentSet {
  verdicts: VerdictCounts;
}

/** Sets whose verdicts were counted, in the order of the record. */
export const measuredSets = ({ sets }: Measured): MeasuredSet[] =>
  sets.flatMap((set) => (set.verdicts ? [{ ...set, verdicts: set.verdicts }] : []));

/** The half that is only scored, and the one that rules were written on. */
export interface Halves {
  scored: MeasuredSet;
  readable: MeasuredSet;
}

/** @throws where the record lacks a half: the task writes both */
export function halvesOf(measured: Measured): Halves {
  const half = (id: keyof Halves): MeasuredSet => {
    const set = measuredSets(measured).find((one) => one.id === id);
    if (!set) throw new Error(`content/accuracy.json has no verdicts on the set "${id}".`);
    return set;
  };
  return { scored: half("scored"), readable: half("readable") };
}
