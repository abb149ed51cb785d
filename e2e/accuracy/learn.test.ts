import { describe, expect, test } from "vitest";
import { learn, type Solved } from "./learn";

const solved = (cause: string, terms: readonly string[], said: readonly string[] = []): Solved => ({
  terms,
  said,
  causes: new Map([[cause, 1]]),
  weight: 1,
});
const incidents = [
  ...Array.from({ length: 4 }, (_, at) => solved("slow", ["wait", "common", `only-${at}`], ["gap=tool"])),
  ...Array.from({ length: 4 }, () => solved("full", ["bytes", "common", "host-1"], ["gap=none"])),
  ...Array.from({ length: 4 }, () => solved("other", ["else"])),
];
const { words, leanings } = learn(incidents, 100);
const byTerm = Object.fromEntries(words.map(({ term, weighs }) => [term, weighs]));

describe("what is learned from solved incidents", () => {
  test.each([
    ["wait", "slow"],
    ["bytes", "full"],
    ["else", "other"],
  ])("the word %s speaks for the cause whose incidents have it, and against the others", (term, cause) => {
    const { [cause]: own, ...others } = byTerm[term] ?? {};
    expect(own).toBeGreaterThan(0);
    expect(Object.values(others).filter((weight) => weight > 0)).toEqual([]);
  });

  test("an answer leans towards the cause whose incidents had it", () => {
    const leans = leanings.map(({ cause, leans: own }) => [
      cause,
      own.filter(([, , bits]) => bits > 0).map(([question, value]) => `${question}=${value}`),
    ]);
    expect(leans).toEqual([
      ["full", ["gap=none"]],
      ["other", []],
      ["slow", ["gap=tool"]],
    ]);
  });

  test.each([
    ["of one incident alone", "only-1"],
    ["of most of them", "common"],
    ["that redaction gives out", "host-1"],
  ])("a word %s is not learned", (_, term) => {
    expect(byTerm[term]).toBeUndefined();
  });

  test("the order of incidents changes nothing", () => {
    expect(learn(incidents.toReversed(), 100).words).toEqual(words);
  });

  test("at most so many words are kept, those that tell most", () => {
    expect(learn(incidents, 2).words).toHaveLength(2);
  });
});
