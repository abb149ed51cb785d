import { expect, test } from "vitest";
import { atMost } from "./at-most";

const sentences = (count: number) => Array.from({ length: count }, (_, at) => `No ${at}.`);

test.each<[number, number, string]>([
  [0, 0, ""],
  [1, 1, "No 0."],
  [12, 12, "No 11."],
  [13, 13, "And 1 more thing was left out."],
  [950, 13, "And 938 more things were left out."],
])("of %i sentences %i are shown", (count, shown, last) => {
  const named = atMost(sentences(count));
  expect(named).toHaveLength(shown);
  expect(named.at(-1) ?? "").toBe(last);
});

test("the same sentence is shown once", () => {
  expect(atMost(["a", "b", "a"])).toEqual(["a", "b"]);
});
