import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import type { Resemblance } from "../model/reading";
import { packedWords, unpackedWords } from "./packed-words";

/** What the words of solved incidents may weigh on their way to a page, zipped. */
const MOST = 60_000;

const back = (known: Resemblance) => unpackedWords(packedWords(known));

test("each word comes out as it went in, and all of them weigh less than they may", async () => {
  const words = await readingsOf(loadContent("content")).words();
  expect(Object.keys(words.terms).length).toBeGreaterThan(1_000);
  expect(back(words)).toEqual(words);
  expect(gzipSync(packedWords(words)).length).toBeLessThan(MOST);
});

test.each([
  ["no word", {}],
  ["a word that weighs nothing for a cause", { a: [0, -32] }],
  [
    "words that begin alike, and numbers",
    { "504": [9, 0, 0, 820], tim: [3, 48], time: [3, 0], "time out": [4, 0] },
  ],
  ["causes in their order", { one: [1, 0, 0, -48, 1, 72], two: [2, 0, 1, -820] }],
  [
    "words far from one that weighs something",
    Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`w${String(at)}`, at % 161 === 0 ? [5, 0, 1, 32] : [5, 0]]),
    ),
  ],
])("%s", (_, terms) => {
  const known: Resemblance = { causes: ["full", "slow"], terms };
  expect(back(known)).toEqual(known);
});
