/** The rules as they travel to the browser: what is empty in a rule, as most of it is, does not go along. */
import type { Readings } from "../model/reading";

type Rules = Omit<Readings, "words">;

/** What is empty where a rule does not have it, of every rule, and of one for a setting. */
const RULE = { speaks: [], implies: {} };
const SETTING = { ...RULE, stands: [], with: {} };

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

/** Do the same with every rule. */
function each(rules: Rules, change: <R extends object>(rule: R, empty: object) => R): Rules {
  const { signs, formats, languages } = rules;
  return {
    ...rules,
    signs: signs.map((sign) => change(sign, RULE)),
    formats: formats.map((format) => ({ ...format, rules: format.rules.map((one) => change(one, SETTING)) })),
    languages: languages.map((language) => ({
      ...language,
      rules: language.rules.map((one) => change(one, RULE)),
    })),
  };
}

/** Rules as a text. */
export const packed = (rules: Rules): string =>
  JSON.stringify(
    each(rules, (rule, empty) => {
      const kept = Object.entries(rule).filter(([key, value]) => !(key in empty && isEmpty(value)));
      return Object.fromEntries(kept) as typeof rule;
    }),
  );

/** The rules of a text that `packed` made. */
export const unpacked = (text: string): Rules =>
  each(JSON.parse(text) as Rules, (rule, empty) => ({ ...empty, ...rule }));
