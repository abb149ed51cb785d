import { describe, expect, test } from "vitest";
import { knowledge } from "./fixtures/knowledge";
import { verdictOf } from "./fixtures/said";
import { byHand } from "../model/finding";
import { openedOf } from "./opened";
import { prepare } from "./prepared";
import { isSure, oddsWords } from "./sure";
import { headlineOf } from "./words";

const prepared = prepare(knowledge);
const answers = { symptom: ["cut"], proxy: ["gate"], after: ["60"] };
const verdict = verdictOf(answers, prepared);
const other = verdict.causes[1]!;

describe("which cause is open", () => {
  test("the first, until another is chosen", () => {
    const opened = openedOf(verdict, { evidence: byHand(answers), answers }, null, prepared);
    expect(opened).toMatchObject({ cause: verdict.causes[0], place: 0, path: verdict.path });
    expect(opened?.headline).toBe(headlineOf(verdict, answers, prepared));
  });

  test("a chosen one has its own sentence and its own stop, is not said as sure, and the ranking stays", () => {
    const opened = openedOf(verdict, { evidence: byHand(answers), answers }, other.id, prepared);
    expect(opened).toMatchObject({ cause: other, place: 1, sure: false });
    expect(opened?.headline).not.toBe(headlineOf(verdict, answers, prepared));
    expect(opened?.path.filter(({ state }) => state === "suspect").map(({ layer }) => layer)).toEqual([
      other.layer,
    ]);
  });

  test("none without an answer", () => {
    expect(
      openedOf(verdictOf({}, prepared), { evidence: byHand({}), answers: {} }, null, prepared),
    ).toBeNull();
  });
});

describe("how sure it is", () => {
  const first = verdict.causes[0]!;
  const withShare = (share: number) => ({
    ...verdict,
    status: "ranked" as const,
    causes: [{ ...first, share }],
  });

  test("below two fifths of the odds the first cause is said with reserve", () => {
    expect(isSure(withShare(0.39))).toBe(false);
    expect(isSure(withShare(0.4))).toBe(true);
    expect(isSure({ ...withShare(0.9), status: "unsure" })).toBe(false);
    expect(headlineOf(withShare(0.39), answers, prepared)).toMatch(/^Likeliest so far: /);
    expect(headlineOf(withShare(0.4), answers, prepared)).not.toMatch(/^Likeliest so far: /);
  });

  test.each([
    [0.9, "most of the odds"],
    [0.45, "about half of the odds"],
    [0.2, "some of the odds"],
    [0.05, "little of the odds"],
    [0, "next to none of the odds"],
  ])("%s is %s", (share, words) => {
    expect(oddsWords(share)).toBe(words);
  });
});
