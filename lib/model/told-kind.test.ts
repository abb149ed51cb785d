import { expect, test } from "vitest";
import { isTold, partsTold, withPart } from "./told-kind";

test.each([
  [null, []],
  ["nginx", []],
  ["3-9:nginx", [{ from: 3, to: 9, kind: "nginx" }]],
  [
    "3-9:nginx,12-20:lines",
    [
      { from: 3, to: 9, kind: "nginx" },
      { from: 12, to: 20, kind: "lines" },
    ],
  ],
  ["9-3:nginx", []],
])("%s has its parts", (as, parts) => expect(partsTold(as)).toEqual(parts));

test.each([
  ["nginx", true],
  ["3-9:nginx,12-20:lines", true],
  ["", false],
  ["<b>", false],
  ["3-9:nginx,", false],
  ["9-3:nginx", false],
  ["3-9", true],
  ["3-9:Nginx", false],
])("%s is told or not", (as, is) => expect(isTold(as)).toBe(is));

test("a part is added in its place, replaces what it touches, and is taken back", () => {
  const one = withPart(null, { from: 12, to: 20 }, "lines");
  expect(one).toBe("12-20:lines");
  const two = withPart(one, { from: 3, to: 9 }, "nginx");
  expect(two).toBe("3-9:nginx,12-20:lines");
  expect(withPart(two, { from: 9, to: 13 }, "prose")).toBe("9-13:prose");
  expect(withPart(two, { from: 3, to: 9 }, null)).toBe("12-20:lines");
  expect(withPart("12-20:lines", { from: 12, to: 20 }, null)).toBeNull();
  expect(withPart("nginx", { from: 1, to: 2 }, "lines")).toBe("1-2:lines");
});
