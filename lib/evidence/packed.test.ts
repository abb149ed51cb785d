import { expect, test } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { packed, unpacked } from "./packed";

test("rules come out of their text as they went in, and the text is shorter", () => {
  const { words: _, ...rules } = readingsOf(loadContent("content"));
  const plain = JSON.stringify(rules);
  const text = packed(rules);
  expect(unpacked(text)).toEqual(JSON.parse(plain));
  expect(text.length).toBeLessThan(plain.length * 0.97);
});
