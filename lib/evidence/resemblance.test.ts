import { describe, expect, test } from "vitest";
import type { Alike, Resemblance } from "../model/reading";
import { keptLikeness, resemblanceFindings } from "./resemblance";

/** Six words of one cause, six of another, and one that both share. */
const words = (cause: number, prefix: string) =>
  Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${prefix}${at}`, [12, 0, cause, 200]]));
const known: Resemblance = {
  causes: ["slow", "full", "never"],
  terms: {
    ...words(0, "s"),
    ...words(1, "f"),
    shared: [8, 0, 0, 100, 1, 20],
    ...Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`p${at}`, [12, 300, 0, 40]])),
  },
};
const alike: Record<string, Alike> = {
  slow: { usual: 0.5, leans: [["gap", "tool", 1.5]] },
  full: { usual: 0, leans: [] },
  never: { usual: 0, leans: [] },
};
const at = (...terms: string[]) => new Map(terms.map((term, place) => [term, place + 1]));
const spoken = (terms: ReadonlyMap<string, number>) =>
  resemblanceFindings(terms, 0, known, alike).flatMap(({ speaks }) => speaks.map(({ cause }) => cause));

describe("a text that shares words with solved incidents", () => {
  test("speaks for their cause, softly, and names the words and the line of the strongest", () => {
    const [finding, ...others] = resemblanceFindings(
      at("s0", "s1", "s2", "s3", "s4", "shared"),
      3,
      known,
      alike,
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "reads-like-slow", hint: true, implies: {} });
    expect(finding?.origin).toEqual({ kind: "text", piece: 3, line: 1 });
    expect(finding?.words).toContain("s0");
    expect(finding?.leans).toEqual([["gap", "tool", 1.5]]);
    expect(finding?.speaks[0]?.weight).toBeGreaterThan(0);
  });

  test.each([
    ["none of them", at("x", "y", "z")],
    ["too few of them", at("s0", "s1", "s2")],
    ["more of those of other texts", at("p0", "p1", "p2", "p3", "p4", "p5", "s0")],
    ["nothing", at()],
    [
      "names that objects have by themselves",
      at("constructor", "__proto__", "toString", "valueOf", "a", "b", "c"),
    ],
  ])("says nothing with %s", (_, terms) => {
    expect(spoken(terms)).toEqual([]);
  });

  test("the order of words changes nothing, and words that nobody knows change nothing", () => {
    const few = ["s0", "s1", "s2", "s3", "f0", "f1"];
    const before = spoken(at(...few));
    expect(spoken(at(...few.toReversed()))).toEqual(before);
    expect(spoken(at(...few, "unheard", "of"))).toEqual(before);
  });
});

test.each([
  ["4.2", 4.2],
  ["1", 1],
  ["0.2", null],
  ["400", null],
  ["-2", null],
  ["off", null],
  [undefined, null],
])("what was kept of a likeness comes back: %s", (value, weight) => {
  expect(keptLikeness("slow", value, { usual: 0, leans: [] })?.speaks[0]?.weight ?? null).toBe(weight);
});
