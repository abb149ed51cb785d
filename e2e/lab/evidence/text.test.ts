import fc from "fast-check";
import { expect, test } from "vitest";
import { restored, shortened } from "./text";

const event = (token: string) => `data: {"token": "${token} "}\n\n`;

test("events that differ in their word alone are one run", () => {
  const text = `${["a00z", "a01z", "a02z", "a03z"].map(event).join("")}event: done\ndata: {}\n\n`;
  expect(shortened(text)).toEqual([
    'data: {"token": "',
    ["a", 0, 3, ' "}\n\ndata: {"token": "'],
    ' "}\n\nevent: done\ndata: {}\n\n',
  ]);
  expect(restored(shortened(text))).toBe(text);
});

test.each([
  ["", []],
  ["no words", ["no words"]],
  ["a00z a01z", ["a00z a01z"]],
  ["a00z a01z a03z", ["a00z a01z a03z"]],
  ["a00z a01z b02z a02z", ["a00z a01z b02z a02z"]],
  ["a98z a99z a100z", [["a", 98, 100, " "]]],
  ["a000z a001z a002z", ["a000z a001z a002z"]],
  ["a00z a01z a02z b00z b01z b02z", [["a", 0, 2, " "], " ", ["b", 0, 2, " "]]],
])("%s", (text, kept) => {
  expect(shortened(text)).toEqual(kept);
});

test("what fills a large event stands once, with its number", () => {
  const text = `data: ${"x".repeat(5_000)}\n\n${["a00z", "a01z", "a02z"].join(" ")}${".".repeat(1_000)}${"-".repeat(999)}`;
  expect(shortened(text)).toEqual([
    "data: ",
    ["x", 5_000],
    "\n\n",
    ["a", 0, 2, " "],
    [".", 1_000],
    "-".repeat(999),
  ]);
  expect(restored(shortened(text))).toBe(text);
});

test("whatever the text is, it comes back letter by letter", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(" ", "\n\n", ": ping\n\n", "a0z", "a007z", ".".repeat(1_000), "\n".repeat(700)),
    fc
      .tuple(fc.constantFrom("a", "b"), fc.nat(120))
      .map(([one, at]) => `${one}${String(at).padStart(2, "0")}z`),
    fc
      .tuple(fc.nat(90), fc.nat(9), fc.constantFrom(" ", "", "\r\n"))
      .map(([from, more, between]) =>
        Array.from({ length: more }, (_, at) => `a${String(from + at).padStart(2, "0")}z`).join(between),
      ),
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (text) => {
        expect(restored(shortened(text))).toBe(text);
      },
    ),
  );
});
