import { expect, test } from "vitest";
import { shortened } from "./long";

const lines = (count: number, line = (at: number) => `line ${at}`) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

test("a text that anybody would read stays as it is", () => {
  for (const text of ["", "timed out", "a\n\n\nb\n", lines(900), "x".repeat(20_000)])
    expect(shortened(text)).toBe(text);
});

test("of a long log the lines about errors and the end are left", () => {
  const text = `${lines(20_000)}\nupstream timed out (110)\n${lines(20_000)}`;
  const short = shortened(text);
  expect(short).toContain("upstream timed out (110)");
  expect(short.endsWith("line 19999")).toBe(true);
  expect(short.length).toBeLessThan(20_002);
});

test.each([100_000, 2_000_000])("of %i line breaks nothing is left", (count) => {
  expect(shortened("\n".repeat(count))).toBe("");
  expect(shortened(`error\n${"\n".repeat(count)}`)).toBe("error");
});

test("never more than a thousand lines, whatever they say", () => {
  for (const text of [
    lines(5_000, () => "e"),
    lines(100_000, (at) => `error ${at}`),
    lines(3_000, () => "error"),
  ])
    expect(shortened(text).split("\n").length).toBeLessThanOrEqual(1_000);
});

test("what was shortened once stays as it is", () => {
  const once = shortened(lines(100_000, (at) => `error ${at}`));
  expect(shortened(once)).toBe(once);
});
