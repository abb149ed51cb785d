import { expect, test } from "vitest";
import { spread } from "./spread";

test.each([
  ["nothing", [], []],
  ["one kind", ["a1", "a2", "a3"], ["a1", "a2", "a3"]],
  ["two kinds", ["a1", "a2", "b1", "b2"], ["a1", "b1", "a2", "b2"]],
  ["a rare kind", ["a1", "a2", "a3", "a4", "b1"], ["a1", "a2", "b1", "a3", "a4"]],
])("%s", (_, things, expected) => {
  expect(spread(things, ([kind = ""]) => kind)).toEqual(expected);
});
