/** Where each field of the state may go. A forgotten field does not compile, and each way out takes its fields through here. */
import type { Answers } from "../model/answers";
import type { Piece } from "../model/piece";

/** When a result was given, as an ISO time, by `check.<id>=<outcome>`: a result that comes back brings its own time along. */
export type Times = Readonly<Record<string, string>>;

/** One incident: what was said, and when the checks were answered. */
export interface Incident {
  answers: Answers;
  times: Times;
}

/** An incident as this browser keeps it. */
export interface KeptIncident extends Incident {
  id: string;
  /** What the user calls it; empty where it has no name. */
  name: string;
  /** When it was begun and last changed, as ISO times. */
  opened: string;
  changed: string;
}

/** Whether nothing is said in an incident: it is in no list, and needs no room. */
export const saysNothing = ({ name, answers }: Pick<KeptIncident, "name" | "answers">): boolean =>
  name === "" && Object.keys(answers).length === 0;

/** What "undo" brings back, until the next action: the incident that was started over, or those that were removed. */
export interface Undone {
  kind: "started over" | "removed";
  incidents: readonly KeptIncident[];
}

export interface CaseState extends KeptIncident {
  /** The user's own values for configs; may name hosts, so memory only. */
  values: Readonly<Record<string, string>>;
  /** What was pasted or dropped into the open incident: raw text, so memory only. */
  pieces: readonly Piece[];
  /** What was read before this page came, from texts that are no longer there. */
  earlier: readonly string[];
  /** The incidents that are kept beside the open one, the last changed first. */
  others: readonly KeptIncident[];
  /** The one of them that was open before in this tab: the first to be offered. */
  aside: string | null;
  /** Whether the offer was put out of sight for this visit. */
  hidden: boolean;
  undone: Undone | null;
  /** What could not be read from a link. */
  dropped: readonly string[];
  /** What happened to incidents that are kept: what cannot be read, what went to make room. */
  notes: readonly string[];
  /** Whether something damaged is kept, which can only be removed. */
  damaged: boolean;
  /** Whether the storage refuses, so that something is in memory only. */
  unkept: boolean;
  /** The question that is open for a change. */
  editing: string | null;
  /** The cause that was chosen to be open; null is the one that comes first. */
  chosen: string | null;
}

/** A way out of the memory: into an address, onto the disk, into a report that is handed over, into a case file. */
export type Way = "link" | "disk" | "report" | "file";

const NOWHERE = { link: false, disk: false, report: false, file: false } as const;
const DISK = { ...NOWHERE, disk: true } as const;

const POLICY = {
  answers: { link: true, disk: true, report: true, file: true },
  times: { link: false, disk: true, report: true, file: true },
  id: DISK,
  name: DISK,
  opened: DISK,
  changed: DISK,
  values: NOWHERE,
  pieces: NOWHERE,
  earlier: NOWHERE,
  others: NOWHERE,
  aside: NOWHERE,
  hidden: NOWHERE,
  undone: NOWHERE,
  dropped: NOWHERE,
  notes: NOWHERE,
  damaged: NOWHERE,
  unkept: NOWHERE,
  editing: NOWHERE,
  chosen: { ...NOWHERE, link: true },
} as const satisfies Readonly<Record<keyof CaseState, Readonly<Record<Way, boolean>>>>;

/** The fields that may take a way. */
type Allowed<W extends Way> = {
  [Field in keyof CaseState]: (typeof POLICY)[Field][W] extends true ? Field : never;
}[keyof CaseState];

declare const leaving: unique symbol;
/** Fields that were let out on a way: what writes there takes nothing else, so that no field can go past the policy. */
export type Leaving<W extends Way> = Pick<CaseState, Allowed<W>> & { readonly [leaving]: W };

/** The fields of a state, or of what has these fields of it, that may take a way, and no others. */
export function letOut<W extends Way>(way: W, state: Pick<CaseState, Allowed<W>>): Leaving<W> {
  const fields = Object.entries(state).filter(
    ([field]) => Object.hasOwn(POLICY, field) && POLICY[field as keyof CaseState][way],
  );
  return Object.fromEntries(fields) as unknown as Leaving<W>;
}
