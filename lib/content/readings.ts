/** The readers' part of the content: rules, and the limits that they name. */
import type { Examples, Readings, Resemblance } from "../model/reading";
import type { Content } from "./content";

/** A rule without what only its tests need. */
const bare = <R extends Examples>({ hit: _, near: __, source: ___, ...rule }: R): Omit<R, keyof Examples> =>
  rule;

/** Words with causes by their place, which is how they travel. */
function resemblanceOf(words: Content["words"]): Resemblance {
  const causes = [...new Set(words.flatMap(({ weighs }) => Object.keys(weighs)))].sort();
  const places = new Map(causes.map((cause, at) => [cause, at]));
  const packed = words.map(({ term, rare, plain, weighs }): [string, number[]] => [
    term,
    [rare, plain, ...Object.entries(weighs).flatMap(([cause, weight]) => [places.get(cause) ?? -1, weight])],
  ]);
  return { causes, terms: Object.fromEntries(packed) };
}

/** Cut the content down to what reading pasted text needs. */
export function readingsOf({ signs, formats, languages, words, leanings, limits }: Content): Readings {
  const resemblance = resemblanceOf(words);
  const named = new Set(formats.flatMap(({ rules }) => rules.flatMap(({ limit }) => limit ?? [])));
  return {
    signs: signs.map(bare),
    formats: formats.map((format) => ({ ...format, rules: format.rules.map(bare) })),
    languages: languages.map((language) => ({ ...language, rules: language.rules.map(bare) })),
    alike: Object.fromEntries(leanings.map(({ cause, ...alike }) => [cause, alike])),
    words: () => Promise.resolve(resemblance),
    limits: limits
      .filter(({ id }) => named.has(id))
      .map(({ id, on, cause, kind, seconds, setting }) => ({ id, on, cause, kind, seconds, setting })),
  };
}
