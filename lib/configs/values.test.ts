import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VALUE_NAMES } from "../model/shown";
import { problemOf, VALUES, written, type ValueSpec } from "./values";

const spec = (name: ValueSpec["name"]) => VALUES.find((value) => value.name === name)!;

const INJECTIONS = [
  `'`,
  `"`,
  "`id`",
  ";",
  "; rm -rf /",
  "$(id)",
  "${HOME}",
  "$HOME",
  "a b",
  "\t",
  "\n",
  "\r\n",
  "/x\nevil on;",
  "{",
  "}",
  "{}",
  "{{ x }}",
  "<script>",
  "&",
  "&&",
  "|",
  ">",
  "#",
  "\\",
  "%0a",
  "%",
  "*",
  "?",
  "!",
  "(",
  ")",
  "[",
  "]",
  "@",
  ",",
  "=",
  "..%2f",
  "\u0000",
  "\u2028",
  "ä",
  "１２",
  "${jndi:x}",
  "<%= x %>",
  "/a;b",
  "/a'b",
  '/a"b',
];

describe("nothing that means something in a config or a shell gets through", () => {
  const kinds: [ValueSpec["name"], (bad: string) => string][] = [
    ["path", (bad) => `/stream${bad}`],
    ["path", (bad) => `${bad}/stream`],
    ["upstream", (bad) => `app${bad}:8000`],
    ["upstream", (bad) => `app:8000${bad}`],
    ["longest-silence", (bad) => `300${bad}`],
    ["longest-stream", (bad) => `${bad}900`],
    ["heartbeat", (bad) => `1${bad}5`],
  ];
  test.each(kinds)("%s", (name, around) => {
    expect(INJECTIONS.filter((bad) => problemOf(spec(name), around(bad)) === null)).toEqual([]);
  });

  test("whatever is accepted is made of harmless characters only", () => {
    const hostile = fc.string({ unit: fc.constantFrom(..."/a0.:-~_ ;'\"$(){}\\\n\r\t`&|<>#%\u0000é") });
    fc.assert(
      fc.property(fc.constantFrom(...VALUES), hostile, (value, text) => {
        if (text !== "" && problemOf(value, text) === null) expect(text).toMatch(/^[A-Za-z0-9._~/:-]+$/);
      }),
      { seed: 7, numRuns: 5_000 },
    );
  });
});

describe("values that can be used", () => {
  test.each<[ValueSpec["name"], string, boolean]>([
    ["path", "/", true],
    ["path", "/v1/chat/stream", true],
    ["path", "/a.b_c~d-e", true],
    ["path", "stream", false],
    ["path", "//evil.example", false],
    ["path", "/a//b", false],
    ["path", `/${"a".repeat(120)}`, true],
    ["path", `/${"a".repeat(121)}`, false],
    ["upstream", "127.0.0.1:8000", true],
    ["upstream", "app.default.svc:80", true],
    ["upstream", "a:1", true],
    ["upstream", "app", false],
    ["upstream", "app:0", false],
    ["upstream", "app:65535", true],
    ["upstream", "app:65536", false],
    ["upstream", "http://app:80", false],
    ["upstream", "-app:80", false],
    ["upstream", "app:080", false],
    ["upstream", ":80", false],
    ["longest-silence", "300", true],
    ["longest-silence", "0", false],
    ["longest-silence", "-5", false],
    ["longest-silence", "1.5", false],
    ["longest-silence", "86400", true],
    ["longest-silence", "86401", false],
    ["longest-silence", "300s", false],
    ["heartbeat", "015", false],
    ["longest-stream", "1e3", false],
  ])("%s “%s”: %s", (name, text, usable) => expect(problemOf(spec(name), text) === null).toBe(usable));

  test("nothing typed is no mistake, and a mistake is told in one sentence", () => {
    for (const value of VALUES) {
      expect(problemOf(value, "")).toBeNull();
      expect(problemOf(value, value.example)).toBeNull();
      expect(problemOf(value, "$(id)")).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("each value that a config may name can be typed", () =>
    expect(VALUES.map(({ name }) => name).sort()).toEqual([...VALUE_NAMES].sort()));
});

describe("units", () => {
  test.each<[string, string | undefined, string]>([
    ["300", undefined, "300"],
    ["300", "s", "300"],
    ["300", "ms", "300000"],
    ["300", "min", "5"],
    ["301", "min", "6"],
    ["1", "min", "1"],
    ["10.0.0.5:8000", "host", "10.0.0.5"],
    ["10.0.0.5:8000", "port", "8000"],
    ["10.0.0.5:8000", "host-port", "10.0.0.5:8000"],
    ["/stream", "path", "/stream"],
  ])("%s as %s is %s", (value, unit, text) => expect(written(value, unit)).toBe(text));
});
