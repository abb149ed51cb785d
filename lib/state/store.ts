/** The state of the open incident, and of those that are kept beside it: a vanilla Zustand store, with its storage handed in. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import { decode, encode } from "./codec";
import { MAX_NAME } from "./disk";
import { mergeChange } from "./merge";
import type { CaseState, Incident, KeptIncident } from "./policy";
import { readAnswer } from "./read-answer";
import { createShelf, type Keeper } from "./shelf";
import { timed } from "./times";
import { droppedWords, UNKEPT } from "./words";

export interface Actions {
  /** Replace the answer to a question; no values take it away. */
  answer: (question: string, values: readonly string[]) => void;
  edit: (question: string | null) => void;
  setValue: (name: string, value: string) => void;
  /** Begin another incident; the one that was open stays among the others. */
  startOver: () => void;
  undo: () => void;
  /** Start the page with an address, and with the incident that this step of the history belongs to. */
  begin: (fragment: string, id: string | null) => void;
  /** Follow the address: a step of the history, or a link that opens another incident. */
  follow: (fragment: string, id: string | null) => void;
  /** Open an incident from a file as one more. */
  take: (incident: Incident) => void;
  /** Open one of the others. */
  takeUp: (id: string) => void;
  rename: (id: string, name: string) => void;
  /** Take one of the others off this browser for good. */
  forget: (id: string) => void;
  /** Put the others out of sight for this visit. */
  hide: () => void;
  /** Another tab has changed what is kept. */
  look: () => void;
}
export type CaseStore = StoreApi<CaseState & Actions>;

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

const isEmpty = (answers: Answers) => Object.keys(answers).length === 0;

/** Make the store of the desk. */
export function createCase(
  knowledge: Knowledge,
  { keeper, now, minutesSince, newId }: Surroundings,
): CaseStore {
  const shelf = createShelf(keeper, knowledge);
  const same = (one: Answers, other: Answers) => encode(one, knowledge) === encode(other, knowledge);
  const blank = (): KeptIncident => {
    const time = now();
    return { id: newId(), name: "", opened: time, changed: time, answers: {}, times: {} };
  };

  return createStore<CaseState & Actions>()((set, get) => {
    const othersOf = (id: string) => shelf.list().incidents.filter((kept) => kept.id !== id);
    const incident = (): KeptIncident => {
      const { id, name, opened, changed, answers, times } = get();
      return { id, name, opened, changed, answers, times };
    };

    /** Show an incident; what was open before stays among the others. */
    const show = (next: KeptIncident, more: Partial<CaseState> = {}) =>
      set({
        ...next,
        others: othersOf(next.id),
        editing: null,
        undone: null,
        dropped: [],
        notes: [],
        ...more,
      });

    /** Keep what the open incident is now, with what another tab has changed of it. */
    const keep = (before: KeptIncident, after: KeptIncident) => {
      if (isEmpty(after.answers) && shelf.get(after.id) === null) return set(after);
      const merged = mergeChange(shelf.get(after.id), before, { ...after, changed: now() });
      const taken = shelf.put(merged);
      const gone = taken ? droppedWords(shelf.trim(merged.id), minutesSince, knowledge) : [];
      set({
        ...merged,
        others: othersOf(merged.id),
        unkept: taken ? null : UNKEPT,
        notes: [...get().notes, ...gone],
      });
    };

    /** An incident for a case that comes from outside: the one that is kept with the very same answers, or a new one. */
    const incidentFor = ({ answers, times }: Incident): KeptIncident => {
      const kept = shelf.list().incidents.find((candidate) => same(candidate.answers, answers));
      return kept ? { ...kept, times: { ...kept.times, ...times } } : { ...blank(), answers, times };
    };

    const openCase = (given: Incident, dropped: readonly string[]) => {
      const next = incidentFor(given);
      show(next, { dropped, hidden: false });
      keep(next, next);
    };

    /** A step of the history: the incident as it was then. */
    const stepTo = (id: string, answers: Answers, dropped: readonly string[]): boolean => {
      const kept = id === get().id ? incident() : shelf.get(id);
      if (kept === null) return false;
      const next = { ...kept, answers };
      show(next, { dropped });
      keep(kept, next);
      return true;
    };

    return {
      ...blank(),
      values: {},
      others: [],
      hidden: false,
      undone: null,
      dropped: [],
      notes: [],
      unkept: null,
      editing: null,
      answer: (question, values) => {
        const before = incident();
        const { [question]: _, ...rest } = before.answers;
        const good = readAnswer(question, values, knowledge).values;
        const answers = good.length > 0 ? { ...rest, [question]: good } : rest;
        set({ undone: null });
        keep(before, { ...before, answers, times: timed(question, good, now(), before.times) });
      },
      edit: (editing) => set({ editing }),
      setValue: (name, value) => set({ values: { ...get().values, [name]: value } }),
      startOver: () => show(blank(), { undone: isEmpty(get().answers) ? null : get().id, hidden: true }),
      undo: () => {
        const { undone } = get();
        const kept = undone === null ? null : shelf.get(undone);
        if (kept) show(kept);
      },
      begin: (fragment, id) => {
        const notes = [shelf.migrate(now()), ...shelf.list().says].filter((sentence) => sentence !== null);
        const { answers, dropped, isCase } = decode(fragment, knowledge);
        const isPlace = !isCase && fragment.replace(/^#/, "") !== "";
        if (isEmpty(answers)) show((isPlace && id !== null ? shelf.get(id) : null) ?? blank(), { dropped });
        else if (id === null || !stepTo(id, answers, dropped)) openCase({ answers, times: {} }, dropped);
        set({ notes: [...notes, ...get().notes] });
      },
      follow: (fragment, id) => {
        const { answers, dropped, isCase } = decode(fragment, knowledge);
        const isBlank = fragment.replace(/^#/, "") === "";
        // A place on the page is no case.
        if (!isCase && !isBlank) return;
        if (isEmpty(answers) && isBlank) return show(blank());
        if (id !== null && !isEmpty(answers) && stepTo(id, answers, dropped)) return;
        if (isEmpty(answers)) set({ dropped });
        else openCase({ answers, times: {} }, dropped);
      },
      take: (given) => openCase(given, []),
      takeUp: (id) => {
        const kept = shelf.get(id);
        if (kept) show(kept);
      },
      rename: (id, name) => {
        const called = name.trim().slice(0, MAX_NAME);
        if (id === get().id) return keep(incident(), { ...incident(), name: called });
        const kept = shelf.get(id);
        if (kept) set({ unkept: shelf.put({ ...kept, name: called }) ? null : UNKEPT });
        set({ others: othersOf(get().id) });
      },
      forget: (id) => {
        shelf.remove(id);
        set({ others: othersOf(get().id), undone: get().undone === id ? null : get().undone });
      },
      hide: () => set({ hidden: true }),
      look: () => {
        const kept = shelf.get(get().id);
        set({ ...(kept ?? {}), others: othersOf(get().id) });
      },
    };
  });
}
