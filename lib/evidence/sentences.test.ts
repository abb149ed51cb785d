import { expect, it } from "vitest";
import { linesOf } from "./lines";
import { sentencesOf } from "./sentences";

const sentences = (text: string): [number, string][] =>
  sentencesOf(linesOf(text)).map(({ number, text: own }) => [number, own.trim()]);

it.each<[string, string, [number, string][]]>([
  [
    "two on a line",
    "It hangs. Then it dies.",
    [
      [1, "It hangs."],
      [1, "Then it dies."],
    ],
  ],
  ["one over two lines", "It hangs for a\nminute and dies.", [[1, "It hangs for a minute and dies."]]],
  [
    "one on each line",
    "It hangs.\nThen it dies.",
    [
      [1, "It hangs."],
      [2, "Then it dies."],
    ],
  ],
  [
    "items of a list",
    "- it hangs\n- it dies",
    [
      [1, "- it hangs"],
      [2, "- it dies"],
    ],
  ],
  [
    "a blank line between",
    "It hangs\n\nit dies",
    [
      [1, "It hangs"],
      [3, "it dies"],
    ],
  ],
  ["a version is no end", "We use 0.3.1 of it and wait.", [[1, "We use 0.3.1 of it and wait."]]],
])("%s", (_, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});
