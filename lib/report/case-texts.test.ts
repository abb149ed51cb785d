/** Pasted texts in a case file: redacted, on purpose, and read again as they are. */
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { FIXED } from "../diagnosis/fixtures/cases";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import type { Piece } from "../model/piece";
import { letOut } from "../state/policy";
import { redactedTexts, type Whole } from "../text/redact/texts";
import { caseFile, fits, MAX_BYTES, openCaseFile } from "./case-file";

const REVISION = "0123456789ab";
const MADE = "2026-11-21T17:40:00.000Z";
const PATIENT = 60_000;
const INCIDENT = { answers: { symptom: ["late"] }, times: {} };
const open = (text: string) => openCaseFile(text, knowledge, REVISION);
const file = (texts: readonly Whole[], incident = INCIDENT) =>
  caseFile(letOut("file", incident), { made: MADE, revision: REVISION }, redactedTexts(texts));
const plain = (text: string): Whole => ({ name: null, text, as: null, route: null });
/** A file whose texts are whatever this is. */
const holding = (texts: unknown, answers: unknown = INCIDENT.answers) =>
  JSON.stringify({ lastbyte: "case", version: 1, knowledge: REVISION, made: MADE, answers, texts });

describe("what is pasted leaves redacted only", () => {
  test("its text, its name, and the place that was said to carry the stream, with one name for one host", () => {
    const [conf] = open(
      file([
        {
          name: "chat.acme.com.conf",
          text: "proxy_pass http://chat.acme.com;\nOPENAI_API_KEY=abcdef123456",
          as: "nginx",
          route: "/api http://chat.acme.com",
        },
      ]),
    ).texts;
    expect(conf).toEqual({
      name: "host-1.conf",
      text: "proxy_pass http://host-1;\nOPENAI_API_KEY=[secret]",
      as: "nginx",
      route: "/api http://host-1",
    });
  });

  test("of any text with secrets in it, none is in the file", () => {
    const secrets = ["jane.doe@bigcorp.com", "chat.bigcorp.com", "password=hunter22hunter", "10.47.11.9"];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...secrets), fc.string({ maxLength: 8 }), fc.constant("\n")))
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 4 }), (pairs) => {
        const written = file(
          pairs.map(([own, route]) => ({ name: `${route}.log`, text: own, as: null, route })),
        );
        expect(written).not.toMatch(/bigcorp|hunter22|10\.47\.11/);
      }),
      { ...FIXED, numRuns: 500 },
    );
  }, 60_000);

  test("by type: a text that was not redacted cannot be written", () => {
    type Texts = NonNullable<Parameters<typeof caseFile>[2]>[number];
    expectTypeOf<Piece>().not.toExtend<Texts>();
    expectTypeOf<Whole>().not.toExtend<Texts>();
  });

  test("without one the file is as it always was", () => {
    expect(file([])).toBe(caseFile(letOut("file", INCIDENT), { made: MADE, revision: REVISION }));
    expect(file([])).not.toContain("texts");
  });
});

describe("it comes back", () => {
  const words = fc.constantFrom(
    "chat.acme.com",
    "10.1.2.3",
    "token: abcd1234efgh5678",
    "\r\n",
    "\n",
    '"',
    "\\",
  );
  const text = fc
    .array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 12 })), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(" "))
    .filter((one) => one.trim() !== "");
  const wholes = fc.array(
    fc.record({
      name: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
      text,
      as: fc.option(fc.constantFrom("nginx", "lines", "prose", "1-4:nginx,6-9:lines")),
      route: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
    }),
    { minLength: 1, maxLength: 5 },
  );

  test(
    "whole, whatever stands in it, and a second file of it is the same",
    () => {
      fc.assert(
        fc.property(wholes, (texts) => {
          const first = file(texts);
          const { incident, texts: back, says } = open(first);
          expect(says).toEqual([]);
          expect(incident).toEqual(INCIDENT);
          expect(back).toEqual(
            redactedTexts(texts).map(({ name, text: own, as, route }) => ({ name, text: own, as, route })),
          );
          expect(file(back)).toBe(first);
        }),
        { ...FIXED, numRuns: 1_000 },
      );
    },
    PATIENT,
  );

  test("without an answer beside it, too", () => {
    expect(open(file([plain("upstream timed out")], { answers: {}, times: {} } as never))).toEqual({
      incident: { answers: {}, times: {} },
      texts: [plain("upstream timed out")],
      says: [],
    });
  });

  test("up to the line at which a file is cut off", () => {
    const whole = file([plain("one\ntwo\nthree"), plain("four")]);
    const { texts, says } = open(whole.slice(0, whole.indexOf('"three"')));
    expect(texts).toEqual([plain("one\ntwo")]);
    expect(says).toEqual(["This file is cut off: what stands before the cut is opened."]);
  });
});

describe("what is none is told in a sentence, and the rest is opened", () => {
  test.each<[string, unknown, readonly Whole[], readonly string[]]>([
    ["no list", "x", [], ["The pasted texts in it could not be read."]],
    ["a list of nothing", [null], [], ["Pasted text 1 in it could not be read: it has no list of lines."]],
    [
      "lines that are a text",
      [{ lines: "x" }],
      [],
      ["Pasted text 1 in it could not be read: it has no list of lines."],
    ],
    [
      "a line that is a number",
      [{ lines: ["x", 1] }, { lines: ["y"] }],
      [plain("y")],
      ["Pasted text 1 in it could not be read: it has no list of lines."],
    ],
    ["an empty one", [{ lines: ["", " "] }], [], ["Pasted text 1 in it is empty."]],
    [
      "a name that is none, a kind that is none, a field too many",
      [{ name: 7, as: "<b>", route: ["x"], lines: ["y"], mood: "bad" }],
      [plain("y")],
      ["name", "as", "route", "mood"].map(
        (field) => `Pasted text 1 in it: “${field}” is left out, as it means nothing here.`,
      ),
    ],
    [
      "more than anybody pastes",
      Array.from({ length: 250 }, () => ({ lines: ["y"] })),
      Array.from({ length: 200 }, () => plain("y")),
      ["Of its 250 pasted texts the first 200 are opened."],
    ],
  ])("%s", (_, texts, opened, says) => {
    expect(open(holding(texts))).toEqual({ incident: INCIDENT, texts: opened, says });
  });

  test("a file of which nothing is understood opens nothing", () => {
    const { incident, texts, says } = open(holding([{ lines: [] }], { colour: ["red"] }));
    expect({ incident, texts }).toEqual({ incident: null, texts: [] });
    expect(says.at(-1)).toBe("No answer in this file could be understood, and your case is as it was.");
  });

  test(
    "any JSON in their place is survived",
    () => {
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.record({ lines: fc.jsonValue() }))), (texts) => {
          for (const one of open(holding(texts)).texts) expect(one.text.trim()).not.toBe("");
        }),
        { ...FIXED, numRuns: 500 },
      );
    },
    PATIENT,
  );
});

test("whether a file opens again is told by its bytes", () => {
  expect(fits("é".repeat(MAX_BYTES / 2))).toBe(true);
  expect(fits(`${"é".repeat(MAX_BYTES / 2)}x`)).toBe(false);
});
