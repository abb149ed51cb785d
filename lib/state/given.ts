/** What is done with pasted texts: their words stay in memory, and what was read from them is part of the incident. */
import { FOUND, type Answers } from "../model/answers";
import { MOST_FOUND } from "../model/found";
import type { Piece } from "../model/piece";
import type { Moves } from "./moves";
import type { CaseState } from "./policy";

/** A text as it is given; what is said of it comes with one that was given before, elsewhere. */
type GivenText = Pick<Piece, "name" | "text"> & Partial<Pick<Piece, "as" | "route">>;

export interface GivenActions {
  /** Take texts, each with a number of its own. */
  give: (texts: readonly GivenText[]) => void;
  /** What a text gave: what it gave before goes. */
  read: (number: number, found: readonly string[]) => void;
  /** Say what kind of text it is, or its parts are (told-kind.ts); null leaves it to the reader. It has to be read again. */
  takeFor: (number: number, as: string | null) => void;
  /** Say which place of a text carries the stream; null for all that could. It has to be read again. */
  takeRoute: (number: number, route: string | null) => void;
  /** Take a text out, with what it gave. */
  takeOut: (number: number) => void;
  /** Forget all texts, and all that was ever read in this incident. */
  forgetGiven: () => void;
}

type Given = Pick<CaseState, "answers" | "pieces" | "earlier">;

/** What was read and is of no text that is here: from before, or from another tab. */
function elsewhere({ answers, pieces, earlier }: Given): string[] {
  const own = new Set(pieces.flatMap(({ found }) => found ?? []));
  return (answers[FOUND] ?? []).filter((one) => earlier.includes(one) || !own.has(one));
}

/** The answers with what was read from these texts, and from those that are no longer here. */
function answersWith(given: Given, pieces: readonly Piece[]): Answers {
  const { [FOUND]: _, ...said } = given.answers;
  const all = [...new Set([...elsewhere(given), ...pieces.flatMap(({ found }) => found ?? [])])];
  return all.length === 0 ? said : { ...said, [FOUND]: all.slice(0, MOST_FOUND) };
}

/** Texts of which what was read counts: a step back in the history takes it away, and a step forward brings it again. */
export const standing = ({ answers, pieces }: Pick<Given, "answers" | "pieces">): readonly Piece[] =>
  pieces.filter(
    ({ found }) => found === null || found.length === 0 || found.some((one) => answers[FOUND]?.includes(one)),
  );

export function onGiven(
  moves: Moves,
  get: () => CaseState,
  set: (part: Partial<CaseState>) => void,
): GivenActions {
  let numbers = 0;
  const keep = (answers: Answers) => {
    const before = moves.open();
    if (JSON.stringify(answers[FOUND]) !== JSON.stringify(before.answers[FOUND]))
      moves.keep(before, { ...before, answers });
  };
  /** Put other texts in place, and what was read from them into the incident. */
  const change = (pieces: readonly Piece[]) => {
    const answers = answersWith(get(), pieces);
    set({ pieces, undone: null });
    keep(answers);
  };
  const changed = (number: number, part: Partial<Piece>) =>
    get().pieces.map((piece) => (piece.number === number ? { ...piece, ...part } : piece));
  return {
    give: (texts) => {
      const pieces = texts.map((text): Piece => {
        numbers += 1;
        return { as: null, route: null, ...text, number: numbers, found: null };
      });
      set({ pieces: [...get().pieces, ...pieces] });
    },
    read: (number, found) => change(changed(number, { found })),
    takeFor: (number, as) => set({ pieces: changed(number, { as, route: null }) }),
    takeRoute: (number, route) => set({ pieces: changed(number, { route }) }),
    takeOut: (number) => change(get().pieces.filter((piece) => piece.number !== number)),
    forgetGiven: () => {
      const { [FOUND]: _, ...said } = get().answers;
      set({ pieces: [], earlier: [], undone: null });
      keep(said);
    },
  };
}
