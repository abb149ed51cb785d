/** How much a hit counts beside what the index says of it. */
import { terms } from "./terms";
import type { Entry, Kind } from "./types";

/** A page about a whole cause is what most who search are after. */
const BY_KIND: Readonly<Record<Kind, number>> = {
  cause: 2,
  error: 1.5,
  guide: 1,
  section: 0.9,
  limit: 1,
  config: 1,
  check: 0.8,
  pair: 0.9,
  fact: 0.9,
  page: 1,
};
/** What it adds to a score when the title is just what was asked, and when a whole error string stands in it. */
const SAME = 2;
const QUOTED = 4;

/** How far one of the error strings stands in the question: 1 when the whole string was pasted. */
function quoted(errors: readonly ReadonlySet<string>[], asked: ReadonlySet<string>): number {
  let best = 0;
  for (const own of errors) {
    let has = 0;
    for (const term of own) if (asked.has(term)) has += 1;
    // A string of one or two words is in many texts.
    best = Math.max(best, (has / Math.max(1, own.size)) * Math.min(1, own.size / 4));
  }
  return best;
}

/** How much of a title the question is, and of the question the title: 1 when both have the same terms. */
function alike(title: ReadonlySet<string>, asked: ReadonlySet<string>): number {
  const both = [...title].filter((term) => asked.has(term)).length;
  return both / Math.max(1, title.size + asked.size - both);
}

/**
 * The factor for an entry that was found.
 * @param errors the terms of each of its error strings
 * @param covered which part of the question it has, from 0 to 1
 */
export function factorOf(
  { kind, title }: Entry,
  errors: readonly ReadonlySet<string>[],
  asked: ReadonlySet<string>,
  covered: number,
): number {
  const asError = 1 + QUOTED * quoted(errors, asked);
  const asTitle = 1 + SAME * alike(new Set(terms(title)), asked) ** 2;
  return BY_KIND[kind] * covered * asError * asTitle;
}
