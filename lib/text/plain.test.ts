import { expect, test } from "vitest";
import { plain } from "./plain";

test.each([
  ["A **bold** word and `code`", "A bold word and code"],
  ["[words](/causes/x/) stay", "words stay"],
  ["- one\n- two\n\n1. three", "one two three"],
  ['before\n\n<Pair id="a/b" />\n\nafter', "before after"],
  ["### A heading\n\ntext", "A heading text"],
  ["| a | b |\n| --- | :-- |\n| 1 | 2 |", "a b 1 2"],
  ["```sh\ncurl -N x\n```", "curl -N x"],
])("%j", (markdown, words) => {
  expect(plain(markdown)).toBe(words);
});
