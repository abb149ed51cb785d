import { describe, expect, test } from "vitest";
import type { Read } from "./evidence";
import { calibration, confusions, countsOf, hitsBy, hitsOf, readCounts, scored, share } from "./figures";
import type { Incident } from "./verdicts";

const incident = (gold: string, also: string[] = [], more: object = {}): Incident => ({
  id: gold,
  gold,
  also,
  ...more,
});
const told = (one: Incident, causes: string[], odds = 0.5, enough = true) =>
  scored({ incident: one, causes, odds, enough });

const RIGHT = told(incident("a", [], { symptom: "late", framework: "x" }), ["a", "b"], 0.9);
const THIRD = told(incident("a", [], { symptom: "late", framework: null }), ["b", "c", "a"], 0.6);
const ALSO = told(incident("a", ["b"], { symptom: "cut" }), ["b", "c", "d", "a"], 0.4);
const NOTHING = told(incident("d", [], { symptom: "late" }), [], 0, false);
const ALL = [RIGHT, THIRD, ALSO, NOTHING];

test("places of the confirmed cause and of the best accepted one", () => {
  expect(ALL.map(({ gold, accepted }) => [gold, accepted])).toEqual([
    [1, 1],
    [3, 3],
    [4, 1],
    [Infinity, Infinity],
  ]);
  expect(hitsOf(ALL)).toEqual({ count: 4, first: 1, three: 2, acceptedFirst: 2, acceptedThree: 3 });
  expect(hitsOf([])).toEqual({ count: 0, first: 0, three: 0, acceptedFirst: 0, acceptedThree: 0 });
});

test("a share of nothing is what it is said to be", () => {
  expect([share(1, 4), share(0, 0), share(0, 0, 1)]).toEqual([0.25, 0, 1]);
});

describe("tables", () => {
  test("rows by a field: the most frequent first, what is not said last", () => {
    expect(hitsBy("symptom", ALL).map(({ id, count, first }) => [id, count, first])).toEqual([
      ["late", 3, 1],
      ["cut", 1, 0],
    ]);
    expect(hitsBy("framework", ALL).map(({ id, count }) => [id, count])).toEqual([
      ["x", 1],
      [null, 3],
    ]);
  });

  test("bins hold all, from the softest claim to the loudest", () => {
    const bins = calibration(ALL, 2);
    expect(bins).toEqual([
      { count: 2, claimed: 0.2, right: 1 },
      { count: 2, claimed: 0.75, right: 1 },
    ]);
    const five = calibration(ALL, 5);
    expect(five.reduce((sum, { count }) => sum + count, 0)).toBe(ALL.length);
  });

  test("an accepted cause is no confusion; the most frequent is first, and no more are told than asked for", () => {
    expect(confusions([...ALL, NOTHING])).toEqual([
      { gold: "d", first: null, count: 2 },
      { gold: "a", first: "b", count: 1 },
    ]);
    expect(confusions(ALL, 1)).toHaveLength(1);
  });

  test("the whole of a set takes its tables from answers and text together", () => {
    const counts = countsOf({ answers: [NOTHING], text: [RIGHT], both: ALL });
    expect([counts.answers.first, counts.text.first, counts.both.first]).toEqual([0, 1, 1]);
    expect(counts.unsure).toEqual({ count: 1, right: 0 });
    expect(counts.causes.map(({ id, count }) => [id, count])).toEqual([
      ["a", 3],
      ["d", 1],
    ]);
    expect(counts.calibration).toHaveLength(5);
  });
});

test("what is read is counted by finding, by harmless text and by answer", () => {
  const finding = { file: 0, line: 1, cause: "a", speaks: "for" } as const;
  const item = { id: "x", kind: "log", findings: [finding], answers: {} };
  const none = { hits: [], missed: [], wrong: [], found: 0, answers: { right: 0, wrong: [], missed: [] } };
  const all: Read[] = [
    { ...none, item: { ...item, class: "hit" }, hits: [finding], missed: [finding], found: 1 },
    { ...none, item: { ...item, class: "harmless" }, wrong: [finding], found: 1 },
    {
      ...none,
      item: { ...item, class: "harmless" },
      answers: { right: 2, wrong: ["y"], missed: ["z"] },
    },
  ];
  expect(readCounts(all)).toEqual({
    count: 3,
    wanted: 2,
    hits: 1,
    found: 2,
    wrong: 1,
    harmless: 2,
    alarms: 1,
    answersRight: 2,
    answersWrong: 1,
    answersMissed: 1,
  });
});
