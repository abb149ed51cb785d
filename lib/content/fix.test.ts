/** The fix of a cause: what to write, to the letter, and at its end what is seen after. */
import { describe, expect, test } from "vitest";
import { loadPlanted } from "./fixtures/planted";
import { partOf } from "./prose";

const CODE = /`[^`]+`/;

describe.each(loadPlanted().causes.map((cause) => [cause.id, partOf(cause.body, "Fix")]))("%s", (_, fix) => {
  const paragraphs = fix.split(/\n{2,}/);
  const seen = paragraphs.pop() ?? "";

  test("says what to write", () => {
    expect(paragraphs.join("\n\n")).toMatch(CODE);
  });

  test("ends with what is seen after", () => {
    expect(seen).toMatch(/^After it, /);
    expect(seen).not.toContain("\n");
  });
});
