/** A piece of evidence: where it comes from, what it says about which cause, and what it implies. */
import type { Answers } from "./answers";
import type { Weight } from "./knowledge";

/** Where a finding comes from. Lines count from 1; `text` names the pasted piece by its number, never by its words. */
export type Origin =
  | { kind: "answer"; question: string }
  | { kind: "check"; check: string }
  | { kind: "text"; piece: number; line: number };

/** One thing that speaks for or against a cause. Reasons with the same `about` count once, by the strongest. */
export interface Reason {
  about: string;
  weight: Weight;
  says: string;
}

/** What a finding says about one cause. */
export interface Speech extends Reason {
  cause: string;
}

export interface Finding {
  /** The rule that found it: an id that stays, so that a stored finding keeps its meaning. */
  rule: string;
  origin: Origin;
  speaks: readonly Speech[];
  /** Answers and settings that it implies, by key; an answer by hand beats them. */
  implies: Answers;
}

/** All that is known of a case. */
export interface Evidence {
  /** Said by hand: answers, results of checks, settings. */
  answers: Answers;
  /** Read from what was given. */
  findings: readonly Finding[];
}

/** Evidence of which all was said by hand. */
export const byHand = (answers: Answers): Evidence => ({ answers, findings: [] });
