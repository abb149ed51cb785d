import { describe, expect, test } from "vitest";
import { learn, type Solved } from "./learn";

const solved = (cause: string, terms: readonly string[]): Solved => ({
  terms,
  causes: new Map([[cause, 1]]),
  weight: 1,
});
const incidents = [
  ...Array.from({ length: 4 }, (_, at) => solved("slow", ["wait", "common", `only-${at}`])),
  ...Array.from({ length: 4 }, () => solved("full", ["bytes", "common", "host-1"])),
  ...Array.from({ length: 4 }, () => solved("other", ["else"])),
];
const byTerm = Object.fromEntries(learn(incidents, 100).map(({ term, weighs }) => [term, weighs]));

describe("what is learned from solved incidents", () => {
  test("a word speaks for the causes whose incidents have it, and for no other", () => {
    expect(Object.keys(byTerm["wait"] ?? {})).toEqual(["slow"]);
    expect(byTerm["wait"]?.["slow"]).toBeGreaterThan(0);
    expect(Object.keys(byTerm["bytes"] ?? {})).toEqual(["full"]);
  });

  test.each([
    ["of one incident alone", "only-1"],
    ["of most of them", "common"],
    ["that redaction gives out", "host-1"],
  ])("a word %s is not learned", (_, term) => {
    expect(byTerm[term]).toBeUndefined();
  });

  test("the order of incidents changes nothing", () => {
    expect(learn(incidents.toReversed(), 100)).toEqual(learn(incidents, 100));
  });

  test("at most so many words are kept, those that tell most", () => {
    expect(learn(incidents, 2)).toHaveLength(2);
  });
});
