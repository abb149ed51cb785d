import { describe, expect, test } from "vitest";
import { loadContent } from "@/lib/content/load";
import { decisiveLines, docstringsIn, type Excerpt } from "./decisive";

const { pairs } = loadContent("content");

/** An excerpt as text: what changes with a sign, what is left out as dots. */
const written = (excerpt: Excerpt, program: string): string[] =>
  excerpt.map((line) =>
    line === null ? "…" : `${line.changed ? "*" : " "}${program.split("\n")[line.at] ?? ""}`,
  );

const BROKEN = `"""Broken."""

import os


def a():
    """Waits."""
    one()
    two()


def b():
    return 1
`;
const FIXED = `"""Fixed."""

import os
import json


def a():
    """Goes on."""
    one()
    three()


def b():
    return 2
`;

test("the marked change is shown with its neighbours and its function, and other changes are not", () => {
  const { broken, fixed } = decisiveLines(BROKEN, FIXED, { broken: ["two()"], fixed: ["three()"] });
  expect(written(broken, BROKEN)).toEqual([" def a():", "     one()", "*    two()"]);
  expect(written(fixed, FIXED)).toEqual([" def a():", "     one()", "*    three()"]);
});

test("where no line is marked every change decides, and a docstring is none", () => {
  const { fixed } = decisiveLines(BROKEN, FIXED, { broken: [], fixed: [] });
  const changed = written(fixed, FIXED).filter((line) => line.startsWith("*"));
  expect(changed).toEqual(["*import json", "*    three()", "*    return 2"]);
});

test("docstrings of one and of several lines are found, and other strings are none", () => {
  const lines = ['"""One."""', "x = 1", '    """Two', "    lines.", '    """', 'y = """text"""'];
  expect(docstringsIn(lines)).toEqual([true, false, true, true, true, false]);
});

describe("of every pair", () => {
  test.each(pairs.map((pair) => [pair.id, pair] as const))("%s", (_, pair) => {
    const sides = decisiveLines(pair.brokenCode, pair.fixedCode, pair.marks);
    for (const side of ["broken", "fixed"] as const) {
      const program = side === "broken" ? pair.brokenCode : pair.fixedCode;
      const lines = program.split("\n");
      const shown = sides[side].flatMap((line) => (line === null ? [] : [lines[line.at] ?? ""]));
      for (const mark of pair.marks[side])
        expect(
          shown.some((line) => line.includes(mark.trim())),
          `${side}: ${mark}`,
        ).toBe(true);
      expect(shown.length, `${side}: lines`).toBeLessThanOrEqual(24);
      const words = docstringsIn(lines);
      expect(sides[side].some((line) => line?.changed === true && words[line.at] === true)).toBe(false);
    }
  });
});

test("what is shown does not end with the head of a block", () => {
  const broken = ["def f():", "    work()", ""].join("\n");
  const fixed = [
    "def f():",
    "    try:",
    "        work()",
    "    finally:",
    "        with shield():  # whatever comes",
    "            wait()",
    "",
  ].join("\n");
  const excerpt = decisiveLines(broken, fixed, { broken: ["work()"], fixed: ["finally:"] }).fixed;
  expect(excerpt.at(-1)).toMatchObject({ at: 5 });
});
