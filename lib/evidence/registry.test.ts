/** No reader throws or hangs, whatever it is given. */
import { expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { budgetOf } from "./budget";
import { kindOf } from "./kinds";
import { loadReader, READER_NAMES } from "./registry";

const content = loadContent("content");
const { formats } = content;
const readings = readingsOf(content);
/** Kinds of blocks that the rules for a reader name. */
const wantedOf = (reader: string): string[] => [
  ...new Set(
    formats
      .filter((format) => format.reader === reader)
      .flatMap(({ rules, shares }) => [
        ...rules,
        ...formats.filter(({ id }) => shares.includes(id)).flatMap((shared) => shared.rules),
      ])
      .map(({ block }) => block),
  ),
];

const DEEP = 10_000;
const TEXTS: Readonly<Record<string, string>> = {
  empty: "",
  blank: "\n\n \t\r\n",
  binary: "\u0000\u0001\ufffd\ud800 \u001b[31m",
  braces: "a {".repeat(DEEP),
  brackets: "a = [".repeat(DEEP),
  closing: "}])".repeat(DEEP),
  quotes: `CMD "${'\\"'.repeat(DEEP)}`,
  apostrophes: "gunicorn '".repeat(DEEP),
  continued: "gunicorn \\\n".repeat(DEEP),
  templated: '{{ if .x }}\nname: {{ .y }}\nresource "{{ z }}" "a" {\n{{ end }}',
  "cut off": 'resource "aws_lb" "a" {\n  name = "x\nservices:\n  api:\n    command: ["gunicorn", "app',
  "Windows lines": "[Service]\r\nExecStart=/bin/gunicorn app:app \\\r\n  --timeout 30\r\nFROM a\r\nCMD b\r\n",
  tabs: "services:\n\tapi:\n\t\tcommand: gunicorn app:app\n",
  "one long line": `CMD gunicorn ${"--timeout 30 ".repeat(DEEP)}`,
  dots: `${"a.".repeat(DEEP)}b = 1`,
};

const cases = READER_NAMES.flatMap((reader) => Object.keys(TEXTS).map((text) => ({ reader, text })));

it.each(cases)("the reader $reader takes $text", async ({ reader, text }) => {
  const read = await loadReader(reader);
  const blocks = read(TEXTS[text] ?? "", budgetOf(2_000_000), wantedOf(reader));
  expect(Array.isArray(blocks)).toBe(true);
});

it.each(Object.entries({ ...TEXTS, "blank lines": "\n".repeat(60_000), blanks: " ".repeat(4000) }))(
  "the kind of %s is told or not told",
  (_, text) => {
    expect(() => kindOf("a.txt", text, readings)).not.toThrow();
  },
);
