/**
 * Which wrong fixes were refused, and by which claim, as long as nothing has changed on which that hangs: the pair,
 * its claims and environment, the lab's core and the patches.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import type { Pair } from "../../../lib/content/load";
import { hashOf } from "../../../lib/content/proofs";
import { inputsOf } from "../evidence/inputs";
import { pairSubject } from "../kinds/pair";
import type { Verdict } from "./judge";
import { wrongFixesOf } from "./wrong-fix";

const FILE = "e2e/lab/refused.json";

const knownSchema = v.record(
  v.string(),
  v.strictObject({
    /** SHA-256 over what the runs depend on. */
    inputs: v.string(),
    /** The claim that refuses each, by the name of the wrong fix. */
    refused: v.record(v.string(), v.string()),
  }),
);

/** What is known of the wrong fixes of pairs, by the id of the pair. */
export type Known = v.InferOutput<typeof knownSchema>;

export const readKnown = (): Known =>
  existsSync(FILE) ? v.parse(knownSchema, JSON.parse(readFileSync(FILE, "utf8"))) : {};

/** What the runs of a pair's wrong fixes depend on, as one hash; words of pages are not among it. */
export const hangsOn = (pair: Pair): string =>
  hashOf({
    files: Object.fromEntries(wrongFixesOf(pair).map(({ name, diff }) => [name, diff])),
    claims: inputsOf({ ...pairSubject(pair), words: null }),
  });

/** Pairs whose wrong fixes have to be tried: what they hang on has changed, or was never seen. */
export const changed = (pairs: readonly Pair[], known: Known, hang: (pair: Pair) => string): Pair[] =>
  pairs.filter((pair) => known[pair.id]?.inputs !== hang(pair));

/**
 * Every `of`-th of the pairs: what is known of them is tried all the same. Which ones hangs on everything that is
 * known, so that each change of any pair tries others.
 */
export function sampled(pairs: readonly Pair[], hang: (pair: Pair) => string, of: number): Pair[] {
  const all = hashOf({ files: {}, claims: pairs.map(hang) });
  const first = Number.parseInt(all.slice(0, 8), 16) % of;
  return pairs.filter((_, at) => at % of === first);
}

/** Keep what was seen of a pair whose wrong fixes were all refused; forget what is known of one with another outcome. */
export function withVerdicts(
  known: Known,
  { id }: Pick<Pair, "id">,
  inputs: string,
  verdicts: ReadonlyMap<string, Verdict>,
): Known {
  const { [id]: _, ...others } = known;
  const refused = [...verdicts].flatMap(([name, verdict]) =>
    verdict.state === "refused" ? [[name, verdict.claim] as const] : [],
  );
  if (refused.length < verdicts.size) return others;
  return { ...others, [id]: { inputs, refused: Object.fromEntries(refused) } };
}

/** Write what is known of the pairs that there are, in their order. */
export function writeKnown(known: Known, pairs: readonly Pick<Pair, "id">[]): void {
  const lines = pairs.flatMap(({ id }) => {
    const one = known[id];
    return one ? [`${JSON.stringify(id)}: ${JSON.stringify(one)}`] : [];
  });
  writeFileSync(FILE, `{\n${lines.join(",\n")}\n}\n`);
}
