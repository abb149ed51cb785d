/** Readers of source code give what can be read of anything, and never throw. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { budgetOf } from "../budget";
import { CODE_READER_NAMES, loadCodeReader } from "../registry";

const python = readFileSync("lib/evidence/fixtures/python/rag_service.py", "utf8");
const javascript = readFileSync("lib/evidence/fixtures/javascript/chat_panel.tsx.txt", "utf8");

const INPUTS: Readonly<Record<string, string>> = {
  empty: "",
  blank: " \n\t\n",
  "NUL and lone surrogates": "a\u0000b = \ud800 (\udfff\n".repeat(50),
  "brackets 10,000 deep": `x = ${"(".repeat(10_000)}a${")".repeat(10_000)}`,
  "open brackets": "f([{".repeat(10_000),
  "blocks 3,000 deep": Array.from({ length: 3_000 }, (_, depth) => `${" ".repeat(depth)}if a:\n`).join(""),
  "one line of 300,000 characters": `x = "${"a".repeat(300_000)}"`,
  "a chain of 5,000 calls": `x = a${".b()".repeat(5_000)}`,
  "names in a circle": "a = b\nb = c\nc = a\nfor x in a.b(): pass\nconst d = e; const e = d; d.f();\n",
  "a function that returns itself": "def f():\n    return f()\nx = f().y()\n",
  templated: python.replaceAll("router", "{{ cookiecutter.router }}"),
  "Windows line ends": python.replaceAll("\n", "\r\n"),
  tabs: python.replaceAll("    ", "\t"),
};

describe.each(CODE_READER_NAMES)("the reader %s", (name) => {
  it.each(Object.entries(INPUTS))("reads %s", async (_, text) => {
    const reader = await loadCodeReader(name);
    expect(Array.isArray(reader(text, budgetOf(5_000_000)))).toBe(true);
  });

  it("reads every beginning of a file, and every end of it", async () => {
    const reader = await loadCodeReader(name);
    const whole = name === "python" ? python : javascript;
    for (let at = 0; at < whole.length; at += 53) {
      expect(Array.isArray(reader(whole.slice(0, at), budgetOf(1_000_000)))).toBe(true);
      expect(Array.isArray(reader(whole.slice(at), budgetOf(1_000_000)))).toBe(true);
    }
  });

  it("stops where the budget ends", async () => {
    const reader = await loadCodeReader(name);
    const budget = budgetOf(200);
    const uses = reader((name === "python" ? python : javascript).repeat(20), budget);
    expect(budget.over()).toBe(true);
    expect(uses.length).toBeLessThan(200);
  });
});
