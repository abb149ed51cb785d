import { describe, expect, expectTypeOf, test } from "vitest";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import type { caseFile } from "../report/case-file";
import type { ReportInput } from "../report/report";
import type { diskText } from "./disk";
import { letOut, type CaseState, type Incident, type Leaving } from "./policy";
import { createCase } from "./store";

const FULL: CaseState = {
  answers: { symptom: ["late"] },
  times: { "check.times=burst": "2026-11-21T10:00:00.000Z" },
  values: { upstream: "secret.internal:8000" },
  undone: { answers: {}, times: {} },
  dropped: ["“secret” is no question that Lastbyte asks."],
  editing: "symptom",
  earlier: { answers: { symptom: ["cut"] }, times: {} },
};

describe("each way out lets through the fields that may take it, and no others", () => {
  test.each([
    ["link", ["answers"]],
    ["disk", ["answers", "times", "earlier"]],
    ["report", ["answers", "times"]],
    ["file", ["answers", "times"]],
  ] as const)("%s: %j", (way, fields) => {
    expect(Object.keys(letOut(way, FULL))).toEqual(fields);
  });

  test("the actions of the store have no policy, and stay behind", () => {
    const store = createCase(knowledge, { read: () => null, write: () => undefined }, () => "");
    expect(Object.keys(letOut("disk", store.getState()))).toEqual(["answers", "times", "earlier"]);
  });
});

describe("by type", () => {
  test("a field that may not leave is in no way out", () => {
    type Fields<W extends "link" | "disk" | "report" | "file"> = Extract<keyof Leaving<W>, string>;
    expectTypeOf<Fields<"link">>().toEqualTypeOf<"answers">();
    expectTypeOf<Fields<"disk">>().toEqualTypeOf<"answers" | "times" | "earlier">();
    expectTypeOf<Fields<"report">>().toEqualTypeOf<"answers" | "times">();
    expectTypeOf<Fields<"file">>().toEqualTypeOf<"answers" | "times">();
  });

  test("what writes takes nothing that was not let out, not even the very fields", () => {
    expectTypeOf<CaseState>().not.toExtend<Parameters<typeof diskText>[0]>();
    expectTypeOf<Incident>().not.toExtend<Parameters<typeof caseFile>[0]>();
    expectTypeOf<Incident>().not.toExtend<Pick<ReportInput, keyof Leaving<"report">>>();
    expectTypeOf<Leaving<"disk">>().not.toExtend<Parameters<typeof caseFile>[0]>();
    expectTypeOf<Leaving<"file">>().toExtend<Parameters<typeof caseFile>[0]>();
  });
});
