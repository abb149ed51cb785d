/** The search engine: one index of entries, asked with words, a setting, a number, or a whole traceback. */
import MiniSearch, { type SearchOptions } from "minisearch";
import { denoised, terms } from "./text";
import type { Entry, Hit, Kind } from "./types";

interface Indexed { id: number; title: string; names: string; errors: string; text: string }

/** How much a match in a field counts. */
const BOOST = { title: 3, names: 3, errors: 2, text: 1 };
/** A page about a whole cause is what most who search are after. */
const BY_KIND: Readonly<Record<Kind, number>> = { cause: 2, error: 1.5, guide: 1, section: 0.9, limit: 1, config: 1, check: 0.8, pair: 0.9, fact: 0.9 };
/** Typos are forgiven in words that are long enough to have one. */
const FUZZY_FROM = 5;
/** Above so many terms it is a pasted text, whose words are as the program wrote them. */
const PASTED_FROM = 9;
const HITS_OF_A_PAGE = 2;

export interface Engine { search: (query: string, most?: number) => Hit[] }

const pageOf = (href: string): string => (href.startsWith("/limits/") || href.startsWith("/checks/") ? href : (href.split("#")[0] ?? href));

/** The sentence, error line or setting of an entry that has most of the terms that were found. */
function lineOf(entry: Entry, found: ReadonlySet<string>): string {
  const lines = [...entry.errors, ...entry.text.split(/(?<=[.!?]) +/).filter(Boolean)];
  let best = { line: lines[0] ?? "", score: 0 };
  for (const line of lines) {
    const own = new Set(terms(line));
    const score = [...found].filter((term) => own.has(term)).length;
    if (score > best.score) best = { line, score };
  }
  return best.line;
}

/** Share of an error string's own terms that the question has: 1 when the whole string was pasted. */
function quoted(entry: Entry, asked: ReadonlySet<string>): number {
  let best = 0;
  for (const error of entry.errors) {
    const own = new Set(terms(denoised(error)));
    const share = [...own].filter((term) => asked.has(term)).length / Math.max(1, own.size);
    // A string of one or two words is in many texts.
    best = Math.max(best, share * Math.min(1, own.size / 4));
  }
  return best;
}

/** How much a word counts that the question does not have, but another word for it. */
const SYNONYM = 0.4;

/** Terms of other words for what is asked. */
function meant(asked: ReadonlySet<string>, synonyms: readonly (readonly string[])[]): string[] {
  return synonyms.map((group) => group.map(terms)).flatMap((group) => (group.some((one) => one.every((term) => asked.has(term))) ? group.flat().filter((term) => !asked.has(term)) : []));
}

/**
 * Make an engine.
 * @param synonyms groups of words that people use for the same thing
 */
export function engineOf(entries: readonly Entry[], synonyms: readonly (readonly string[])[] = []): Engine {
  const index = new MiniSearch<Indexed>({ fields: ["title", "names", "errors", "text"], tokenize: terms, processTerm: (term) => term });
  index.addAll(entries.map((entry, id) => ({ id, title: entry.title, names: entry.names, errors: entry.errors.join("\n"), text: entry.text })));
  return {
    search: (query, most = 10) => {
      const asked = [...new Set(terms(denoised(query)))];
      if (asked.length === 0) return [];
      const pasted = asked.length >= PASTED_FROM;
      const known = new Set(asked);
      const more = pasted ? [] : [...new Set(meant(known, synonyms))];
      const options: SearchOptions = {
        boost: BOOST,
        tokenize: () => [...asked, ...more],
        boostTerm: (term: string) => (known.has(term) ? 1 : SYNONYM),
        fuzzy: (term: string) => (!pasted && known.has(term) && term.length >= FUZZY_FROM && !/\d/.test(term) ? 0.25 : false),
        prefix: (term: string, at: number) => !pasted && at === asked.length - 1 && term.length >= 2,
        weights: { fuzzy: 0.3, prefix: 0.5 },
      };
      const hits = index.search(query, options).slice(0, most * 8).flatMap(({ id, score, terms: found, queryTerms }) => {
        const entry = entries[id as number];
        if (!entry) return [];
        const share = pasted ? 1 : Math.min(1, new Set(queryTerms).size / asked.length);
        return [{ entry, matched: found, score: score * BY_KIND[entry.kind] * share * (1 + 2 * quoted(entry, known)) }];
      }).sort((a, b) => b.score - a.score);
      const seen = new Map<string, number>();
      const kept = hits.filter(({ entry }) => {
        const count = seen.get(pageOf(entry.href)) ?? 0;
        seen.set(pageOf(entry.href), count + 1);
        return count < HITS_OF_A_PAGE;
      });
      return kept.slice(0, most).map((hit) => ({ ...hit, line: lineOf(hit.entry, new Set(hit.matched)) }));
    },
  };
}
