/** The state of the open incident, and of those that are kept beside it: a vanilla Zustand store, with its storage handed in. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import { decode, kindOfFragment } from "./codec";
import { shortName } from "./disk";
import { onGiven, type GivenActions } from "./given";
import { Moves, type Step, type Surroundings } from "./moves";
import { saysNothing, type CaseState, type Incident, type KeptIncident } from "./policy";
import { readAnswer } from "./read-answer";
import { timed } from "./times";
import { viewIn } from "./view";
import { NOT_REMOVED, unreadWords } from "./words";

export interface Actions extends GivenActions {
  /** Replace the answer to a question; no values take it away. */
  answer: (question: string, values: readonly string[]) => void;
  edit: (question: string | null) => void;
  setValue: (name: string, value: string) => void;
  /** Begin another incident; the one that was open stays among the others. */
  startOver: () => void;
  /** Bring back what was started over or removed last. */
  undo: () => void;
  /** Start the page with an address, and with the step of the history that it belongs to. */
  begin: (fragment: string, step: Step | null) => void;
  /** Follow the address: a step of the history, or a link that opens another incident. */
  follow: (fragment: string, step: Step | null) => void;
  /** Open an incident from a file as one more, with the texts that the file holds. */
  take: (incident: Incident, texts?: Parameters<GivenActions["give"]>[0]) => void;
  /** Open one of the others. */
  takeUp: (id: string) => void;
  rename: (id: string, name: string) => void;
  /** Take one of the others off this browser. */
  forget: (id: string) => void;
  /** Take all of the others off, and what is damaged. */
  forgetAll: () => void;
  /** Put the offer of the others out of sight for this visit. */
  hide: () => void;
  /** The notes were read. */
  dismiss: () => void;
  /** Another tab may have changed what is kept. */
  look: () => void;
}
export type CaseStore = StoreApi<CaseState & Actions>;

const isEmpty = (answers: Answers): boolean => Object.keys(answers).length === 0;

type Get = () => CaseState;
type Set = (part: Partial<CaseState>) => void;

/** What is done to the open incident. */
function onOpen(
  moves: Moves,
  knowledge: Knowledge,
  now: () => string,
  get: Get,
  set: Set,
): Pick<Actions, "answer" | "edit" | "setValue" | "startOver" | "undo"> {
  return {
    answer: (question, values) => {
      const before = moves.open();
      const { [question]: _, ...rest } = before.answers;
      const good = readAnswer(question, values, knowledge).values;
      const answers = good.length > 0 ? { ...rest, [question]: good } : rest;
      // What is known has changed: the cause that comes first by it is open.
      set({ undone: null, chosen: null });
      moves.keep(before, { ...before, answers, times: timed(question, good, now(), before.times) });
    },
    edit: (editing) => set({ editing }),
    setValue: (name, value) => set({ values: { ...get().values, [name]: value } }),
    startOver: () => {
      const open = moves.open();
      const undone = saysNothing(open) ? null : { kind: "started over" as const, incidents: [open] };
      moves.show(moves.blank(), { undone, hidden: true });
    },
    undo: () => {
      const { undone, id } = get();
      const [first] = undone?.incidents ?? [];
      if (undone?.kind === "started over" && first) return moves.takeUp(moves.find(first.id) ?? first);
      for (const incident of undone?.incidents ?? []) moves.shelf.change(incident, incident);
      set({ undone: null, ...moves.beside(id) });
    },
  };
}

/** What comes from the address or from a file. */
function fromOutside(
  moves: Moves,
  knowledge: Knowledge,
  get: Get,
  set: Set,
  give: GivenActions["give"],
): Pick<Actions, "begin" | "follow" | "take"> {
  return {
    begin: (fragment, step) => {
      const view = viewIn(fragment, knowledge);
      moves.shelf.migrate();
      const notes = unreadWords(moves.shelf.list().unread);
      const kind = kindOfFragment(fragment, knowledge);
      const { answers, dropped } = decode(fragment, knowledge);
      if (kind === "case" && step !== null) moves.goTo(step, answers, dropped);
      else if (!isEmpty(answers)) moves.openCase({ answers, times: {} }, dropped);
      else moves.show(moves.blank(), { dropped: kind === "place" ? [] : dropped });
      set({
        notes: [...notes, ...get().notes],
        dropped: [...get().dropped, ...view.dropped],
        chosen: view.chosen,
      });
    },
    follow: (fragment, step) => {
      const kind = kindOfFragment(fragment, knowledge);
      const { answers, dropped } = decode(fragment, knowledge);
      const { id, answers: open } = get();
      const view = viewIn(fragment, knowledge);
      const lost = [...dropped, ...view.dropped];
      if (kind === "place") return;
      if (moves.same(answers, open) && (step === null || step.incident === id))
        return set({ chosen: view.chosen, ...(lost.length > 0 && { dropped: lost }) });
      if (kind === "nothing") return moves.show(moves.blank());
      if (isEmpty(answers)) return set({ dropped: lost });
      if (step === null) moves.openCase({ answers, times: {} }, lost);
      else moves.goTo(step, answers, lost);
      set({ chosen: view.chosen });
    },
    take: (incident, texts = []) => {
      moves.openCase(incident, []);
      // Where the incident is open here with its own texts, they stay: the file has the same, with less in them.
      if (texts.length === 0 || get().pieces.length > 0) return;
      // What was read is read again, and goes with its text.
      set({ earlier: [] });
      give(texts);
    },
  };
}

/** What is done with those that are kept. */
function onKept(
  moves: Moves,
  get: Get,
  set: Set,
): Pick<Actions, "takeUp" | "rename" | "forget" | "forgetAll" | "hide" | "dismiss" | "look"> {
  const forget = (incidents: readonly KeptIncident[]) => {
    const gone = incidents.filter(({ id }) => moves.remove(id));
    set({
      ...moves.beside(get().id),
      undone: gone.length > 0 ? { kind: "removed", incidents: gone } : null,
      notes: gone.length < incidents.length ? [...get().notes, NOT_REMOVED] : get().notes,
    });
  };
  return {
    takeUp: (id) => {
      const kept = moves.find(id);
      if (kept) moves.takeUp(kept, { hidden: true });
    },
    rename: (id, text) => {
      const name = shortName(text);
      if (id === get().id) return moves.keep(moves.open(), { ...moves.open(), name });
      const kept = moves.find(id);
      if (kept) moves.shelf.change(kept, { ...kept, name });
      set(moves.beside(get().id));
    },
    forget: (id) => {
      const kept = id === get().id ? null : moves.find(id);
      if (kept) forget([kept]);
    },
    forgetAll: () => {
      moves.shelf.clean();
      forget(moves.beside(get().id).others);
    },
    hide: () => set({ hidden: true }),
    dismiss: () => set({ notes: [] }),
    look: () => {
      moves.shelf.retry();
      const kept = moves.shelf.get(get().id);
      const isNews = kept !== null && JSON.stringify(kept) !== JSON.stringify(moves.open());
      set({ ...(isNews ? kept : {}), ...moves.beside(get().id) });
    },
  };
}

/** Make the store of the desk. */
export function createCase(knowledge: Knowledge, around: Surroundings): CaseStore {
  return createStore<CaseState & Actions>()((set, get) => {
    const moves = new Moves({ get, set }, knowledge, around);
    const given = onGiven(moves, get, set);
    return {
      ...moves.blank(),
      values: {},
      pieces: [],
      earlier: [],
      others: [],
      aside: null,
      hidden: false,
      undone: null,
      dropped: [],
      notes: [],
      damaged: false,
      unkept: false,
      editing: null,
      chosen: null,
      ...onOpen(moves, knowledge, around.now, get, set),
      ...given,
      ...fromOutside(moves, knowledge, get, set, given.give),
      ...onKept(moves, get, set),
    };
  });
}
