import { describe, expect, test } from "vitest";
import type { Called, Heard } from "./recording-schema";
import type { Sign } from "./sign-schema";
import { inWords, shows, type Recording } from "./signs";
import { word } from "./words";

const WORDS = 4;
const text = (from: number, to: number, caller = "a") =>
  Array.from({ length: to - from }, (_, index) => `${word(from + index, caller)} `).join("");

function heard(more: Partial<Heard>): Heard {
  return {
    path: "/stream",
    asked: 0,
    status: 200,
    headers: {},
    arrivals: [],
    end: 4,
    ended: "whole",
    error: null,
    ...more,
  };
}

/** An arrival of so many words at a second. */
const arrival = (at: number, words: number) => ({ at, bytes: 5 * words, words, comment: false });

/** A recording of a model that says four words at 1, 2, 3 and 4 s. */
function recorded(
  calls: readonly { heard: Partial<Heard>; text?: string; caller?: string }[],
  more: Partial<Recording> = {},
): Recording {
  return {
    calls: calls.map((call) => ({
      heard: heard(call.heard),
      text: call.text ?? "",
      caller: call.caller ?? "a",
    })),
    called: [],
    requests: [],
    exit: null,
    log: "",
    printed: "",
    files: {},
    model: { first: 0, last: 4, words: WORDS, text: text(0, WORDS) },
    ...more,
  };
}

const streaming = recorded([
  { heard: { arrivals: [1, 2, 3, 4].map((at) => arrival(at, 1)) }, text: text(0, WORDS) },
]);
const held = recorded([{ heard: { arrivals: [arrival(4, WORDS)] }, text: text(0, WORDS) }]);
const lumped = recorded([
  { heard: { arrivals: [arrival(4, 0), arrival(4.1, WORDS)] }, text: text(0, WORDS) },
]);
const cut = recorded([{ heard: { ended: "cut", end: 3.1, arrivals: [arrival(1, 1)] }, text: text(0, 1) }]);
const tailless = recorded([
  { heard: { arrivals: [arrival(1, 1), arrival(2, 1)], end: 2 }, text: text(0, 2) },
]);
const silent = recorded([{ heard: { ended: "patience", end: 9 } }]);
const ofAll = { streaming, held, lumped, cut, tailless, silent };

describe("signs", () => {
  test.each<{ sign: Sign; by: (keyof typeof ofAll)[] }>([
    { sign: { sign: "streams", ask: 0 }, by: ["streaming"] },
    { sign: { sign: "each", ask: 0 }, by: ["streaming"] },
    { sign: { sign: "held", ask: 0 }, by: ["held", "lumped"] },
    { sign: { sign: "one-arrival", ask: 0 }, by: ["held", "lumped"] },
    { sign: { sign: "lumps", ask: 0 }, by: ["held", "lumped", "cut"] },
    { sign: { sign: "whole", ask: 0 }, by: ["streaming", "held", "lumped"] },
    { sign: { sign: "cut", ask: 0 }, by: ["cut"] },
    { sign: { sign: "tail-missing", ask: 0 }, by: ["tailless"] },
    { sign: { sign: "no-answer", ask: 0 }, by: ["silent"] },
    { sign: { sign: "hangs", ask: 0 }, by: ["silent"] },
    { sign: { sign: "ends-at", ask: 0, limit: 2, of: "silence" }, by: ["cut"] },
    { sign: { sign: "ends-at", ask: 0, limit: 3, of: "start" }, by: ["streaming", "held", "lumped", "cut"] },
    { sign: { sign: "has", ask: 0, text: word(3, "a") }, by: ["streaming", "held", "lumped"] },
  ])("$sign is shown by $by and by no other", ({ sign, by }) => {
    expect(
      Object.entries(ofAll)
        .filter(([, one]) => shows(sign, one))
        .map(([name]) => name),
    ).toEqual(by);
  });

  test("status, header and comment lines", () => {
    const [fine, other] = [
      recorded([
        {
          heard: {
            headers: { "content-type": "text/event-stream; charset=utf-8" },
            arrivals: [{ at: 1, bytes: 9, words: 0, comment: true }],
          },
        },
      ]),
      recorded([{ heard: { status: 502 } }]),
    ];
    const told = (sign: Sign) => [fine, other].map((one) => shows(sign, one));
    expect(told({ sign: "status", ask: 0, is: 200 })).toEqual([true, false]);
    expect(told({ sign: "header", ask: 0, name: "content-type", is: "text/event-stream" })).toEqual([
      true,
      false,
    ]);
    expect(told({ sign: "comment", ask: 0 })).toEqual([true, false]);
  });
});

describe("signs of logs and texts", () => {
  test.each([
    [{}, true],
    [{ lines: 2 }, true],
    [{ lines: 3 }, false],
    [{ most: 2 }, true],
    [{ most: 1 }, false],
    [{ lines: 2, most: 2 }, true],
    [{ lines: 1, most: 1 }, false],
  ])("of two lines of a log, %j is %s", (bounds, shown) => {
    const logged = recorded([{ heard: {} }], { log: "warning: a\ninfo\nwarning: b\n" });
    expect(shows({ sign: "log", text: "warning", ...bounds }, logged)).toBe(shown);
  });

  test("a log without such a line is one with none at most, and no other", () => {
    const told = (bounds: { lines?: number; most?: number }) =>
      shows({ sign: "log", text: "warning", ...bounds }, streaming);
    expect([{}, { most: 0 }, { most: 3 }, { lines: 1, most: 3 }].map(told)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test.each([
    ["a00z\n\nevent: done\ndata: {}\n\n", true],
    ["a00z, and then event: done", true],
    ["a00z\n\n", false],
    ["event: done\ndata: {}\n\na00z\n\n", false],
    ["a00z\n\nevent: done\ndata: {}\n\nevent: error\ndata: {}\n\n", false],
    ["a00z\r\n\r\nevent: done\r\ndata: {}\r\n\r\nevent: more\r\n\r\n", false],
    ["event: done\ndata: {}\n\na00z\n\nevent: done\ndata: {}\n\n", false],
  ])("the end mark of %j is its last event, and the only one: %s", (body, last) => {
    const ran = recorded([{ heard: {}, text: body }]);
    expect(shows({ sign: "last", ask: 0, text: "event: done" }, ran)).toBe(last);
  });

  test("a text that an answer has or lacks", () => {
    const of = (sign: "has" | "lacks", text: string) => shows({ sign, ask: 0, text }, streaming);
    expect([of("has", word(1, "a")), of("lacks", word(1, "a"))]).toEqual([true, false]);
    expect([of("has", "event: done"), of("lacks", "event: done")]).toEqual([false, true]);
  });

  test("words that come twice, and words of another caller", () => {
    expect(shows({ sign: "doubled", ask: 0 }, recorded([{ heard: {}, text: text(0, 2) + text(0, 2) }]))).toBe(
      true,
    );
    expect(shows({ sign: "doubled", ask: 0 }, streaming)).toBe(false);
    const two = recorded([
      { heard: {}, text: text(0, 2) + text(0, 1, "b") },
      { heard: {}, text: text(0, 1, "b"), caller: "b" },
    ]);
    expect(shows({ sign: "mixed", ask: 0 }, two)).toBe(true);
    expect(shows({ sign: "mixed", ask: 1 }, two)).toBe(false);
  });
});

describe("signs of several questions, of the program and of the model", () => {
  test("a second question that waits for the first, and one that does not", () => {
    const with2nd = (end: number) =>
      recorded([
        { heard: { end: 4 } },
        { heard: { asked: 1, end, arrivals: [arrival(end, 0)], path: "/health" } },
      ]);
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
    const asked = (stream: boolean, ended: Called["ended"]): Recording => ({
      ...streaming,
      called: [{ asked: 0, path: "/v1/chat/completions", stream, words: 4, end: 4, ended }],
    });
    expect(shows({ sign: "upstream", is: "never-asked" }, streaming)).toBe(true);
    expect(shows({ sign: "upstream", is: "not-streamed" }, asked(false, "whole"))).toBe(true);
    expect(shows({ sign: "upstream", is: "not-streamed" }, asked(true, "whole"))).toBe(false);
    expect(shows({ sign: "upstream", is: "closed" }, asked(true, "caller-left"))).toBe(true);
    expect(shows({ sign: "upstream", is: "closed" }, asked(true, "open"))).toBe(false);
    expect(shows({ sign: "upstream", is: "left-open" }, asked(true, "open"))).toBe(true);
    expect([0, 1].map((is) => shows({ sign: "calls", is }, asked(true, "whole")))).toEqual([false, true]);
    const told = { ...asked(true, "whole"), requests: ['{"messages":[{"content":"rivers"}]}'] };
    expect(["rivers", "lakes"].map((one) => shows({ sign: "asked", text: one }, told))).toEqual([
      true,
      false,
    ]);
  });

  test("what the program printed, and how it ended", () => {
    const ended = recorded([], { printed: "ReadTimeout", exit: 1 });
    expect(["ReadTimeout", "KeyError"].map((one) => shows({ sign: "prints", text: one }, ended))).toEqual([
      true,
      false,
    ]);
    expect([0, 1].map((code) => shows({ sign: "exits", code }, ended))).toEqual([false, true]);
  });

  test("what a reader of event streams joins", () => {
    const ran = (body: string) =>
      recorded([{ heard: {}, text: body }], { model: { first: 0, last: 4, words: 2, text: "a00z\na01z" } });
    const [whole, torn] = [ran('data: "a00z\\na01z"\n\n'), ran("data: a00z\na01z\n\n")];
    expect([whole, torn].map((one) => shows({ sign: "exact", ask: 0 }, one))).toEqual([true, false]);
    expect([whole, torn].map((one) => shows({ sign: "drops", ask: 0, text: "\n" }, one))).toEqual([
      false,
      true,
    ]);
  });

  test("the caller's own error, and a file that the program leaves", () => {
    const ran = recorded([{ heard: { error: "TypeError: network error" } }], {
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

  test("a sign in words, as a claim has it", () => {
    expect(inWords({ sign: "held", ask: 0 })).toBe("held");
    expect(inWords({ sign: "ends-at", ask: 1, limit: 2, of: "start" })).toBe(
      'ends-at ask 1 limit 2 of "start"',
    );
  });
});
