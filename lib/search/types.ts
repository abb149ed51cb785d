/** What is searched, and what is found. */

export const KINDS = [
  "cause",
  "error",
  "section",
  "guide",
  "check",
  "pair",
  "config",
  "limit",
  "fact",
  "page",
] as const;
export type Kind = (typeof KINDS)[number];

/** What is known of a thing before its text has come: enough to find it by title, setting or error string. */
export interface Head {
  href: string;
  kind: Kind;
  title: string;
  /** Where on the path it stands, or which guide or page it belongs to. */
  place: string;
  /** Identifiers: settings, flags, ids, product names. */
  names: string;
  /** Exact strings of logs and exceptions. */
  errors: readonly string[];
}

/** One thing that can be found, at one address. */
export interface Entry extends Head {
  /** Sentences, for the rest and for the line that is shown. */
  text: string;
}

export interface Hit {
  entry: Head;
  score: number;
  /** The sentence, setting or error line that matches best. */
  line: string;
  /** Terms of the question that were found, as they stand in the index. */
  matched: ReadonlySet<string>;
}

/** A product that can be an answer of the wizard. */
export interface Named {
  question: string;
  id: string;
  name: string;
  /** Ways to write it. */ names: readonly string[];
  /** Others can stand beside it. */ several: boolean;
}
