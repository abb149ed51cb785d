import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContent } from "../../../lib/content/load";
import { programOf, readWrongFix, WRONG, wrongFixesOf } from "./wrong-fix";

const { pairs } = loadContent("content");
const DIFF = "--- fixed.py\n+++ wrong.py\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n";

describe("the file of a wrong fix", () => {
  test("says what is wrong and where that is seen, and changes the fixed side", () => {
    const fix = readWrongFix("x/y/no-end.patch", `It has no end.\nSeen: in any answer.\n${DIFF}`);
    expect(fix).toEqual({ name: "no-end", says: "It has no end.", seen: "in any answer.", diff: DIFF });
    expect(programOf(fix, "a\nb\n")).toBe("a\nc\n");
    expect(programOf(fix, "a\nd\n")).toBeNull();
  });

  test.each([
    ["nothing in words", DIFF],
    ["no place where it is seen", `It has no end.\n${DIFF}`],
    ["no diff", "It has no end.\nSeen: in any answer.\n"],
  ])("with %s is refused", (_, text) => {
    expect(() => readWrongFix("x.patch", text)).toThrow(/^x\.patch: the first line says what is wrong/);
  });
});

test("each wrong fix belongs to a pair, and fits its fixed side", () => {
  const folders = readdirSync(WRONG).flatMap((framework) =>
    readdirSync(join(WRONG, framework)).map((name) => `${framework}/${name}`),
  );
  expect(folders.filter((id) => pairs.every((pair) => pair.id !== id))).toEqual([]);
  const stale = pairs.flatMap((pair) =>
    wrongFixesOf(pair)
      .filter((fix) => [null, pair.fixedCode].includes(programOf(fix, pair.fixedCode)))
      .map(({ name }) => `${pair.id}/${name}`),
  );
  expect(stale).toEqual([]);
});
