import { expect, test } from "vitest";
import { undoneJavaScript } from "./javascript";

const FIXED = `import { make } from "app";

export function start(url, signal) {
  const source = make(url, {
    signal,
    limit: 3,
  });
  source.open();
  return new Promise((resolve, reject) => {
    if (source.error) reject(source.error);
    else if (source.over) resolve();
    else throw new Error("open");
  }).finally(() => source.close());
}

run(
  () => start("/"),
  ["a"],
);
`;
const BROKEN = FIXED.replace("make(url, {", "make(url + 1, {");

const programs = (mark: string): readonly string[] =>
  undoneJavaScript({ fixedCode: FIXED, brokenCode: BROKEN, marks: { broken: [], fixed: [mark] } })[0]
    ?.programs ?? [];

test.each([
  ["a statement", "source.open();", "source.open();", ";"],
  ["a property", "limit: 3,", "\n    limit: 3,", ","],
  ["the first property", "    signal,", "\n    signal,", ""],
  ["an argument", '["a"],', '\n  ["a"],', ","],
  ["a link of a chain", "}).finally(", ".finally(() => source.close())", ""],
  ["the branch of a condition", "else throw", 'throw new Error("open");', ";"],
])("%s is taken out", (_, mark, text, instead) => {
  expect(programs(mark)[0]?.replace(/,(?=,)/g, "")).toBe(FIXED.replace(text, instead).replace(/,(?=,)/g, ""));
});

test("what a name needs is put back as the broken side has it", () => {
  expect(programs("const source = make(url, {")).toEqual([BROKEN]);
});

test("what others need, and the broken side has too, cannot be taken back", () => {
  expect(programs("import { make }")).toEqual([]);
});
