import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases, FIXED } from "../diagnosis/fixtures/cases";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { diskText, LONG_AGO, readDisk, readFirst } from "./disk";
import { letOut, type KeptIncident } from "./policy";

const INCIDENT: KeptIncident = {
  id: "a-1",
  name: "Monday",
  opened: "2026-11-21T10:00:00.000Z",
  changed: "2026-11-21T10:05:00.000Z",
  answers: { symptom: ["late"], "check.times": ["burst"] },
  times: { "check.times=burst": "2026-11-21T10:05:00.000Z" },
};
const read = (fields: object) => readDisk("a-1", JSON.stringify({ version: 2, ...fields }), knowledge);

describe("what is kept", () => {
  test("comes back", () => {
    expect(readDisk("a-1", diskText(letOut("disk", INCIDENT)), knowledge)).toEqual(INCIDENT);
  });

  test("comes back whatever was said", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const incident = { ...INCIDENT, answers };
        expect(readDisk("a-1", diskText(letOut("disk", incident)), knowledge)).toEqual(incident);
      }),
      FIXED,
    );
  });

  test("has the id under which it stands, a short name, and counts as very old where its times are lost", () => {
    const kept = read({ id: "b-2", name: ` ${"x".repeat(200)}`, opened: "yesterday", changed: 7 });
    expect(kept).toMatchObject({ id: "a-1", name: "x".repeat(80), opened: LONG_AGO, changed: LONG_AGO });
    expect(read({ name: ["Monday"], opened: INCIDENT.opened })).toMatchObject({
      name: "",
      changed: INCIDENT.opened,
    });
  });
});

describe("a text that is no incident of this version", () => {
  test.each<[string, string, string]>([
    ["an empty text", "", "damaged"],
    ["half a text", '{"version":2,"answers":{"symp', "damaged"],
    ["null", "null", "damaged"],
    ["a number", "7", "damaged"],
    ["a list", "[]", "damaged"],
    ["a text", '"late"', "damaged"],
    ["one without a version", '{"answers":{"symptom":["late"]}}', "damaged"],
    ["one of the first version", '{"version":1,"answers":{"symptom":["late"]}}', "damaged"],
    ["a version that is none", '{"version":"two","answers":{"symptom":["late"]}}', "damaged"],
    ["a newer version", '{"version":3,"answers":{"symptom":["late"]}}', "newer"],
  ])("%s", (_, text, found) => {
    expect(readDisk("a-1", text, knowledge)).toBe(found);
  });
});

describe("answers that are not understood", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["a text", "late"],
    ["a list", [["late"]]],
    ["a value that is a text", { symptom: "late" }],
    ["values of other kinds", { symptom: [1, null, { a: 1 }, ["late"]] }],
    ["an unknown question", { colour: ["red"] }],
    ["an unknown answer", { symptom: ["red"] }],
    ["a prototype", JSON.parse('{"__proto__":{"symptom":["late"]},"constructor":["late"]}')],
  ])("%s: nothing is said", (_, answers) => {
    const kept = read({ answers });
    expect(kept).toMatchObject({ answers: {} });
    expect(({} as Record<string, unknown>)["symptom"]).toBeUndefined();
  });

  test("the part that is still understood is kept", () => {
    expect(
      read({
        answers: { symptom: ["late", "red"], colour: ["red"], proxy: ["gate", 3] },
        values: { path: "/x" },
      }),
    ).toMatchObject({ answers: { symptom: ["late"], proxy: ["gate"] } });
  });

  test.each(["yesterday", "2026-13-01T00:00:00Z", "2026-11-21T10:00:00Z<script>", "__proto__", 7, null, {}])(
    "%j is no time",
    (time) => {
      expect(
        read({
          answers: { "check.times": ["burst"] },
          times: { "check.times=burst": time, __proto__: "2026-11-21T10:00:00Z" },
        }),
      ).toMatchObject({ answers: { "check.times": ["burst"] }, times: {} });
    },
  );

  test("any JSON is survived", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        for (const whole of [text, `{"version":2,"answers":${text}}`, `{"version":2,"times":${text}}`]) {
          expect(() => readDisk("a-1", whole, knowledge)).not.toThrow();
          expect(() => readFirst(whole, knowledge)).not.toThrow();
        }
      }),
      FIXED,
    );
  });
});

test.each<[string, string, unknown]>([
  ["what the first version kept", '{"answers":{"symptom":["late"]}}', [["late"], undefined]],
  [
    "with the one that a link had put aside",
    '{"answers":{"symptom":["late"]},"times":{},"earlier":{"answers":{"symptom":["cut"]}}}',
    [["late"], ["cut"]],
  ],
  ["half a text", '{"answers":{"symp', "damaged"],
  ["a version that is none", '{"version":"two","answers":{}}', "damaged"],
  ["a newer version", '{"version":3,"answers":{"symptom":["late"]}}', "newer"],
])("%s", (_, text, found) => {
  const read = readFirst(text, knowledge);
  expect(typeof read === "string" ? read : read.map(({ answers }) => answers["symptom"])).toEqual(found);
});
