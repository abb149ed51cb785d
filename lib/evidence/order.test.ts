import { expect, test } from "vitest";
import type { Finding } from "../model/finding";
import { ordered } from "./order";

const finding = (after: string): Finding => ({
  rule: "clock",
  origin: { kind: "kept" },
  speaks: [],
  implies: { after: [after] },
});
const orderOf = (one: Finding) => ordered(one, new Map([["clock", 7]])).order ?? Number.NaN;

test("of two numbers that one rule read the smaller comes first, and both before the next rule", () => {
  expect(orderOf(finding("9.5"))).toBeLessThan(orderOf(finding("100")));
  expect(orderOf(finding("86400"))).toBeLessThan(8);
});

test("what is no number of its rule comes after the numbers", () => {
  expect(orderOf({ ...finding("1"), value: "off" })).toBeGreaterThan(orderOf(finding("86400")));
});

test("what has no rule has no place", () => {
  expect(ordered({ ...finding("1"), rule: "reads-like-one" }, new Map())).not.toHaveProperty("order");
});
