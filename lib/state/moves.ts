/** How one incident follows another on the page, and how a change of one is kept. */
import { FOUND, type Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import { encode } from "./codec";
import { saysNothing, type CaseState, type Incident, type KeptIncident } from "./policy";
import { Shelf, type Keeper } from "./shelf";
import { droppedWords, KEPT_BESIDE } from "./words";

/** What differs from place to place, and from run to run. */
export interface Surroundings {
  keeper: Keeper;
  /** The time now, as `Date.prototype.toISOString` writes it. */
  now: () => string;
  /** How many minutes ago an ISO time was. */
  minutesSince: (time: string) => number;
  /** An id that no incident has. */
  newId: () => string;
}

/** What a step of the browser's history knows of its incident. */
export interface Step {
  incident: string;
  /** When the incident was changed last at that time. */
  changed: string;
}

/** The state as the moves read and write it. */
interface Held {
  get: () => CaseState;
  set: (part: Partial<CaseState>) => void;
}

export class Moves {
  readonly shelf: Shelf;
  /** Incidents that were open in this tab, as they were left. */
  private readonly past = new Map<string, KeptIncident>();

  constructor(
    private readonly held: Held,
    private readonly knowledge: Knowledge,
    private readonly around: Surroundings,
  ) {
    this.shelf = new Shelf(around.keeper, knowledge, around.newId);
  }

  /** The incident that is open. */
  open(): KeptIncident {
    const { id, name, opened, changed, answers, times } = this.held.get();
    return { id, name, opened, changed, answers, times };
  }

  /** An incident in which nothing is said. */
  blank(): KeptIncident {
    const time = this.around.now();
    return { id: this.around.newId(), name: "", opened: time, changed: time, answers: {}, times: {} };
  }

  same(one: Answers, other: Answers): boolean {
    return encode(one, this.knowledge) === encode(other, this.knowledge);
  }

  /** One that is kept, or that this tab still knows; null where it knows none. */
  find(id: string): KeptIncident | null {
    const listed = this.held.get().others.find((kept) => kept.id === id);
    return this.shelf.get(id) ?? listed ?? this.past.get(id) ?? null;
  }

  /** What is kept beside an incident, for the state. */
  beside(id: string): Pick<CaseState, "others" | "damaged" | "unkept"> {
    const { incidents, unread } = this.shelf.list();
    return {
      others: incidents.filter((kept) => kept.id !== id),
      damaged: unread.includes("damaged"),
      unkept: this.shelf.refuses(),
    };
  }

  /** Show an incident; what was open before stays among the others. */
  show(next: KeptIncident, more: Partial<CaseState> = {}): void {
    const before = this.open();
    const { aside, pieces, earlier } = this.held.get();
    // Texts belong to the incident that they were given in, and go with it.
    const isSame = before.id === next.id;
    if (!saysNothing(before)) this.past.set(before.id, before);
    this.held.set({
      ...next,
      ...this.beside(next.id),
      pieces: isSame ? pieces : [],
      earlier: isSame ? earlier : (next.answers[FOUND] ?? []),
      aside: isSame || saysNothing(before) ? aside : before.id,
      editing: null,
      chosen: null,
      undone: null,
      dropped: [],
      notes: [],
      ...more,
    });
  }

  /** Keep what the open incident is now, together with what another tab has changed of it. */
  keep(before: KeptIncident, after: KeptIncident): void {
    if (saysNothing(before) && saysNothing(after)) return this.held.set(after);
    const next = this.shelf.change(before, { ...after, changed: this.around.now() });
    const gone = this.shelf.refuses() ? [] : this.shelf.trim(next.id);
    this.held.set({
      ...next,
      ...this.beside(next.id),
      notes: [
        ...this.held.get().notes,
        ...(next.id === after.id ? [] : [KEPT_BESIDE]),
        ...droppedWords(gone, this.around.minutesSince, this.knowledge),
      ],
    });
  }

  /** Take one off this browser, and out of this tab's memory. @returns whether the disk let it go */
  remove(id: string): boolean {
    const gone = this.shelf.remove(id);
    if (gone) this.past.delete(id);
    return gone;
  }

  /** Show one that this tab knows; it is kept again where it went from the disk meanwhile. */
  takeUp(kept: KeptIncident, more: Partial<CaseState> = {}): void {
    this.show(kept, more);
    if (this.shelf.get(kept.id) === null) this.keep(kept, kept);
  }

  /** Open a case that comes from outside: the incident that is kept with the very same answers, or a new one. */
  openCase({ answers, times }: Incident, dropped: readonly string[]): void {
    const kept = this.shelf.list().incidents.find((candidate) => this.same(candidate.answers, answers));
    const before = kept ?? this.blank();
    const after = { ...before, answers: kept?.answers ?? answers, times: { ...before.times, ...times } };
    this.show(after, { dropped, hidden: false });
    this.keep(before, after);
  }

  /**
   * Go to a step of the history. A step within the open incident takes its answers back or brings them again;
   * one of another incident shows that as it is kept. Where the disk has refused the change of that step, and the
   * page has come anew since, only the address has what was said.
   */
  goTo(step: Step, answers: Answers, dropped: readonly string[]): void {
    const open = this.open();
    if (step.incident === open.id) {
      const after = { ...open, answers };
      this.show(after, { dropped });
      return this.keep(open, after);
    }
    const kept = this.find(step.incident);
    if (kept === null) return this.openCase({ answers, times: {} }, dropped);
    if (kept.changed >= step.changed) return this.takeUp(kept, { dropped });
    const after = { ...kept, answers: { ...kept.answers, ...answers } };
    this.show(after, { dropped });
    this.keep(kept, after);
  }
}
