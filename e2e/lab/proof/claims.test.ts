import { describe, expect, test } from "vitest";
import type { Sign } from "../../../lib/trace/sign-schema";
import type { Recording } from "../../../lib/trace/signs";
import { refusal, unmet, type Seen } from "./claims";

const seen = (name: string, more: Partial<Recording>): Seen => ({
  name,
  says: "",
  recording: {
    calls: [],
    called: [],
    requests: [],
    exit: null,
    log: "",
    printed: "",
    files: {},
    model: { first: 0, last: 1, words: 1, text: "a00z" },
    ...more,
  },
});
const exits = (code: number): Sign => ({ sign: "exits", code });
const prints = (text: string): Sign => ({ sign: "prints", text });
const first = seen("the default", { exit: 1, printed: "ready" });
const second = seen("this file", { exit: 0, printed: "ready" });
const claim = { shows: [exits(1)], gives: [exits(0)], both: [prints("ready")] };

describe("a claim", () => {
  test("holds when each side shows its own signs and not the other's, and both what is of both", () => {
    expect(unmet(claim, first, second)).toEqual([]);
  });

  test("fails for both sides alike, for neither, and the other way round", () => {
    expect(unmet(claim, second, second)).toEqual([
      "“this file” does not show “exits code 1”",
      "“this file” shows “exits code 0” too",
    ]);
    expect(unmet(claim, first, first)).toHaveLength(2);
    const neither = seen("neither", { exit: 7, printed: "ready" });
    expect(unmet(claim, neither, neither)).toHaveLength(2);
    expect(unmet(claim, second, first)).toContain("with the sides swapped, “exits code 0” holds");
    expect(unmet(claim, second, first)).toHaveLength(6);
  });

  test("a sign of both is missed on either side, by the side's own name", () => {
    expect(unmet(claim, first, seen("this file", { exit: 0 }))).toEqual([
      '“this file” does not show “prints text "ready"”',
    ]);
    expect(unmet(claim, seen("the default", { exit: 1 }), second)).toEqual([
      '“the default” does not show “prints text "ready"”',
    ]);
  });
});

describe("in a healthy scenario", () => {
  const healthy = { shows: [], gives: [], both: [prints("ready")] };
  test("both sides must work, and only that", () => {
    expect(unmet(healthy, first, second)).toEqual([]);
    expect(unmet(healthy, first, seen("this file", {}))).toEqual([
      '“this file” does not show “prints text "ready"”',
    ]);
  });
});

describe("a program in the fixed side's place", () => {
  test.each<[string, Partial<Recording>, string | null]>([
    ["with all signs of the fixed side is taken for it", { exit: 0, printed: "ready" }, null],
    ["without a sign of that side is refused", { exit: 7, printed: "ready" }, "“exits code 0” is missing"],
    ["without a sign of both is refused", { exit: 0 }, '“prints text "ready"” is missing'],
  ])("%s", (_, more, why) => {
    expect(refusal(claim, seen("fixed", more).recording)).toBe(why);
  });

  test("with a sign of the broken side is refused", () => {
    const { recording } = seen("fixed", { exit: 0, printed: "ready, and slow" });
    expect(refusal({ shows: [prints("slow")], gives: [exits(0)] }, recording)).toBe(
      '“prints text "slow"” is shown',
    );
  });
});
