import { expect, test } from "vitest";
import { redact } from "../text/redact/redact";
import { termsOf } from "./terms";

const lines = (text: string) => text.split("\n").map((line, at) => ({ number: at + 1, text: line }));
const terms = (text: string) => [...termsOf(lines(text)).keys()];

test.each([
  ["words lose their endings, so that forms of one count as one", "streams streamed", "stream"],
  ["names are taken whole", "raise httpx.ReadTimeout", "httpx.readtimeout"],
  ["and in their parts", "raise httpx.ReadTimeout", "readtimeout"],
  ["codes of three digits", "status 504 from upstream", "504"],
  ["two words that stand together", "connection reset by peer", "connection reset"],
])("%s", (_, text, term) => {
  expect(terms(text)).toContain(term);
});

test.each([
  ["an address", "see https://example.com/secret-path for it", /secret|example/],
  ["a mail address", "write to jane@corp.example", /jane/],
  ["a number that is no code", "took 12345 ms, 0.504 s", /^\d/],
])("%s is no word", (_, text, left) => {
  expect(terms(text).filter((term) => left.test(term))).toEqual([]);
});

test("each term stands at its first line", () => {
  expect(termsOf(lines("a timeout\nthe timeout")).get("timeout")).toBe(1);
});

test("what redaction takes out says nothing: the words are the same before and after", () => {
  const text =
    "10.0.0.7 asked api.internal.corp.example with Bearer abcdefghijklmnop123456 and got a timeout";
  expect(terms(redact(text).text)).toEqual(terms(text));
});
