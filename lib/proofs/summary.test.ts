import { describe, expect, test } from "vitest";
import type { Side } from "../trace/record-schema";
import type { Heard } from "../trace/recording-schema";
import {
  askedAt,
  courseOf,
  endOf,
  lookOf,
  numbersOf,
  sentenceOf,
  ticksOf,
  upstreamOf,
  type Scenario,
} from "./summary";

const heard: Heard = {
  path: "/stream",
  asked: 0,
  status: 200,
  headers: {},
  arrivals: [
    { at: 1, bytes: 5, words: 1, comment: false },
    { at: 2, bytes: 3, words: 0, comment: true },
    { at: 5.5, bytes: 9, words: 2, comment: false },
  ],
  end: 6,
  ended: "cut",
  error: null,
};
const side = (called: Side["called"]): Side => ({
  name: "broken",
  says: "cut",
  heard: [heard],
  called,
  log: [],
  exit: null,
});
const scenario = (end: number): Scenario => ({
  scenario: "s",
  first: side([]),
  second: { ...side([]), heard: [{ ...heard, end }] },
});

test("a path is where a caller asked; what was printed or shown has none", () => {
  expect([heard, { ...heard, path: "stdout" }].map(askedAt)).toEqual(["/stream", null]);
});

describe("a recording in words", () => {
  test("numbers", () => {
    expect(numbersOf(heard)).toEqual({
      status: "200",
      firstByte: 1,
      arrivals: 2,
      comments: 1,
      words: 3,
      silence: 3.5,
      end: 6,
    });
  });
  test("a sentence for a screen reader", () => {
    expect(sentenceOf(heard)).toBe(
      "status 200, first byte after 1 s, 2 arrivals, 1 comment line, longest silence 3.5 s; is cut at 6 s",
    );
    expect(sentenceOf({ ...heard, status: null, arrivals: [], ended: "refused", end: 0.1 })).toBe(
      "no answer, not one byte; is refused at 0.1 s",
    );
  });
  test("the model's side", () => {
    const call = {
      asked: 0,
      path: "/v1/chat/completions",
      stream: true,
      words: 3,
      end: 4,
      ended: "whole" as const,
    };
    expect(upstreamOf(side([]))).toBe("The model was never asked.");
    expect(upstreamOf(side([call]))).toBe(
      "The model was asked once, with streaming; it was answered to the end.",
    );
    expect(upstreamOf(side([call, { ...call, stream: false, ended: "caller-left" }]))).toBe(
      "The model was asked 2 times, 1 of them with streaming; it was answered to the end; the app left it.",
    );
  });
  test.each([0.3, 0.5, 2.1, 6, 7.1, 31, 119, 500])(
    "the axis of %d s is whole steps, few, and holds the end",
    (end) => {
      const ticks = ticksOf(scenario(end));
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(end, heard.end));
    },
  );
  test("a wrong side that held everything back looks held, and says when its first byte came", () => {
    const whole = { ...heard, ended: "whole" as const };
    const late = { ...whole, arrivals: [{ at: 5.8, bytes: 9, words: 3, comment: false }] };
    expect(courseOf(late)).toBe("first byte at 5.8 s, ends properly at 6 s");
    expect(courseOf(whole)).toBe("ends properly at 6 s");
    expect([late, whole].map((one) => lookOf(one, true))).toEqual(["held", "plain"]);
    expect([late, whole].map((one) => lookOf(one, false))).toEqual(["flow", "flow"]);
    expect(lookOf(heard, true)).toBe("cut");
    expect(lookOf({ ...heard, ended: "patience" }, false)).toBe("held");
  });
  test("an end", () => {
    expect(endOf({ ...heard, ended: "whole", end: 12.34 })).toBe("ends properly at 12 s");
  });
});
