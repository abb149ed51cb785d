import { describe, expect, test } from "vitest";
import type { Script } from "../../../lib/content/proof-schema";
import type { Sign } from "../../../lib/trace/sign-schema";
import { shows, type Recording } from "../../../lib/trace/signs";
import { kept, recordingOf } from "./keep";

const MODEL: Script[] = [{ tokens: 3, every: 0.1, first: 0.1, hold: 0, end: "stop", gzip: false }];

const recording = (more: Partial<Recording>): Recording => ({
  calls: [],
  called: [],
  requests: [],
  exit: null,
  log: "",
  printed: "",
  files: {},
  model: { first: 0, last: 0.3, words: 3, text: "a00z a01z a02z " },
  ...more,
});

/** What is kept of a run, and what its sign shows on it. */
function keptOf(sign: Sign, more: Partial<Recording>) {
  const run = kept(recording(more), [sign], MODEL);
  return { run, shown: shows(sign, recordingOf(run, MODEL)) };
}

describe("lines of a log", () => {
  const log = `${"x".repeat(400)} upstream timed out ${"y".repeat(400)}\nall is well\nupstream timed out\n`;
  test("only those that a sign speaks of are kept, cut short around its text", () => {
    const { run, shown } = keptOf({ sign: "log", text: "upstream timed out" }, { log });
    expect(run.log.map(([line]) => line)).toEqual([
      `${"x".repeat(99)} upstream timed out ${"y".repeat(121)}`,
      "upstream timed out",
    ]);
    expect(shown).toBe(true);
  });
  test("the same line is kept once, with how often it stood there", () => {
    const { run, shown } = keptOf({ sign: "log", text: "again", lines: 3 }, { log: "again\nagain\nagain\n" });
    expect(run.log).toEqual([["again", 3, 0]]);
    expect(shown).toBe(true);
  });
  test("a text of two lines is kept as both", () => {
    const sign: Sign = { sign: "prints", text: "waited\n24 words" };
    const printed = "waited\n24 words were made\nall is well\n";
    expect(keptOf(sign, { log: printed, printed }).shown).toBe(true);
    expect(keptOf(sign, { log: "24 words\nwaited\n", printed: "24 words\nwaited\n" }).shown).toBe(false);
  });
  test("what a program printed is told from what others wrote", () => {
    const both = { log: "ready\nready\n", printed: "ready\n" };
    expect(keptOf({ sign: "prints", text: "ready" }, both).run.log).toEqual([["ready", 2, 1]]);
    expect(keptOf({ sign: "prints", text: "ready" }, { log: "ready\n" }).shown).toBe(false);
  });
});

test("a long request is kept around what is looked for", () => {
  const sign: Sign = { sign: "asked", text: "lab-tool" };
  const { run, shown } = keptOf(sign, {
    requests: [`${"x".repeat(9_000)}lab-tool${"y".repeat(9_000)}`, "short"],
  });
  expect(shown).toBe(true);
  expect(run.requests?.map(({ length }) => length)).toEqual([500 + 5 + 208 + 5 + 500, 5]);
  expect(keptOf(sign, { requests: ["x".repeat(9_000)] }).shown).toBe(false);
});

test("of a file only what is looked for is kept", () => {
  const files = { "chat.db": "\u0000\u0001lab answer\u0002" };
  const found = keptOf({ sign: "file", name: "chat.db", text: "lab answer" }, { files });
  expect(found.run.files).toEqual({ "chat.db": ["lab answer"] });
  expect(found.shown).toBe(true);
  expect(keptOf({ sign: "file", name: "chat.db", text: "no answer" }, { files }).shown).toBe(false);
});
