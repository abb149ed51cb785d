import { describe, expect, test } from "vitest";
import { line, sentenceWords, type Words } from "./markdown";
import { wordsOf } from "./words";

describe("the words of a text in Markdown", () => {
  test.each<[string, Words]>([
    ["plain words", ["plain words"]],
    ["set `a_b` now", ["set ", { code: "a_b" }, " now"]],
    ["**Way around:** none", [{ strong: "Way around:" }, " none"]],
    ["**`a` b**", [{ strong: "a b" }]],
    ["*so* and ~~not~~", ["so", " and ", "not"]],
    ["[the `docs`](/limits/#a)", [{ link: "the docs", href: "/limits/#a" }]],
    ["see https://x.example/a.", ["see ", { link: "https://x.example/a", href: "https://x.example/a" }, "."]],
    ["a<br>b &amp; c", ["a", "<br>", "b & c"]],
    ["", []],
  ])("%j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("what it says survives: as Markdown again it is the same", () => {
    for (const text of [
      "Set `proxy_read_timeout 60s;`, see [the docs](https://x.example/).",
      "a * b, 2_000 < 3",
    ])
      expect(line(wordsOf(text)).replaceAll("\\", "")).toBe(text);
  });
});

test("a sentence has code spans, and no other Markdown", () => {
  expect(sentenceWords("`a` then *b* and `c`")).toEqual([{ code: "a" }, " then *b* and ", { code: "c" }]);
  expect(sentenceWords("")).toEqual([]);
});
