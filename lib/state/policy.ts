/** Where each field of the state may go. A forgotten field does not compile. */

/** When a result was given, as an ISO time, by `check.<id>=<outcome>`: a result that comes back brings its own time along. */
export type Times = Readonly<Record<string, string>>;

/** One incident: what was said, and when the checks were answered. */
export interface Incident {
  answers: Readonly<Record<string, readonly string[]>>;
  times: Times;
}

export interface CaseState {
  /** Answers and results of checks. */
  answers: Readonly<Record<string, readonly string[]>>;
  /** When the checks were answered. */
  times: Times;
  /** The user's own values for configs; may name hosts, so memory only. */
  values: Readonly<Record<string, string>>;
  /** What "start over" took away, for undo. */
  undone: Incident | null;
  /** What could not be read from a link. */
  dropped: readonly string[];
  /** The question that is open for a change. */
  editing: string | null;
  /** The incident that a link has put aside, to be taken up again. */
  earlier: Incident | null;
}

/** `report`: into what is made to be handed over, the report and the case file. */
interface Policy {
  url: boolean;
  disk: boolean;
  report: boolean;
}

export const POLICY: Readonly<Record<keyof CaseState, Policy>> = {
  answers: { url: true, disk: true, report: true },
  times: { url: false, disk: true, report: true },
  values: { url: false, disk: false, report: false },
  undone: { url: false, disk: false, report: false },
  dropped: { url: false, disk: false, report: false },
  editing: { url: false, disk: false, report: false },
  earlier: { url: false, disk: true, report: false },
};

/** The fields that may be kept on disk. The store hands over its actions too, which have no policy and stay behind. */
export function forDisk(state: CaseState): Partial<CaseState> {
  return Object.fromEntries(
    Object.entries(state).filter(
      ([key]) => Object.hasOwn(POLICY, key) && POLICY[key as keyof CaseState].disk,
    ),
  );
}
