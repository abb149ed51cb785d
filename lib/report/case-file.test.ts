import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIXED } from "../diagnosis/fixtures/cases";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import type { Answers } from "../model/answers";
import { decode, encode } from "../state/codec";
import { letOut, type Incident } from "../state/policy";
import { caseFile, MAX_BYTES, openCaseFile, tooLarge } from "./case-file";

const REVISION = "0123456789ab";
const MADE = "2026-11-21T17:40:00.000Z";
/** Milliseconds, on a machine that does other things too. */
const PATIENT = 60_000;
const open = (text: string) => openCaseFile(text, knowledge, REVISION);
const file = (incident: Incident) => caseFile(letOut("file", incident), { made: MADE, revision: REVISION });
const written = (more: object) =>
  JSON.stringify({
    lastbyte: "case",
    version: 1,
    knowledge: REVISION,
    made: MADE,
    answers: { symptom: ["late"] },
    times: {},
    ...more,
  });

describe("a file of another kind is refused in one sentence", () => {
  test.each<[string, string, RegExp]>([
    ["nothing", "", /empty/],
    ["spaces", " \n ", /empty/],
    ["a log", "2026-11-21 upstream timed out", /no case file/],
    ["a picture", "\u0089PNG\r\n\u001a\n\u0000", /no case file/],
    ["HTML", "<!doctype html>", /no case file/],
    ["a list", "[1,2]", /no case file/],
    ["other JSON", '{"name":"x","version":"1"}', /no case file/],
    ["JSON with our name elsewhere", '{"lastbyte":"knowledge","version":1}', /no case file/],
    ["no version", '{"lastbyte":"case","answers":{}}', /which version/],
    ["a version that is a text", '{"lastbyte":"case","version":"1"}', /which version/],
    ["version 0", '{"lastbyte":"case","version":0}', /which version/],
    ["damaged", '{"lastbyte": case}', /damaged/],
    ["only its beginning", '{"lastbyte":"ca', /damaged/],
    ["a prototype", '{"__proto__":{"lastbyte":"case","version":1}}', /no case file/],
  ])("%s", (_, text, says) => {
    const opened = open(text);
    expect(opened.incident).toBeNull();
    expect(opened.says).toHaveLength(1);
    expect(opened.says[0]).toMatch(says);
    expect(opened.says[0]).toContain("your case is as it was");
  });

  test("50 MB are not even read, and deep nesting or a huge string inside the limit does no harm", () => {
    expect(tooLarge(50_000_000)?.says).toEqual([
      "This file has 50 MB, and a case file has never more than 400 kB. Nothing was opened, and your case is as it was.",
    ]);
    expect(tooLarge(MAX_BYTES)).toBeNull();
    expect(open("x".repeat(MAX_BYTES + 1)).says).toHaveLength(1);
    for (const text of [
      `{"lastbyte":"case","version":1,"answers":${"[".repeat(90_000)}${"]".repeat(90_000)}}`,
      `{"a":${'{"a":'.repeat(20_000)}`,
      "{".repeat(100_000),
      `{"lastbyte":"case","version":1,"answers":{"symptom":["${"x".repeat(150_000)}"]}}`,
    ]) {
      const { incident, says } = open(text);
      expect(incident).toBeNull();
      expect(says.join(" ").length).toBeLessThan(400);
    }
  });
});

describe("what is understood is opened, and the rest is named", () => {
  test("a file of a later version", () => {
    expect(open(written({ version: 7, team: "night" }))).toEqual({
      incident: { answers: { symptom: ["late"] }, times: {} },
      texts: [],
      says: [
        "This file has version 7 of the format, and this page reads version 1: what it understands is opened.",
        "“team” is no part of a case file.",
      ],
    });
  });

  test("unknown questions and answers, other kinds of value, prototype keys", () => {
    const { incident, says } = open(
      written({ knowledge: "older" }).replace(
        '{"symptom":["late"]}',
        '{"symptom":["late"],"colour":["red"],"proxy":["moat","gate",7],"__proto__":{"symptom":["cut"]},"constructor":["x"],"after":60}',
      ),
    );
    expect(incident).toEqual({ answers: { symptom: ["late"], proxy: ["gate"] }, times: {} });
    for (const named of ["another version", "colour", "moat", "proxy", "__proto__", "constructor", "after"])
      expect(says.join("\n")).toContain(named);
    expect(({} as Record<string, unknown>)["symptom"]).toBeUndefined();
    expect(Object.getPrototypeOf(incident!.answers)).toBe(Object.prototype);
  });

  test("times that are none, or stand beside no result", () => {
    const { incident, says } = open(
      written({
        answers: { "check.times": ["burst"], "check.bypass": ["same"] },
        times: { "check.times=burst": MADE, "check.bypass=same": "yesterday", "check.none=x": MADE },
      }),
    );
    expect(incident?.times).toEqual({ "check.times=burst": MADE });
    expect(says).toEqual(["2 times in it are left out: not a time, or no result stands beside it."]);
    expect(open(written({ times: [1] })).says).toEqual(["The times of its checks could not be read."]);
  });

  test("hundreds of unknown parts are named by a few sentences, each cut short", () => {
    const { incident, says } = open(
      written({
        answers: {
          symptom: ["late"],
          ...Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`${at}${"k".repeat(90)}`, ["x"]])),
        },
      }),
    );
    expect(incident?.answers).toEqual({ symptom: ["late"] });
    expect(says).toHaveLength(13);
    expect(Math.max(...says.map(({ length }) => length))).toBeLessThan(120);
  });

  test("a file without one answer that is understood opens nothing", () => {
    expect(open(written({ answers: { colour: ["red"] } }))).toEqual({
      incident: null,
      texts: [],
      says: [
        "“colour” is no question that Lastbyte asks.",
        "No answer in this file could be understood, and your case is as it was.",
      ],
    });
    expect(open(written({ answers: null })).incident).toBeNull();
  });

  test(
    "a file that is cut off anywhere: never an exception, never an answer that it does not hold, and it says so",
    () => {
      const answers = {
        symptom: ["late"],
        proxy: ["balance", "gate"],
        after: ["60"],
        "check.times": ["burst"],
      };
      const text = file({ answers, times: { "check.times=burst": MADE } });
      let opened = 0;
      for (let end = 0; end < text.trimEnd().length; end += 1) {
        const { incident, says } = open(text.slice(0, end));
        expect(says.length).toBeGreaterThan(0);
        if (incident === null) continue;
        opened += 1;
        expect(says[0]).toContain("cut off");
        for (const [question, values] of Object.entries(incident.answers))
          expect((answers as Answers)[question]!.slice(0, values.length)).toEqual(values);
      }
      expect(opened).toBeGreaterThan(text.length / 3);
    },
    PATIENT,
  );

  test(
    "any text, any JSON, and any JSON in place of a part are survived",
    () => {
      const hostile = fc.oneof(
        fc.string({ maxLength: 300 }),
        fc.json(),
        fc.json().map((json) => written({}).replace('{"symptom":["late"]}', json)),
        fc.json().map((json) => written({}).replace('"times":{}', `"times":${json}`)),
        fc.string().map((text) => `{"lastbyte":"case",${text}`),
      );
      fc.assert(
        fc.property(hostile, (text) => {
          const { incident, says } = open(text);
          for (const [question, values] of Object.entries(incident?.answers ?? {}))
            expect(decode(encode({ [question]: values }, knowledge), knowledge).answers).toEqual({
              [question]: values,
            });
          expect(incident !== null || says.length > 0).toBe(true);
        }),
        { ...FIXED, numRuns: 1_000 },
      );
    },
    PATIENT,
  );
});
