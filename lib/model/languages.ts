/** The languages of code pairs, each with the end of its files' names. */
const ENDINGS = { python: "py", javascript: "mjs" } as const;

export type Language = keyof typeof ENDINGS;
export const LANGUAGES = Object.keys(ENDINGS) as Language[];

/** The file of a pair's side, such as `fixed.py`. */
export const sideFile = (side: "broken" | "fixed", language: Language): string =>
  `${side}.${ENDINGS[language]}`;
