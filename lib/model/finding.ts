/** A piece of evidence: where it comes from, what it says about which cause, and what it implies. */
import { FOUND, type Answers } from "./answers";
import type { Bits } from "./knowledge";

/**
 * Where a finding comes from. Lines count from 1; `text` names the pasted piece by its number, never by its words;
 * `kept` is one whose text is no longer there. What is `said` is told there in words: it counts, and is nothing that was
 * found at a line.
 */
export type Origin =
  | { kind: "answer"; question: string }
  | { kind: "check"; check: string }
  | { kind: "text"; piece: number; line: number; said?: boolean }
  | { kind: "kept" };

/** One thing that speaks for or against a cause. Reasons with the same `about` count once, by the strongest. */
export interface Reason {
  about: string;
  weight: Bits;
  says: string;
  /** It counts, and is told after what is plain to see. */
  soft?: true | undefined;
}

/** Does a weight speak against? */
export const isAgainst = (weight: Bits): boolean => weight === "rules-out" || weight < 0;

/** What a finding says about one cause. */
export interface Speech extends Reason {
  cause: string;
}

/** What a finding weighs more or less for its causes where a question has this answer. */
export type Lean = readonly [question: string, value: string, bits: number];

export interface Finding {
  /** The rule that found it: an id that stays, so that a stored finding keeps its meaning. */
  rule: string;
  origin: Origin;
  speaks: readonly Speech[];
  /** What answers add to its weight: it was learned beside them. */
  leans?: readonly Lean[] | undefined;
  /** Answers and settings that it implies, by key; an answer by hand beats them. */
  implies: Answers;
  /** Where its rule stands among all: of two findings that answer the same question, the earlier counts. */
  order?: number | undefined;
  /** It only names a subject: that weighs a little, and nothing is found. */
  hint?: boolean | undefined;
  /** The words that it rests on, where it rests on nothing harder. */
  words?: readonly string[] | undefined;
  /** What the text gives for the limit that the rule names: seconds, `off`, `none`, or `unread`; of resemblance, its weight. */
  value?: string | undefined;
}

/** Does it say something of a cause, by itself? */
export const tells = ({ speaks, hint }: Pick<Finding, "speaks" | "hint">): boolean =>
  speaks.length > 0 && hint !== true;

/** Is it found at a line, and not only said in words? */
export const isFound = (finding: Pick<Finding, "speaks" | "hint" | "origin">): boolean =>
  tells(finding) && !(finding.origin.kind === "text" && finding.origin.said === true);

/**
 * What a finding tells at its line: the causes that it speaks for most, and what speaks against causes where it speaks
 * for none. All else that it says is a remark: it counts in the verdict, and nobody would underline the line for it.
 */
export function foremost<Said extends Pick<Speech, "weight">>(speaks: readonly Said[]): readonly Said[] {
  const most = speaks.reduce((so, { weight }) => (weight === "rules-out" ? so : Math.max(so, weight)), 0);
  return most > 0 ? speaks.filter(({ weight }) => weight === most) : speaks;
}

/** What the rule of a likeness to solved incidents begins with; its cause follows. */
export const READS_LIKE = "reads-like-";

/** All that is known of a case. */
export interface Evidence {
  /** Said by hand: answers, results of checks, settings. */
  answers: Answers;
  /** Read from what was given. */
  findings: readonly Finding[];
}

/** Evidence of which all was said by hand. */
export const byHand = (answers: Answers): Evidence => ({ answers, findings: [] });

/** What is known of an incident: what was said by hand in it, and what it holds of readings, as findings. */
export function evidenceOf({ [FOUND]: _, ...answers }: Answers, findings: readonly Finding[]): Evidence {
  return { answers, findings };
}
