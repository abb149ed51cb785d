/** Long lists of sentences, cut short. */

/** Nobody reads more of what went wrong. */
const MOST_NAMED = 12;

/** The first of the sentences, each once, and one that counts the rest. */
export function atMost(sentences: readonly string[]): string[] {
  const distinct = [...new Set(sentences)];
  const more = distinct.length - MOST_NAMED;
  if (more <= 0) return distinct;
  return [
    ...distinct.slice(0, MOST_NAMED),
    `And ${more} more ${more === 1 ? "thing was" : "things were"} left out.`,
  ];
}
