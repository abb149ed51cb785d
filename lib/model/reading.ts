/** What readers of pasted text carry as data: the formats that they know, and the rules of what a line means. */
import type { Answers } from "./answers";
import type { Lean } from "./finding";
import type { Weight } from "./knowledge";

/** What a hit says of one cause. Reasons with the same `about` count once; without it, the rule is what it is about. */
export interface Saying {
  cause: string;
  weight: Weight;
  says: string;
  about?: string | undefined;
}

/** What every rule has. */
export interface ReadingRule {
  /** Stays for good: a stored finding names it. */
  id: string;
  speaks: readonly Saying[];
  /** Answers that a hit gives, by question. */
  implies: Answers;
  /** What a hit does not mean, where people take it for that. */
  not?: string | undefined;
  /** It only names a subject, or says a side matter: that weighs a little, and is no finding. */
  hint?: boolean | undefined;
}

/** What keeps a rule honest; readers do not carry it. */
export interface Examples {
  /** A text that it has to hit. */
  hit: string;
  /** A text that looks like it, and that it must not hit. */
  near: string;
  /** Where the rule is from. */
  source?: string | undefined;
}

/**
 * Where a sign is looked for: in every line, in lines that are no code and no configuration, in sentences, or in what a
 * logger put before lines: the name of a host, a program, a container.
 */
export type SignPlace = "line" | "text" | "prose" | "source";

/**
 * A line of a log, an error or a sentence that speaks for causes or answers questions. The named groups `after` and
 * `silence` of its pattern are times, in seconds unless their name ends in `_ms` or `_min`; between the times of the
 * groups `began` and `ended` lies `after`.
 */
export interface Sign extends ReadingRule {
  in: SignPlace;
  /** Regular expression. */
  match: string;
  /** Its patterns count capital letters: without it, they do not. */
  cased?: boolean | undefined;
  /** A line that this matches too is no hit. */
  unless?: string | undefined;
  /** A line nearby has to match this: the same response, the same record. */
  beside?: string | undefined;
  /** The line right above has to match this: a name, whose value stands on a line of its own. */
  above?: string | undefined;
  /** It is no hit where a line of the same text matches this. */
  without?: string | undefined;
}

/** The unit of a number that has none. */
export type Unit = "s" | "ms" | "min" | "h";

/** A setting of a file, present or absent, and what it means. */
export interface SettingRule extends ReadingRule {
  /** Names under which the reader gives it; `*` stands for one part of a dotted name, `**` for any number. */
  key: readonly string[];
  /** Regular expression for the value; without it, any value. A group named `value` is the number of the limit. */
  value?: string | undefined;
  /** The rule is about a setting that is not there: the default counts. */
  absent?: boolean | undefined;
  /** For an absent setting: a regular expression for the name of another file that would hold it. */
  heldBy?: string | undefined;
  /** For an absent setting: it stands at the first of these keys that is there, else at the beginning of its block. */
  stands: readonly string[];
  /**
   * Other settings of the same block, by key or by several keys with `|` between them, with a regular expression that
   * the value has to match; `null`: absent. With `!` before the key: no value matches.
   */
  with: Readonly<Record<string, string | null>>;
  /** The row of the table of limits that it sets: its kind, default and cause are taken from there. */
  limit?: string | undefined;
  /** In place of the cause of the row, where its file alone tells of another. */
  cause?: string | undefined;
  unit: Unit;
  /** In place of a number: what the limit is set to by this value. */
  to?: "off" | "none" | undefined;
  /** The setting as it should be, as one line of the file: shown as a change of the user's own text. */
  mend?: string | undefined;
  /** Up to so many seconds it speaks for its cause, from so many on against it; else the kind of the limit decides. */
  short?: number | undefined;
  long?: number | undefined;
}

/** A format of configuration: how it is recognised, what it tells by being there, and what its settings mean. */
export interface Format {
  id: string;
  /** As a page calls it: "nginx configuration". */
  name: string;
  /** The reader that takes it apart; `lib/evidence/registry.ts` has them. */
  reader: string;
  /** The product whose settings it holds. */
  product: string | null;
  /** Regular expressions for the file's name. */
  names: readonly string[];
  /** Regular expressions: each of them that the text matches makes the format likelier. */
  has: readonly string[];
  /** A text that matches one of these is not this format. */
  hasNot: readonly string[];
  /** Regular expression for names of places that carry something else than a stream. */
  elsewhere?: string | undefined;
  implies: Answers;
  /** Formats whose rules hold here too: a container file holds command lines. */
  shares: readonly string[];
  rules: readonly FormatRule[];
}

/** A rule for the blocks of one kind. */
export interface FormatRule extends SettingRule {
  /** Kind of block, as the reader names it. */
  block: string;
}

/** A pattern of source code, over what the reader of the language finds. */
export interface CodeRule extends ReadingRule {
  /** What is looked for, as the reader of the language names it: call, import, return, … */
  find: string;
  /** Regular expression for its full dotted name. */
  name: string;
  /** A regular expression that some text of the case has to match: what the code does not say itself, such as a version. */
  given?: string | undefined;
  /** Circumstances of which each has to hold, or not to hold with `!` before it; `a|b`: one of them. */
  where: readonly string[];
  /** The argument at whose line it stands; else the first that is asked for. */
  stands?: string | undefined;
  /** Arguments by name, with a regular expression for their text; `null`: not given. */
  args: Readonly<Record<string, string | null>>;
}

export interface Language {
  id: string;
  name: string;
  reader: string;
  names: readonly string[];
  has: readonly string[];
  hasNot: readonly string[];
  rules: readonly CodeRule[];
}

/** Everything that reading needs, apart from the knowledge. */
export interface Readings {
  signs: readonly Sign[];
  formats: readonly Format[];
  languages: readonly Language[];
  /** By cause: what is known of its solved incidents beside their words. */
  alike: Readonly<Record<string, Alike>>;
  /** Brings those words, once a text has some: they weigh more than all rules. */
  words: () => Promise<Resemblance>;
  /** The rows of the table of limits that rules name. */
  limits: readonly ReadLimit[];
}

/** A limit as far as reading needs it. */
export interface ReadLimit {
  id: string;
  on: string | null;
  cause: string | null;
  kind: string;
  seconds: number | null;
  setting: string;
}

/** What is known of the solved incidents of a cause beside their words. */
export interface Alike {
  /** How usual they are, in bits. */
  usual: number;
  /** Answers that they had more or less often than others: learned together with their words, beside which they count. */
  leans: readonly Lean[];
}

/** Weights of words, and how rare they are, are whole numbers of this part of one. */
export const WORD_SCALE = 4;

/**
 * What a word can weigh for or against a cause, each half as much again as the one before: finer steps tell no more, and
 * weigh more on their way to the page. What is less than the first is nothing.
 */
export const WORD_STEPS: readonly number[] = [32, 48, 72, 108, 162, 243, 364, 546, 820];

/** Words of solved incidents, by what they weigh for each cause. */
export interface Resemblance {
  causes: readonly string[];
  /** By term: how rare it is, and what it weighs for texts about something else; then a cause by its place in `causes`, its weight, the next cause, … */
  terms: Readonly<Record<string, readonly number[]>>;
}
