import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { filled, hasPlaceholder, onlyPlaceholders, shownCommand } from "./placeholders";

describe("placeholders of a command", () => {
  test.each([
    ["uvicorn {side}:app --port {port}", "uvicorn fixed:app --port 8000"],
    ["PORT={port} python {side}.py", "PORT=8000 python fixed.py"],
    [
      "python {side}.py & uvicorn {side}:app --port {port}",
      "python fixed.py & uvicorn fixed:app --port 8000",
    ],
    ["python app.py", "python app.py"],
  ])("%s is shown as %s", (command, shown) => {
    expect(shownCommand(command)).toBe(shown);
  });

  test("each is filled with its own value, and what a value holds stays as it is", () => {
    expect(filled("{a} {b} {a}", { a: "{b}", b: "2" })).toBe("{b} 2 {b}");
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(filled("<{a}>", { a: value })).toBe(`<${value}>`);
      }),
    );
  });

  test("one without a value is a bug", () => {
    expect(() => filled("--port {port}", {})).toThrow(/Nothing fills \{port\}/);
  });

  test("only the whole name counts", () => {
    expect(
      ["--port {port}", "--port {ports}", "--port ${PORT}"].map((one) => hasPlaceholder(one, "port")),
    ).toEqual([true, false, false]);
  });

  test("a schema refuses an unknown one in words, and takes the known ones", () => {
    const schema = v.pipe(v.string(), onlyPlaceholders("port", "side"));
    expect(v.is(schema, "uvicorn {side}:app --port {port}")).toBe(true);
    expect(v.safeParse(schema, "uvicorn {side}:app --port {prot}").issues?.[0].message).toBe(
      "names {prot}, which nothing fills here; use {port} or {side}",
    );
  });
});
