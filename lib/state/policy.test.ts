import { describe, expect, expectTypeOf, test } from "vitest";
import type { caseFile } from "../report/case-file";
import type { ReportInput } from "../report/report";
import type { diskText } from "./disk";
import { Browser } from "./fixtures/browser";
import { letOut, type CaseState, type Incident, type KeptIncident, type Leaving } from "./policy";

const KEPT: KeptIncident = {
  id: "a-1",
  name: "the secret customer",
  opened: "2026-11-21T09:00:00.000Z",
  changed: "2026-11-21T10:00:00.000Z",
  answers: { symptom: ["late"] },
  times: { "check.times=burst": "2026-11-21T10:00:00.000Z" },
};
const FULL: CaseState = {
  ...KEPT,
  values: { upstream: "secret.internal:8000" },
  pieces: [{ number: 1, name: "secret.conf", text: "secret", as: null, route: null, found: ["secret-rule"] }],
  earlier: ["secret-rule"],
  others: [KEPT],
  aside: "a-1",
  hidden: true,
  undone: { kind: "removed", incidents: [KEPT] },
  dropped: ["“secret” is no question that Lastbyte asks."],
  notes: ["“the secret customer” is no longer kept."],
  damaged: true,
  unkept: true,
  editing: "symptom",
  chosen: "proxy-buffering",
};
const ON_DISK = ["id", "name", "opened", "changed", "answers", "times"] as const;

describe("each way out lets through the fields that may take it, and no others", () => {
  test.each([
    ["link", ["answers", "chosen"]],
    ["disk", ON_DISK],
    ["report", ["answers", "times"]],
    ["file", ["answers", "times"]],
  ] as const)("%s: %j", (way, fields) => {
    expect(Object.keys(letOut(way, FULL)).sort()).toEqual([...fields].sort());
  });

  test("the actions of the store have no policy, and stay behind", () => {
    const { store } = new Browser().tab();
    expect(Object.keys(letOut("disk", store.getState())).sort()).toEqual([...ON_DISK].sort());
  });
});

describe("by type", () => {
  test("a field that may not leave is in no way out", () => {
    type Fields<W extends "link" | "disk" | "report" | "file"> = Extract<keyof Leaving<W>, string>;
    expectTypeOf<Fields<"link">>().toEqualTypeOf<"answers" | "chosen">();
    expectTypeOf<Fields<"disk">>().toEqualTypeOf<(typeof ON_DISK)[number]>();
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
