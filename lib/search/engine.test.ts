import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyEngine, engineOf } from "./engine";
import { stretchesOf } from "./line";
import type { Entry } from "./types";
import { fileOf, headFrom, recordOf, recordOn } from "./wire";

const entry = (href: string, kind: Entry["kind"], title: string, more: Partial<Entry> = {}): Entry => ({
  href,
  kind,
  title,
  place: "Proxy",
  names: "",
  errors: [],
  text: "",
  ...more,
});
const ENTRIES = [
  entry("/causes/quiet/", "cause", "The relay closes after a silence", {
    text: "Nothing is sent for a while. The relay gives up on the upstream.",
  }),
  entry("/causes/quiet/#see", "error", "The relay closes after a silence", {
    errors: ["upstream timed out while reading response header", "504 Gateway Time-out"],
  }),
  entry("/limits/#relay-read", "limit", "relay: read_timeout", {
    names: "relay read_timeout 60 s",
    text: "60 s: Between two reads. The stream stops.",
  }),
  entry("/causes/whole/", "cause", "The answer comes all at once", {
    text: "The relay buffers the whole answer.",
  }),
  entry("/relays/", "page", "Relays"),
  entry("/guides/x/#heartbeat", "guide", "Send a heartbeat", {
    text: "Send a comment every fifteen seconds. It resets the clock of each relay.",
  }),
];
const engine = engineOf(ENTRIES, [
  ["hangs", "silence"],
  ["at once", "buffers"],
]);
const hrefs = (query: string) => engine.search(query).map(({ entry: { href } }) => href);

describe("the engine", () => {
  test.each([
    ["a setting", "read_timeout", "/limits/#relay-read"],
    ["a setting with another mark", "--read-timeout", "/limits/#relay-read"],
    ["a number of seconds", "60s", "/limits/#relay-read"],
    ["a typo", "heartbaet", "/guides/x/#heartbeat"],
    ["a word that is not finished", "heartb", "/guides/x/#heartbeat"],
    [
      "a line of a log",
      "2026-01-01 10:00:00 [error] 7#7: *12 upstream timed out (110) while reading response header, client: 10.0.0.1",
      "/causes/quiet/#see",
    ],
    ["other words for it", "hangs", "/causes/quiet/"],
    ["the very title", "the answer comes all at once", "/causes/whole/"],
    ["a title that other titles begin with", "relays", "/relays/"],
  ])("finds by %s", (_, query, first) => {
    expect(hrefs(query)[0]).toBe(first);
  });

  test("shows the sentence that matches, with the words that matched", () => {
    const [hit] = engine.search("comment clock");
    expect(hit?.line).toBe("Send a comment every fifteen seconds.");
    expect(stretchesOf(hit!.line, hit!.matched)).toEqual([
      { text: "Send a ", hit: false },
      { text: "comment", hit: true },
      { text: " every fifteen seconds.", hit: false },
    ]);
  });

  test.each(["", "   ", "the and of", "\u0000\u0001", "日本語", "/srv/app/main.py 10.0.0.1", "zzqqxxv"])(
    "finds nothing for %j",
    (query) => {
      expect(hrefs(query)).toEqual([]);
    },
  );

  test("answers any text, and the same each time", () => {
    const words = fc.constantFrom(
      "relay",
      "timeout",
      "the",
      "upstream",
      "60s",
      "<b>",
      "heartbeat",
      "\n",
      "0x12ab",
      "'",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary-ascii", maxLength: 300 }),
      fc.array(fc.nat(0xffff), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes)),
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const hits = engine.search(text);
        const shown = () =>
          engine
            .search(text)
            .map(({ entry: { href }, score, line }) => `${href} ${score} ${line}`)
            .join("\n");
        const whole = hits.every(({ line, matched }) =>
          line.includes(
            stretchesOf(line, matched)
              .map(({ text: own }) => own)
              .join("")
              .replace(/^… | …$/g, ""),
          ),
        );
        return hits.length <= 10 && whole && shown() === shown();
      }),
    );
  });

  test("answers with what was added so far, and in the end as if all had been there from the start", () => {
    const growing = emptyEngine([]);
    growing.add(ENTRIES[0]!);
    expect(growing.search("heartbeat")).toEqual([]);
    for (const one of ENTRIES.slice(1)) growing.add(one);
    const whole = engineOf(ENTRIES);
    for (const query of ["read_timeout", "comment", "the relay buffers the answer"])
      expect(growing.search(query)).toEqual(whole.search(query));
  });
});

test("a long line is cut around its first match, and nothing of it is lost or changed", () => {
  const line = `${"before ".repeat(60)}needle ${"after ".repeat(60)}`.trim();
  const stretches = stretchesOf(line, new Set(["needl"]));
  expect(stretches.map(({ text }) => text).join("").length).toBeLessThan(260);
  expect(stretches.find(({ hit }) => hit)?.text).toBe("needle");
  const html = "<img src=x onerror=alert(1)> needle";
  expect(
    stretchesOf(html, new Set(["needl"]))
      .map(({ text }) => text)
      .join(""),
  ).toBe(html);
});

test("the index comes out of its files as it went in", () => {
  const lines = fileOf(ENTRIES.map(recordOf)).split("\n");
  const heads = lines
    .map(recordOn)
    .filter((record) => record !== undefined)
    .map(headFrom);
  expect(heads).toEqual(ENTRIES.map(({ text: _, ...head }) => head));
  expect(() => recordOn('[1,"/a')).toThrow();
  expect(() => recordOn("<!doctype html>")).toThrow();
});
