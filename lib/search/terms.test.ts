import fc from "fast-check";
import { expect, test } from "vitest";
import { denoised } from "../text/noise";
import { terms, wordsOf } from "./terms";

test("identifiers count whole and in parts, durations in seconds, words by their stem", () => {
  expect(terms("proxy_read_timeout")).toEqual(["proxyreadtimeout", "proxy", "read", "timeout"]);
  expect(terms("StreamChunkTimeoutError")).toEqual(
    expect.arrayContaining(["stream", "chunk", "timeout", "error"]),
  );
  expect(terms("60 seconds")).toEqual(["60s"]);
  expect(terms("2 minutes")).toEqual(terms("120s"));
  expect(terms("streams streamed streaming")).toEqual(["stream", "stream", "stream"]);
  expect(terms("1 kB")).not.toContain("b");
});

test("any text has terms, the same each time, and words where they stand", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary-ascii", maxLength: 400 }),
        fc.array(fc.nat(0xffff), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes)),
      ),
      (text) => {
        const found = terms(denoised(text));
        return (
          found.every((term) => term !== "" && !/\s/.test(term)) &&
          found.join() === terms(denoised(text)).join() &&
          wordsOf(text).every(({ at, word }) => text.slice(at, at + word.length) === word)
        );
      },
    ),
  );
});

test.each([
  ["spaces", " ".repeat(100_000)],
  ["line ends", "\n".repeat(100_000)],
  ["one word", "A".repeat(100_000)],
  ["one frame that never ends", `at ${"x:1".repeat(33_000)}`],
  ["slashes", "/a".repeat(50_000)],
  ["digits", "1".repeat(100_000)],
  ["dots", "1.".repeat(50_000)],
  ["signs", "~".repeat(99_999) + "x"],
  ["underlines", `a${"_".repeat(100_000)}`],
  ["quotes", 'File "'.repeat(16_000)],
  ["letters of a number", "0x".repeat(50_000)],
  ["tabs and words", "\tat x:1".repeat(14_000)],
])("a hundred thousand characters take no time: %s", (_, text) => {
  // The best of three: a machine that is busy with something else says nothing.
  const took = [1, 2, 3].map(() => {
    const start = performance.now();
    terms(denoised(text));
    return performance.now() - start;
  });
  expect(Math.min(...took)).toBeLessThan(500);
});
