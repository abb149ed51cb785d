/** No pattern of the rules can be made to run for ever: neither exponential nor polynomial backtracking. */
import { analyse } from "scslre";
import { expect, it } from "vitest";
import { loadContent } from "../content/load";

const { signs, formats, languages } = loadContent("content");
const kinds = [...formats, ...languages].flatMap(({ id, names, has, hasNot }) =>
  [...names, ...has, ...hasNot].map((pattern) => ({ id, pattern })),
);
const rules = [
  ...signs.flatMap(({ id, match, unless, beside, above, without }) =>
    [match, unless, beside, above, without].map((pattern) => ({ id, pattern })),
  ),
  ...formats.flatMap((format) =>
    format.rules.flatMap(({ id, value, with: beside }) =>
      [value, ...Object.values(beside)].map((pattern) => ({ id, pattern })),
    ),
  ),
  ...languages.flatMap((language) =>
    language.rules.flatMap(({ id, name, given, args }) =>
      [name, given, ...Object.values(args)].map((pattern) => ({ id, pattern })),
    ),
  ),
];
const patterns = [...kinds, ...rules].filter(
  (one): one is { id: string; pattern: string } => typeof one.pattern === "string",
);

const slow = (source: string): string[] =>
  analyse({ source, flags: "i" }, { reportTypes: { Move: false } }).reports.map(
    ({ type, exponential }) => `${type}${exponential ? ", exponential" : ""}`,
  );

it.each(patterns)("$id: $pattern", ({ pattern }) => {
  expect(slow(pattern)).toEqual([]);
});

it.each(["(a+)+b", "a*a*b", "(?:\\w+ ?)*:"])("would find %s", (pattern) => {
  expect(slow(pattern)).not.toEqual([]);
});
