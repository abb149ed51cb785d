/** The search engine: one index of entries, asked with words, a setting, a number, or a whole traceback. */
import MiniSearch, { type SearchOptions, type SearchResult } from "minisearch";
import { lineOf } from "./line";
import { questionIn, type Question } from "./question";
import { factorOf } from "./score";
import { denoised } from "../text/noise";
import { terms } from "./terms";
import type { Entry, Hit } from "./types";

/** How much a match in a field counts, for what was typed and for what was pasted. */
const BOOSTS = { title: 3, names: 3, errors: 2, text: 1 } as const;
const PASTED_BOOSTS = { ...BOOSTS, title: 1, names: 1, errors: 4 } as const;
/** Edits that are forgiven, by a letter of the word. */
const FORGIVEN = 0.25;
/** How much a word counts that has a typo, and one that only begins like it. */
const WEIGHTS = { fuzzy: 0.3, prefix: 0.5 } as const;
const HITS_OF_A_PAGE = 2;
/** So many more than the hits are looked at closely. */
const LOOKED_AT = 8;

/** It can be asked at any time, and knows what was added so far. */
export interface Engine {
  add: (entry: Entry) => void;
  search: (query: string, most?: number) => Hit[];
}

const pageOf = (href: string): string =>
  href.startsWith("/limits/") || href.startsWith("/checks/") ? href : (href.split("#")[0] ?? href);

/** No page may fill the list. The order stays. */
function fewOfEach<T extends { entry: Entry }>(hits: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return hits.filter(({ entry }) => {
    const count = seen.get(pageOf(entry.href)) ?? 0;
    seen.set(pageOf(entry.href), count + 1);
    return count < HITS_OF_A_PAGE;
  });
}

/** How the index is asked for what is wanted. */
function lookUp({ pasted, wanted }: Question): SearchOptions {
  return {
    // They are terms already.
    tokenize: () => [...wanted.keys()],
    processTerm: (term) => term,
    boost: pasted ? PASTED_BOOSTS : BOOSTS,
    boostTerm: (term) => wanted.get(term)?.weight ?? 1,
    fuzzy: (term) => (wanted.get(term)?.fuzzy ? FORGIVEN : false),
    prefix: (term) => wanted.get(term)?.prefix ?? false,
    weights: WEIGHTS,
  };
}

/** The terms of the error strings of entries; of each entry once, and only of those that are looked at closely. */
function errorTerms(): (entry: Entry) => readonly ReadonlySet<string>[] {
  const read = new Map<Entry, readonly ReadonlySet<string>[]>();
  return (entry) => {
    const own = read.get(entry) ?? entry.errors.map((error) => new Set(terms(denoised(error))));
    read.set(entry, own);
    return own;
  };
}

/** What the index found, as a hit without its line. */
function hitOf(
  { score, terms: found, queryTerms }: SearchResult,
  entry: Entry,
  errors: readonly ReadonlySet<string>[],
  { asked, pasted, wanted }: Question,
): Omit<Hit, "line"> & { entry: Entry } {
  const covered = pasted ? 1 : Math.min(1, queryTerms.length / asked.size);
  // Other words for what is asked are shown only where nothing else was found.
  const own = found.filter((term) => (wanted.get(term)?.weight ?? 1) === 1);
  return {
    entry,
    score: score * factorOf(entry, errors, asked, covered),
    matched: new Set(own.length > 0 ? own : found),
  };
}

/**
 * Make an engine that has nothing to find yet.
 * @param synonyms groups of words that people use for the same thing
 */
export function emptyEngine(synonyms: readonly (readonly string[])[]): Engine {
  const groups = synonyms.map((group) => group.map(terms));
  const entries: Entry[] = [];
  const errorsOf = errorTerms();
  const vocabulary = new Set<string>();
  const index = new MiniSearch<Entry & { id: number }>({
    fields: Object.keys(BOOSTS),
    tokenize: terms,
    processTerm: (term) => {
      vocabulary.add(term);
      return term;
    },
  });
  return {
    add: (entry) => {
      index.add({ ...entry, id: entries.push(entry) - 1 });
    },
    search: (query, most = 10) => {
      const question = questionIn(query, vocabulary, groups);
      if (question.asked.size === 0) return [];
      const hits = index
        .search(query, lookUp(question))
        .slice(0, most * LOOKED_AT)
        .flatMap((result) => {
          const entry = entries[result.id as number];
          return entry ? [hitOf(result, entry, errorsOf(entry), question)] : [];
        })
        .sort((a, b) => b.score - a.score);
      return fewOfEach(hits)
        .slice(0, most)
        .map((hit) => ({ ...hit, line: lineOf(hit.entry.errors, hit.entry.text, hit.matched) }));
    },
  };
}

/** An engine that has everything. */
export function engineOf(entries: readonly Entry[], synonyms: readonly (readonly string[])[] = []): Engine {
  const engine = emptyEngine(synonyms);
  for (const entry of entries) engine.add(entry);
  return engine;
}
