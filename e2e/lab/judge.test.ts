import { describe, expect, test } from "vitest";
import type { Heard, Sign } from "../../lib/content/proof-schema";
import { broken, holdsSwapped, shows, type Run } from "./judge";
import { word } from "./model/words";

const WORDS = 4;
const text = (from: number, to: number, caller = "a") =>
  Array.from({ length: to - from }, (_, at) => `${word(from + at, caller)} `).join("");

function heard(more: Partial<Heard>): Heard {
  return {
    path: "/stream",
    at: 0,
    status: 200,
    headers: {},
    chunks: [],
    end: 4,
    ended: "whole",
    error: null,
    ...more,
  };
}

/** A run of a model that says four words at 1, 2, 3 and 4 s. */
function run(
  calls: readonly { heard: Partial<Heard>; text?: string; caller?: string }[],
  more: Partial<Run> = {},
): Run {
  const whole = calls.map((call) => ({
    heard: heard(call.heard),
    text: call.text ?? "",
    caller: call.caller ?? "a",
  }));
  return {
    calls: whole,
    side: { heard: whole.map((call) => call.heard), called: [], log: [], exit: null },
    log: "",
    printed: "",
    files: {},
    model: { first: 0, last: 4, words: WORDS, text: text(0, WORDS) },
    ...more,
  };
}

const streaming = run([
  {
    heard: {
      chunks: [
        [1, 5, 1, false],
        [2, 5, 1, false],
        [3, 5, 1, false],
        [4, 5, 1, false],
      ],
    },
    text: text(0, WORDS),
  },
]);
const held = run([{ heard: { chunks: [[4, 20, 4, false]] }, text: text(0, WORDS) }]);
const cut = run([{ heard: { ended: "cut", end: 3.1, chunks: [[1, 5, 1, false]] }, text: text(0, 1) }]);
const tailless = run([
  {
    heard: {
      chunks: [
        [1, 5, 1, false],
        [2, 5, 1, false],
      ],
      end: 2,
    },
    text: text(0, 2),
  },
]);
const silent = run([{ heard: { ended: "patience", end: 9 } }]);
const ofAll = { streaming, held, cut, tailless, silent };

describe("signs", () => {
  test.each<[Sign, (keyof typeof ofAll)[]]>([
    [{ sign: "streams", ask: 0 }, ["streaming"]],
    [{ sign: "held", ask: 0 }, ["held"]],
    [{ sign: "one-piece", ask: 0 }, ["held"]],
    [{ sign: "whole", ask: 0 }, ["streaming", "held"]],
    [{ sign: "cut", ask: 0 }, ["cut"]],
    [{ sign: "tail-missing", ask: 0 }, ["tailless"]],
    [{ sign: "no-answer", ask: 0 }, ["silent"]],
    [{ sign: "hangs", ask: 0 }, ["silent"]],
    [
      { sign: "ends-at", ask: 0, limit: 2, of: "silence" },
      ["cut", "tailless"].slice(0, 1) as (keyof typeof ofAll)[],
    ],
    [{ sign: "ends-at", ask: 0, limit: 3, of: "start" }, ["streaming", "held", "cut"]],
    [{ sign: "status", ask: 0, is: 200 }, ["streaming", "held", "cut", "tailless", "silent"]],
    [{ sign: "has", ask: 0, text: word(3, "a") }, ["streaming", "held"]],
  ])("%o is shown by %o and by no other", (sign, by) => {
    expect(
      Object.entries(ofAll)
        .filter(([, one]) => shows(sign, one))
        .map(([name]) => name),
    ).toEqual(by);
  });

  test("so many lines of a log", () => {
    const logged = run([{ heard: {} }], { log: "warning: a\ninfo\nwarning: b\n" });
    expect(
      [undefined, 2, 3].map((lines) =>
        shows({ sign: "log", text: "warning", ...(lines ? { lines } : {}) }, logged),
      ),
    ).toEqual([true, true, false]);
  });

  test("words that come twice, and words of another caller", () => {
    expect(shows({ sign: "doubled", ask: 0 }, run([{ heard: {}, text: text(0, 2) + text(0, 2) }]))).toBe(
      true,
    );
    expect(shows({ sign: "doubled", ask: 0 }, streaming)).toBe(false);
    const two = run([
      { heard: {}, text: text(0, 2) + text(0, 1, "b") },
      { heard: {}, text: text(0, 1, "b"), caller: "b" },
    ]);
    expect(shows({ sign: "mixed", ask: 0 }, two)).toBe(true);
    expect(shows({ sign: "mixed", ask: 1 }, two)).toBe(false);
  });

  test("a second question that waits for the first, and one that does not", () => {
    const with2nd = (end: number) =>
      run([{ heard: { end: 4 } }, { heard: { at: 1, end, chunks: [[end, 2, 0, false]], path: "/health" } }]);
    expect([with2nd(0.1), with2nd(3)].map((one) => shows({ sign: "waits", ask: 1, for: 0 }, one))).toEqual([
      false,
      true,
    ]);
    expect([with2nd(0.1), with2nd(3)].map((one) => shows({ sign: "prompt", ask: 1, for: 0 }, one))).toEqual([
      true,
      false,
    ]);
  });

  test("the model's side of a run", () => {
    const asked = (stream: boolean, ended: "whole" | "caller-left" | "open") => ({
      ...streaming,
      side: {
        ...streaming.side,
        called: [{ at: 0, path: "/v1/chat/completions", stream, words: 4, end: 4, ended }],
      },
    });
    expect(shows({ sign: "upstream", is: "never-asked" }, streaming)).toBe(true);
    expect(shows({ sign: "upstream", is: "not-streamed" }, asked(false, "whole"))).toBe(true);
    expect(shows({ sign: "upstream", is: "not-streamed" }, asked(true, "whole"))).toBe(false);
    expect(shows({ sign: "upstream", is: "closed" }, asked(true, "caller-left"))).toBe(true);
    expect(shows({ sign: "upstream", is: "left-open" }, asked(true, "open"))).toBe(true);
  });

  test("what a reader of event streams joins", () => {
    const ran = (body: string) =>
      run([{ heard: {}, text: body }], { model: { first: 0, last: 4, words: 2, text: "a00z\na01z" } });
    const [whole, torn] = [ran('data: "a00z\\na01z"\n\n'), ran("data: a00z\na01z\n\n")];
    expect([whole, torn].map((one) => shows({ sign: "exact", ask: 0 }, one))).toEqual([true, false]);
    expect([whole, torn].map((one) => shows({ sign: "drops", ask: 0, text: "\n" }, one))).toEqual([
      false,
      true,
    ]);
  });

  test("the caller's own error, and a file that the program leaves", () => {
    const ran = run([{ heard: { error: "TypeError: network error" } }], {
      files: { "chat.db": "SQLite a03z" },
    });
    expect([ran, streaming].map((one) => shows({ sign: "error", ask: 0, text: "TypeError" }, one))).toEqual([
      true,
      false,
    ]);
    expect(["chat.db", "other.db"].map((name) => shows({ sign: "file", name, text: "a03z" }, ran))).toEqual([
      true,
      false,
    ]);
  });

  test("a claim that speaks of a question that was not asked is the author's mistake", () => {
    expect(() => shows({ sign: "cut", ask: 3 }, cut)).toThrow(/question 3, and there are 1/);
  });
});

describe("claims", () => {
  const claim = { shows: [{ sign: "held", ask: 0 }], gives: [{ sign: "streams", ask: 0 }] } satisfies {
    shows: Sign[];
    gives: Sign[];
  };

  test("holds when each side shows its own signs and not the other's", () => {
    expect(broken(claim, held, streaming)).toEqual([]);
    expect(holdsSwapped(claim, held, streaming)).toEqual([]);
  });

  test("fails for both sides alike, for neither, and the other way round", () => {
    expect(broken(claim, streaming, streaming)).toHaveLength(2);
    expect(broken(claim, held, held)).toHaveLength(2);
    expect(broken(claim, streaming, held)).toHaveLength(4);
    expect(holdsSwapped(claim, streaming, held)).toHaveLength(2);
  });
});
