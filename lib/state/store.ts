/** The state of one incident: a vanilla Zustand store, with its storage handed in. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Answers, Knowledge } from "../diagnosis/types";
import { decode, encode, readAnswer } from "./codec";
import { forDisk, type CaseState } from "./policy";

export interface Actions {
  /** Replace the answer to a question; no values take it away. */
  answer: (question: string, values: readonly string[]) => void;
  edit: (question: string | null) => void;
  setValue: (name: string, value: string) => void;
  startOver: () => void;
  undo: () => void;
  /** Take a fragment as the new state of the case. */
  open: (fragment: string) => void;
  /** Start the page: with the fragment's case, and with what was kept as the earlier one. */
  begin: (fragment: string) => void;
  resume: () => void;
  forgetEarlier: () => void;
}
export type CaseStore = StoreApi<CaseState & Actions>;

/** What keeps text between visits; both calls may throw when storage is full or blocked. */
export interface Keeper { read: () => string | null; write: (text: string) => void }

const BLANK: CaseState = { answers: {}, values: {}, undone: null, dropped: [], editing: null, earlier: null };

/** One kept set of answers, as far as it is still understood. */
function understood(stored: unknown, knowledge: Knowledge): Answers {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).flatMap(([key, values]) => {
    const texts = Array.isArray(values) ? values.filter((value): value is string => typeof value === "string") : [];
    const good = readAnswer(key, texts, knowledge).values;
    return good.length > 0 ? [[key, good]] : [];
  }));
}

/** What was kept on disk: the last case, and the one before it that a link had put aside. Never throws. */
export function kept(keeper: Keeper, knowledge: Knowledge): { answers: Answers; earlier: Answers } {
  try {
    const raw: unknown = JSON.parse(keeper.read() ?? "{}");
    const stored = typeof raw === "object" && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
    return { answers: understood(stored["answers"], knowledge), earlier: understood(stored["earlier"], knowledge) };
  } catch {
    return { answers: {}, earlier: {} };
  }
}

const isEmpty = (answers: Answers) => Object.keys(answers).length === 0;

/** Make the store of the desk. */
export function createCase(knowledge: Knowledge, keeper: Keeper): CaseStore {
  const store: CaseStore = createStore<CaseState & Actions>()((set, get) => ({
    ...BLANK,
    answer: (question, values) => {
      const { [question]: _, ...rest } = get().answers;
      const good = readAnswer(question, values, knowledge).values;
      set({ answers: good.length > 0 ? { ...rest, [question]: good } : rest, undone: null });
    },
    edit: (editing) => set({ editing }),
    setValue: (name, value) => set({ values: { ...get().values, [name]: value } }),
    startOver: () => set({ ...BLANK, values: get().values, earlier: get().earlier, undone: get().answers }),
    undo: () => {
      const { undone } = get();
      if (undone) set({ answers: undone, undone: null });
    },
    open: (fragment) => {
      const { answers, dropped } = decode(fragment, knowledge);
      set({ answers, dropped, editing: null, undone: null });
    },
    begin: (fragment) => {
      const before = kept(keeper, knowledge);
      const { answers, dropped } = decode(fragment, knowledge);
      const other = [before.answers, before.earlier].find((candidate) => !isEmpty(candidate) && encode(candidate, knowledge) !== encode(answers, knowledge));
      set({ answers, dropped, earlier: other ?? null });
    },
    resume: () => set({ answers: get().earlier ?? get().answers, earlier: null, dropped: [], undone: null }),
    forgetEarlier: () => set({ earlier: null }),
  }));
  store.subscribe((state, before) => {
    if (state.answers === before.answers && state.earlier === before.earlier) return;
    try {
      keeper.write(JSON.stringify(forDisk(state)));
    } catch {
      // A full or blocked storage loses the copy on disk, never the case in memory and in the address.
    }
  });
  return store;
}
