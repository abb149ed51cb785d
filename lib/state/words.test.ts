import { describe, expect, test } from "vitest";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { LONG_AGO } from "./disk";
import type { KeptIncident } from "./policy";
import { ageWords, droppedWords, titleOf, unreadWords } from "./words";

const DAY = 1440;

test.each([
  [-5, "just now"],
  [Number.NaN, "just now"],
  [0, "just now"],
  [1, "1 minute ago"],
  [59, "59 minutes ago"],
  [60, "1 hour ago"],
  [119, "1 hour ago"],
  [DAY - 1, "23 hours ago"],
  [DAY, "1 day ago"],
  [40 * DAY, "40 days ago"],
  [20_000 * DAY, "some time ago"],
])("%d minutes: %s", (minutes, words) => {
  expect(ageWords(minutes)).toBe(words);
});

describe("what an incident is called", () => {
  test.each([
    ["its name", "Monday", { symptom: ["late"] }, "Monday"],
    [
      "its first answers, in the order of the questions",
      "",
      { after: ["60"], symptom: ["cut"], proxy: ["balance", "gate"], framework: ["weave"], silence: ["60"] },
      "WEAVE, BALANCE, then GATE, It is cut",
    ],
    ["nothing but results", "", { "check.times": ["burst"] }, "Results of checks only"],
    ["what is not known", "", { symptom: ["unknown"] }, "Don’t know"],
  ])("%s", (_, name, answers, title) => {
    expect(titleOf({ name, answers }, knowledge)).toBe(title);
  });
});

test("what went to make room is named with its age", () => {
  const gone = (name: string): KeptIncident => ({
    id: name,
    name,
    opened: LONG_AGO,
    changed: LONG_AGO,
    answers: { symptom: ["late"] },
    times: {},
  });
  expect(droppedWords([gone("Monday"), gone("")], () => 3 * DAY, knowledge)).toEqual([
    "“Monday”, last changed 3 days ago, is no longer kept: this browser holds the last 10 incidents.",
    "“It is late”, last changed 3 days ago, is no longer kept: this browser holds the last 10 incidents.",
  ]);
});

test("each kind of thing that cannot be read has a sentence of its own", () => {
  const [newer, damaged] = unreadWords(["newer", "damaged"]);
  expect(newer).toContain("newer version");
  expect(damaged).toContain("damaged");
  expect(unreadWords([])).toEqual([]);
});
