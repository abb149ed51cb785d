/** The state of one incident: a vanilla Zustand store, with its storage handed in. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import { decode, encode } from "./codec";
import { readAnswer } from "./read-answer";
import { diskText, readDisk, type Kept } from "./disk";
import { letOut, type CaseState, type Incident } from "./policy";
import { timed } from "./times";

export interface Actions {
  /** Replace the answer to a question; no values take it away. */
  answer: (question: string, values: readonly string[]) => void;
  edit: (question: string | null) => void;
  setValue: (name: string, value: string) => void;
  startOver: () => void;
  undo: () => void;
  /** Take a fragment as the new state of the case. A step back in the same incident keeps the times of its results. */
  open: (fragment: string, sameIncident?: boolean) => void;
  /** Take an incident from a file; the one that was open is put aside. */
  take: (incident: Incident) => void;
  /** Start the page: with the fragment's case, and with what was kept as the earlier one. */
  begin: (fragment: string) => void;
  resume: () => void;
  forgetEarlier: () => void;
}
export type CaseStore = StoreApi<CaseState & Actions>;

/** What keeps text between visits; both calls may throw when storage is full or blocked. */
export interface Keeper {
  read: () => string | null;
  write: (text: string) => void;
}

/** The time now, as `Date.prototype.toISOString` writes it. */
export type Clock = () => string;

const BLANK: CaseState = {
  answers: {},
  times: {},
  values: {},
  undone: null,
  dropped: [],
  editing: null,
  earlier: null,
};

/** What was kept on disk. A storage that is blocked holds nothing. */
function kept(keeper: Keeper, knowledge: Knowledge): Kept {
  let text: string | null = null;
  try {
    text = keeper.read();
  } catch {
    // Without storage there is nothing to take up again.
  }
  return readDisk(text, knowledge);
}

const isEmpty = (answers: Answers) => Object.keys(answers).length === 0;

/** Make the store of the desk. */
export function createCase(knowledge: Knowledge, keeper: Keeper, now: Clock): CaseStore {
  const same = (one: Answers, other: Answers) => encode(one, knowledge) === encode(other, knowledge);
  const store: CaseStore = createStore<CaseState & Actions>()((set, get) => ({
    ...BLANK,
    answer: (question, values) => {
      const { [question]: _, ...rest } = get().answers;
      const good = readAnswer(question, values, knowledge).values;
      set({
        answers: good.length > 0 ? { ...rest, [question]: good } : rest,
        times: timed(question, good, now(), get().times),
        undone: null,
      });
    },
    edit: (editing) => set({ editing }),
    setValue: (name, value) => set({ values: { ...get().values, [name]: value } }),
    startOver: () =>
      set({
        ...BLANK,
        values: get().values,
        earlier: get().earlier,
        undone: { answers: get().answers, times: get().times },
      }),
    undo: () => {
      const { undone } = get();
      if (undone) set({ ...undone, undone: null });
    },
    open: (fragment, sameIncident = false) => {
      const { answers, dropped } = decode(fragment, knowledge);
      set({ answers, dropped, editing: null, undone: null, ...(sameIncident ? {} : { times: {} }) });
    },
    take: (incident) => {
      const { answers, times, earlier } = get();
      set({
        ...incident,
        earlier: isEmpty(answers) || same(answers, incident.answers) ? earlier : { answers, times },
        dropped: [],
        editing: null,
        undone: null,
      });
    },
    begin: (fragment) => {
      const { incident, earlier, says } = kept(keeper, knowledge);
      const { answers, dropped } = decode(fragment, knowledge);
      const other = [incident, earlier].find(
        (candidate) => !isEmpty(candidate.answers) && !same(candidate.answers, answers),
      );
      // A reload is the same incident, and so are its times.
      const held = [incident, earlier].find((candidate) => same(candidate.answers, answers));
      set({
        answers,
        times: held?.times ?? {},
        dropped: [...dropped, ...(says === null ? [] : [says])],
        earlier: other ? { answers: other.answers, times: other.times } : null,
      });
    },
    resume: () => set({ ...(get().earlier ?? {}), earlier: null, dropped: [], undone: null }),
    forgetEarlier: () => set({ earlier: null }),
  }));
  store.subscribe((state, before) => {
    if (state.answers === before.answers && state.earlier === before.earlier) return;
    try {
      keeper.write(diskText(letOut("disk", state)));
    } catch {
      // A full or blocked storage loses the copy on disk, never the case in memory and in the address.
    }
  });
  return store;
}
