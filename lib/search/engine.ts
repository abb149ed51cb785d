/** The search engine: one index of entries, asked with words, a setting, a number, or a whole traceback. */
import { lineOf } from "./line";
import { Postings, type Wanted } from "./postings";
import { denoised, terms } from "./text";
import type { Entry, Head, Hit, Kind } from "./types";

/** How much a match in a field counts: title, names, errors, text. */
const BOOSTS = [3, 3, 2, 1] as const;
const TITLE = 0;
const NAMES = 1;
const ERRORS = 2;
const TEXT = 3;
/** A page about a whole cause is what most who search are after. */
const BY_KIND: Readonly<Record<Kind, number>> = { cause: 2, error: 1.5, guide: 1, section: 0.9, limit: 1, config: 1, check: 0.8, pair: 0.9, fact: 0.9 };
/** Typos are forgiven in words that are long enough to have one. */
const FUZZY_FROM = 5;
/** Above so many terms it is a pasted text, whose words are as the program wrote them. */
const PASTED_FROM = 9;
const HITS_OF_A_PAGE = 2;
/** How much a word counts that the question does not have, but another word for it. */
const SYNONYM = 0.4;
/** So many more than the hits are looked at closely. */
const LOOKED_AT = 8;

export type Synonyms = readonly (readonly string[])[];

/** It can be asked from the first head on, and answers better with each that comes, and again with each text. */
export interface Engine {
  /** Add the next thing, without its text. */
  add: (head: Head) => void;
  /** Add the text of the next thing that has none yet. */
  tell: (text: string) => void;
  search: (query: string, most?: number) => Hit[];
}

const pageOf = (href: string): string => (href.startsWith("/limits/") || href.startsWith("/checks/") ? href : (href.split("#")[0] ?? href));

/** Share of an error string's own terms that the question has: 1 when the whole string was pasted. */
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

/** Terms of other words for what is asked. */
function meant(asked: ReadonlySet<string>, groups: readonly (readonly string[][])[]): string[] {
  return groups.flatMap((group) => (group.some((one) => one.every((term) => asked.has(term))) ? group.flat().filter((term) => !asked.has(term)) : []));
}

/**
 * Make an engine that has nothing to find yet.
 * @param synonyms groups of words that people use for the same thing
 */
export function emptyEngine(synonyms: Synonyms): Engine {
  const groups = synonyms.map((group) => group.map(terms));
  const index = new Postings(BOOSTS);
  const heads: Head[] = [];
  const texts: string[] = [];
  /** Terms of the error strings of what was looked at closely. */
  const errors = new Map<number, readonly ReadonlySet<string>[]>();
  const errorsOf = (id: number, head: Head) => {
    const known = errors.get(id) ?? head.errors.map((error) => new Set(terms(denoised(error))));
    errors.set(id, known);
    return known;
  };

  const wantedFor = (asked: readonly string[], known: ReadonlySet<string>): Wanted[] => {
    const pasted = asked.length >= PASTED_FROM;
    const own = asked.map((term, at): Wanted => ({
      term, boost: 1,
      fuzzy: !pasted && term.length >= FUZZY_FROM && !/\d/.test(term),
      prefix: !pasted && at === asked.length - 1 && term.length >= 2,
    }));
    const more = pasted ? [] : [...new Set(meant(known, groups))];
    return [...own, ...more.map((term): Wanted => ({ term, boost: SYNONYM, fuzzy: false, prefix: false }))];
  };

  return {
    add: (head) => {
      const id = heads.push(head) - 1;
      index.add(id, TITLE, terms(head.title));
      index.add(id, NAMES, terms(head.names));
      index.add(id, ERRORS, head.errors.flatMap(terms));
    },
    tell: (text) => {
      index.add(texts.push(text) - 1, TEXT, terms(text));
    },
    search: (query, most = 10) => {
      const asked = [...new Set(terms(denoised(query)))];
      if (asked.length === 0) return [];
      const known = new Set(asked);
      const pasted = asked.length >= PASTED_FROM;
      const wanted = wantedFor(asked, known);
      const { best, found } = index.search(wanted, most * LOOKED_AT);
      const hits = best.flatMap(({ id, score, terms: has }) => {
        const entry = heads[id];
        if (!entry) return [];
        const share = pasted ? 1 : Math.min(1, has / asked.length);
        return [{ id, entry, score: score * BY_KIND[entry.kind] * share * (1 + 2 * quoted(errorsOf(id, entry), known)) }];
      }).sort((a, b) => b.score - a.score);
      const seen = new Map<string, number>();
      // Other words for what is asked are shown only where nothing else was found.
      const own = new Set([...found].filter((term) => !wanted.some((one) => one.boost < 1 && one.term === term)));
      const matched = own.size > 0 ? own : found;
      const kept = hits.filter(({ entry }) => {
        const count = seen.get(pageOf(entry.href)) ?? 0;
        seen.set(pageOf(entry.href), count + 1);
        return count < HITS_OF_A_PAGE;
      });
      return kept.slice(0, most).map(({ id, entry, score }) => ({ entry, score, line: lineOf(entry.errors, texts[id] ?? "", matched), matched }));
    },
  };
}

/** An engine that has everything. */
export function engineOf(entries: readonly Entry[], synonyms: Synonyms = []): Engine {
  const engine = emptyEngine(synonyms);
  for (const { text, ...head } of entries) {
    engine.add(head);
    engine.tell(text);
  }
  return engine;
}
