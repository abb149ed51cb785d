import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases, FIXED } from "../diagnosis/fixtures/cases";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import type { Answers } from "../model/answers";
import { mergeChange } from "./merge";
import type { KeptIncident } from "./policy";

const incident = (answers: Answers, more: Partial<KeptIncident> = {}): KeptIncident => ({
  id: "a-1",
  name: "",
  opened: "2026-11-21T10:00:00.000Z",
  changed: "2026-11-21T10:00:00.000Z",
  answers,
  times: {},
  ...more,
});
const merged = (stored: Answers, before: Answers, after: Answers) =>
  mergeChange(incident(stored), incident(before), incident(after)).answers;

describe("answers", () => {
  test.each<[string, Answers, Answers, Answers, Answers]>([
    [
      "one more on each side",
      { a: ["1"], b: ["1"] },
      { a: ["1"] },
      { a: ["1"], c: ["1"] },
      { a: ["1"], b: ["1"], c: ["1"] },
    ],
    ["one changed here", { a: ["1"], b: ["2"] }, { a: ["1"] }, { a: ["3"] }, { a: ["3"], b: ["2"] }],
    ["one changed there", { a: ["2"] }, { a: ["1"] }, { a: ["1"], b: ["1"] }, { a: ["2"], b: ["1"] }],
    ["one taken away here", { a: ["1"], b: ["1"] }, { a: ["1"] }, {}, { b: ["1"] }],
    ["one taken away there", {}, { a: ["1"] }, { a: ["1"], b: ["1"] }, { b: ["1"] }],
    [
      "the same one on both sides: the last word counts",
      { a: ["2"] },
      { a: ["1"] },
      { a: ["3"] },
      { a: ["3"] },
    ],
    [
      "the order of hops is a change",
      { a: ["x", "y"] },
      { a: ["x", "y"] },
      { a: ["y", "x"] },
      { a: ["y", "x"] },
    ],
  ])("%s", (_, stored, before, after, result) => {
    expect(merged(stored, before, after)).toEqual(result);
  });

  test("where nobody else has changed anything, it is what this tab has", () => {
    fc.assert(
      fc.property(cases(knowledge), cases(knowledge), (before, after) => {
        expect(merged(before, before, after)).toEqual(after);
      }),
      FIXED,
    );
  });

  test("where this tab has changed nothing, it is what is stored", () => {
    fc.assert(
      fc.property(cases(knowledge), cases(knowledge), (stored, before) => {
        expect(merged(stored, before, before)).toEqual(stored);
      }),
      FIXED,
    );
  });
});

describe("the rest", () => {
  const before = incident({}, { name: "Monday" });

  test("a name that was given here counts, and else the one that is stored", () => {
    const stored = incident({}, { name: "Tuesday" });
    expect(mergeChange(stored, before, before).name).toBe("Tuesday");
    expect(mergeChange(stored, before, { ...before, name: "Friday" }).name).toBe("Friday");
  });

  test("times follow their results; the later change and the stored beginning count", () => {
    const stored = incident(
      {},
      {
        opened: "2026-11-20T10:00:00.000Z",
        changed: "2026-11-21T12:00:00.000Z",
        times: { "check.a=x": "1" },
      },
    );
    const after = incident({}, { changed: "2026-11-21T11:00:00.000Z", times: { "check.b=y": "2" } });
    expect(mergeChange(stored, before, after)).toMatchObject({
      opened: "2026-11-20T10:00:00.000Z",
      changed: "2026-11-21T12:00:00.000Z",
      times: { "check.a=x": "1", "check.b=y": "2" },
    });
  });
});
