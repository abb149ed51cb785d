/** The search engine: one index of entries, asked with words, a setting, a number, or a whole traceback. */
import MiniSearch from "minisearch";
import { lineOf } from "./line";
import { denoised, terms } from "./text";
import type { Entry, Hit, Kind } from "./types";

/** How much a match in a field counts, for what was typed and for what was pasted. */
const BOOSTS = { title: 3, names: 3, errors: 2, text: 1 } as const;
const PASTED_BOOSTS = { ...BOOSTS, title: 1, names: 1, errors: 4 } as const;
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
/** Typos are forgiven in words that are long enough to have one. */
const FUZZY_FROM = 5;
/** Edits that are forgiven, by a letter of the word. */
const FORGIVEN = 0.25;
/** How much a word counts that has a typo, and one that only begins like it. */
const WEIGHTS = { fuzzy: 0.3, prefix: 0.5 } as const;
/** Above so many terms it is a pasted text, whose words are as the program wrote them. */
const PASTED_FROM = 9;
const HITS_OF_A_PAGE = 2;
/** How much a word counts that the question does not have, but another word for it. */
const SYNONYM = 0.4;
/** What it adds to a score when the title is just what was asked, and when a whole error string stands in it. */
const SAME = 2;
const QUOTED = 4;
/** So many more than the hits are looked at closely. */
const LOOKED_AT = 8;

export type Synonyms = readonly (readonly string[])[];

/** It can be asked at any time, and knows what was added so far. */
export interface Engine {
  add: (entry: Entry) => void;
  search: (query: string, most?: number) => Hit[];
}

const pageOf = (href: string): string =>
  href.startsWith("/limits/") || href.startsWith("/checks/") ? href : (href.split("#")[0] ?? href);

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

/** How much of a title the question is, and of the question the title: 1 when both have the same terms. */
function named(title: ReadonlySet<string>, asked: ReadonlySet<string>): number {
  const both = [...title].filter((term) => asked.has(term)).length;
  return both / Math.max(1, title.size + asked.size - both);
}

/** Terms of other words for what is asked. */
function meant(asked: ReadonlySet<string>, groups: readonly (readonly string[][])[]): string[] {
  return groups.flatMap((group) =>
    group.some((one) => one.every((term) => asked.has(term)))
      ? group.flat().filter((term) => !asked.has(term))
      : [],
  );
}

/** The terms of a question, each once, and whether it was pasted. */
function askedIn(query: string): { asked: string[]; pasted: boolean } {
  const all = [...new Set(terms(denoised(query)))];
  // A single digit of a log is a count or a level.
  const asked = all.length < PASTED_FROM ? all : all.filter((term) => !/^\d$/.test(term));
  return { asked, pasted: asked.length >= PASTED_FROM };
}

/** No page may fill the list. The order stays. */
function fewOfEach<T extends { entry: Entry }>(hits: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return hits.filter(({ entry }) => {
    const count = seen.get(pageOf(entry.href)) ?? 0;
    seen.set(pageOf(entry.href), count + 1);
    return count < HITS_OF_A_PAGE;
  });
}

/** How one term is looked up. */
interface Wanted {
  /** How much it counts. */ boost: number;
  fuzzy: boolean;
  prefix: boolean;
}

/**
 * Make an engine that has nothing to find yet.
 * @param synonyms groups of words that people use for the same thing
 */
export function emptyEngine(synonyms: Synonyms): Engine {
  const groups = synonyms.map((group) => group.map(terms));
  const entries: Entry[] = [];
  const vocabulary = new Set<string>();
  const index = new MiniSearch<Entry & { id: number }>({
    fields: Object.keys(BOOSTS),
    tokenize: terms,
    processTerm: (term) => {
      vocabulary.add(term);
      return term;
    },
  });
  /** Terms of the error strings of what was looked at closely. */
  const errors = new Map<number, readonly ReadonlySet<string>[]>();
  const errorsOf = (id: number, entry: Entry) => {
    const known = errors.get(id) ?? entry.errors.map((error) => new Set(terms(denoised(error))));
    errors.set(id, known);
    return known;
  };

  const wantedFor = ({ asked, pasted }: ReturnType<typeof askedIn>): Map<string, Wanted> => {
    const own = asked.map((term, at): [string, Wanted] => [
      term,
      {
        boost: 1,
        // A word that stands in a text as it is has no typo.
        fuzzy: !pasted && term.length >= FUZZY_FROM && !/\d/.test(term) && !vocabulary.has(term),
        prefix: !pasted && at === asked.length - 1 && term.length >= 2,
      },
    ]);
    const more = pasted ? [] : meant(new Set(asked), groups);
    return new Map([
      ...more.map((term): [string, Wanted] => [term, { boost: SYNONYM, fuzzy: false, prefix: false }]),
      ...own,
    ]);
  };

  return {
    add: (entry) => {
      index.add({ ...entry, id: entries.push(entry) - 1 });
    },
    search: (query, most = 10) => {
      const question = askedIn(query);
      const { asked, pasted } = question;
      if (asked.length === 0) return [];
      const known = new Set(asked);
      const wanted = wantedFor(question);
      const found = index.search(query, {
        // They are terms already.
        tokenize: () => [...wanted.keys()],
        processTerm: (term) => term,
        boost: pasted ? PASTED_BOOSTS : BOOSTS,
        boostTerm: (term) => wanted.get(term)?.boost ?? 1,
        fuzzy: (term) => (wanted.get(term)?.fuzzy ? FORGIVEN : false),
        prefix: (term) => wanted.get(term)?.prefix ?? false,
        weights: WEIGHTS,
      });
      const hits = found
        .slice(0, most * LOOKED_AT)
        .flatMap(({ id, score, terms: matched, queryTerms }) => {
          const entry = entries[id as number];
          if (!entry) return [];
          const share = pasted ? 1 : Math.min(1, queryTerms.length / asked.length);
          // Other words for what is asked are shown only where nothing else was found.
          const own = matched.filter((term) => (wanted.get(term)?.boost ?? 1) === 1);
          const asError = 1 + QUOTED * quoted(errorsOf(id as number, entry), known);
          const asTitle = 1 + SAME * named(new Set(terms(entry.title)), known) ** 2;
          return [
            {
              entry,
              score: score * BY_KIND[entry.kind] * share * asError * asTitle,
              matched: new Set(own.length > 0 ? own : matched),
            },
          ];
        })
        .sort((a, b) => b.score - a.score);
      return fewOfEach(hits)
        .slice(0, most)
        .map((hit) => ({ ...hit, line: lineOf(hit.entry.errors, hit.entry.text, hit.matched) }));
    },
  };
}

/** An engine that has everything. */
export function engineOf(entries: readonly Entry[], synonyms: Synonyms = []): Engine {
  const engine = emptyEngine(synonyms);
  for (const entry of entries) engine.add(entry);
  return engine;
}
