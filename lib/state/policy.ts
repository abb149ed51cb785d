/** Where each field of the state may go. A forgotten field does not compile. */
export interface CaseState {
  /** Answers and results of checks. */
  answers: Readonly<Record<string, readonly string[]>>;
  /** The user's own values for configs; may name hosts, so memory only. */
  values: Readonly<Record<string, string>>;
  /** What "start over" took away, for undo. */
  undone: Readonly<Record<string, readonly string[]>> | null;
  /** What could not be read from a link. */
  dropped: readonly string[];
  /** The question that is open for a change. */
  editing: string | null;
  /** The incident that a link has put aside, to be taken up again. */
  earlier: Readonly<Record<string, readonly string[]>> | null;
}

interface Policy { url: boolean; disk: boolean }

export const POLICY: Readonly<Record<keyof CaseState, Policy>> = {
  answers: { url: true, disk: true },
  values: { url: false, disk: false },
  undone: { url: false, disk: false },
  dropped: { url: false, disk: false },
  editing: { url: false, disk: false },
  earlier: { url: false, disk: true },
};

/** The fields that may be kept on disk. The store hands over its actions too, which have no policy and stay behind. */
export function forDisk(state: CaseState): Partial<CaseState> {
  return Object.fromEntries(Object.entries(state).filter(([key]) => Object.hasOwn(POLICY, key) && POLICY[key as keyof CaseState].disk));
}
