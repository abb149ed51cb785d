/** What a reader of configuration gives: blocks with their effective settings, each at its line. */

/** A value with the place where it is set. */
export interface Value {
  text: string;
  /** Number of the line in its segment, from 0. */
  at: number;
  /** Line at which the text itself begins, where it stands below its name and runs over several. */
  textAt?: number | undefined;
}

/** A part of a configuration whose settings count together: a location, a backend, a resource. */
export interface Block {
  /** What it is, as the rules of the format name it. */
  kind: string;
  /** What it is for, as the file says it: a path, a name. */
  name: string;
  at: number;
  /** Effective settings, inherited ones included; a setting that can be given twice has several values. */
  settings: ReadonlyMap<string, readonly Value[]>;
  /** A piece of a file: what is absent in it may stand elsewhere. */
  partial: boolean;
  /** How something in it, more than its name, shows that it carries a stream: plainly, or by the time that it waits. */
  streams?: "plainly" | "by its time" | undefined;
}

/**
 * Add values under a name. The lists of `to` must be its own: they grow in place, as a file can set one name thousands
 * of times.
 */
export function addValues(to: Map<string, Value[]>, name: string, values: readonly Value[]): void {
  const there = to.get(name) ?? [];
  for (const value of values) there.push(value);
  to.set(name, there);
}
