import fc from "fast-check";
import { expect, test } from "vitest";
import { FIXED } from "../diagnosis/fixtures/cases";
import { templateSeconds } from "./template-seconds";

test.each<[string, string | null]>([
  ["61.0348291", "61.035"],
  ["60", "60"],
  ["60 s", "60"],
  ["60S", "60"],
  ["1m", "60"],
  ["1m1s", "61"],
  ["1m 1s", "61"],
  ["1h0m5s", "3605"],
  ["1d", "86400"],
  ["1500ms", "1.5"],
  ["1.5 min", "90"],
  ["2 minutes", "120"],
  ["0", "0"],
  ["0.0004", "0"],
  ["", null],
  [" ", null],
  ["86401", null],
  ["2d", null],
  ["-1", null],
  ["+1", null],
  ["1e3", null],
  ["1 2", null],
  ["1s 1m", null],
  ["1m 1", null],
  ["1m 1m", null],
  ["60x", null],
  ["s", null],
  ["NaN", null],
  ["+Inf", null],
  ["<no value>", null],
  ["61,03", null],
  ["1".repeat(61), null],
])("%j", (text, seconds) => {
  expect(templateSeconds(text)).toBe(seconds);
});

test("any time within a day comes back as a plain number, and once read it stays", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 86_400, noNaN: true }), (value) => {
      const text = value.toFixed(8);
      const read = templateSeconds(text);
      expect(read).toMatch(/^\d{1,5}(\.\d{1,3})?$/);
      expect(Math.abs(Number(read) - value)).toBeLessThanOrEqual(0.001);
      expect(templateSeconds(read ?? "")).toBe(read);
    }),
    FIXED,
  );
});
