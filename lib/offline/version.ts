/** What build, worker and pages agree on about the copy for offline use. */

/** A part of a version that can be used as soon as it is whole. */
export interface Part {
  /** Addresses of its files in the order in which they come, each with the SHA-256 of its content, in base64. */
  files: Readonly<Record<string, string>>;
  bytes: number;
}

/** What the build puts before the worker's code. */
export interface Version {
  /** Name of its cache: by the hash of every file and of the worker itself. */
  name: string;
  /** What an incident needs. */
  first: Part;
  rest: Part;
  /** A file that holds many small ones of the first part, each text by its address: together they weigh half as much. */
  pack: { address: string; holds: readonly string[] };
  /** Folders whose file names change with their content. */
  hashed: readonly string[];
}

/**
 * What a page says to the worker, which answers each with a report, or with null when the browser's storage fails:
 * how do things stand; let the next few files come; let all come at once, whatever stood in the way; use the newest version.
 */
export type Wish = "report" | "more" | "all" | "take";

/** What is in the way of the copy. */
export type Trouble =
  | { kind: "no-room"; bytes: number }
  /** Files that are missing or not as they were built, and when they are tried again, in milliseconds since 1970. */
  | { kind: "not-whole"; wrong: readonly string[]; again: number }
  | { kind: "no-network" };

export interface Report {
  /** The version that the asking page is of, and whether this browser has all of it. */
  uses: string;
  usesWhole: boolean;
  newest: string;
  /** Of the newest version: how many files it has, how many of them are here, and whether what an incident needs is. */
  files: number;
  kept: number;
  first: boolean;
  /** Somebody asked for all of it at once. */
  asked: boolean;
  trouble: Trouble | null;
  /** Milliseconds until a page may ask for more; null when there is nothing to ask for. */
  wait: number | null;
}
