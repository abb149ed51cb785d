/** What is asked: its terms, whether it was pasted, and how each term is looked up. */
import { denoised } from "../text/noise";
import { terms } from "./terms";

/** Typos are forgiven in words that are long enough to have one. */
const FUZZY_FROM = 5;
/** Above so many terms it is a pasted text, whose words are as the program wrote them. */
const PASTED_FROM = 9;
/** How much a word counts that the question does not have, but another word for it. */
const SYNONYM = 0.4;

/** How one term is looked up. */
interface Wanted {
  /** How much it counts; 1 for the question's own terms. */
  weight: number;
  fuzzy: boolean;
  prefix: boolean;
}

export interface Question {
  /** Its own terms, in their order. */
  asked: ReadonlySet<string>;
  pasted: boolean;
  /** What is looked up: its own terms, and more softly other words for them. */
  wanted: ReadonlyMap<string, Wanted>;
}

/** Groups of words for the same thing, each word as its terms. */
export type Synonyms = readonly (readonly (readonly string[])[])[];

/** Terms of other words for what is asked. */
function meant(asked: ReadonlySet<string>, synonyms: Synonyms): string[] {
  return synonyms.flatMap((group) =>
    group.some((one) => one.every((term) => asked.has(term)))
      ? group.flat().filter((term) => !asked.has(term))
      : [],
  );
}

function wantedFor(
  asked: readonly string[],
  pasted: boolean,
  vocabulary: ReadonlySet<string>,
  synonyms: Synonyms,
): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  if (!pasted)
    for (const term of meant(new Set(asked), synonyms))
      wanted.set(term, { weight: SYNONYM, fuzzy: false, prefix: false });
  for (const [place, term] of asked.entries())
    wanted.set(term, {
      weight: 1,
      // A word that stands in a text as it is has no typo.
      fuzzy: !pasted && term.length >= FUZZY_FROM && !/\d/.test(term) && !vocabulary.has(term),
      // The last one may still be on its way.
      prefix: !pasted && place === asked.length - 1 && term.length >= 2,
    });
  return wanted;
}

/**
 * A question as the index is asked it.
 * @param query what was typed or pasted
 * @param vocabulary every term that is in the index
 */
export function questionIn(query: string, vocabulary: ReadonlySet<string>, synonyms: Synonyms): Question {
  const all = [...new Set(terms(denoised(query)))];
  // A single digit of a log is a count or a level.
  const asked = all.length < PASTED_FROM ? all : all.filter((term) => !/^\d$/.test(term));
  const pasted = asked.length >= PASTED_FROM;
  return { asked: new Set(asked), pasted, wanted: wantedFor(asked, pasted, vocabulary, synonyms) };
}
