/** Where each field of the state may go. A forgotten field does not compile, and each way out takes its fields through here. */
import type { Answers } from "../model/answers";

/** When a result was given, as an ISO time, by `check.<id>=<outcome>`: a result that comes back brings its own time along. */
export type Times = Readonly<Record<string, string>>;

/** One incident: what was said, and when the checks were answered. */
export interface Incident {
  answers: Answers;
  times: Times;
}

export interface CaseState {
  /** Answers, results of checks and settings of hops. */
  answers: Answers;
  /** When the checks were answered. */
  times: Times;
  /** The user's own values for configs; may name hosts, so memory only. */
  values: Readonly<Record<string, string>>;
  /** What "start over" took away, for undo. */
  undone: Incident | null;
  /** What could not be read from a link, a file or the disk. */
  dropped: readonly string[];
  /** The question that is open for a change. */
  editing: string | null;
  /** The incident that a link has put aside, to be taken up again. */
  earlier: Incident | null;
}

/** A way out of the memory: into an address, onto the disk, into a report that is handed over, into a case file. */
export type Way = "link" | "disk" | "report" | "file";

const POLICY = {
  answers: { link: true, disk: true, report: true, file: true },
  times: { link: false, disk: true, report: true, file: true },
  values: { link: false, disk: false, report: false, file: false },
  undone: { link: false, disk: false, report: false, file: false },
  dropped: { link: false, disk: false, report: false, file: false },
  editing: { link: false, disk: false, report: false, file: false },
  earlier: { link: false, disk: true, report: false, file: false },
} as const satisfies Readonly<Record<keyof CaseState, Readonly<Record<Way, boolean>>>>;

/** The fields that may take a way. */
type Allowed<W extends Way> = {
  [Field in keyof CaseState]: (typeof POLICY)[Field][W] extends true ? Field : never;
}[keyof CaseState];

declare const leaving: unique symbol;
/** Fields that were let out on a way: what writes there takes nothing else, so that no field can go past the policy. */
export type Leaving<W extends Way> = Pick<CaseState, Allowed<W>> & { readonly [leaving]: W };

/**
 * The fields of the state that may take a way, and no others.
 * @param state the whole state, or an incident of which the other fields are as if they were blank
 */
export function letOut<W extends Way>(way: W, state: Pick<CaseState, Allowed<W>>): Leaving<W> {
  const fields = Object.entries(state).filter(
    ([field]) => Object.hasOwn(POLICY, field) && POLICY[field as keyof CaseState][way],
  );
  return Object.fromEntries(fields) as unknown as Leaving<W>;
}
