/** What the lab was asked for on the command line. */

export interface Options {
  /** Names of what to prove; none is everything. */
  names: readonly string[];
  /** Write nothing, and fail when something else is seen than the records say. */
  compare: boolean;
  /** Renew the pinned versions first. */
  update: boolean;
  /** Run the wrong fixes of pairs in place of the proofs: their claims must refuse each. */
  wrong: boolean;
  /** Of the wrong fixes, only those of pairs that changed since they were refused, and a share of the others. */
  changed: boolean;
  /** Take back the decisive lines of pairs, each alone, in place of the proofs: a claim must fail without it. */
  undone: boolean;
  /** End after the linters. */
  lint: boolean;
  /** This is the inner run: all is installed, and the network is gone. */
  inside: boolean;
}

export const INSIDE = "--inside";

export function optionsOf(args: readonly string[]): Options {
  return {
    names: args.filter((arg) => !arg.startsWith("--")),
    compare: args.includes("--compare"),
    update: args.includes("--update"),
    wrong: args.includes("--wrong"),
    changed: args.includes("--changed"),
    undone: args.includes("--undone"),
    lint: args.includes("--lint"),
    inside: args.includes(INSIDE),
  };
}
