import { expect, test } from "vitest";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { diskText, readDisk } from "./disk";
import { letOut } from "./policy";

const CASE = {
  answers: { symptom: ["late"] },
  times: {},
  earlier: { answers: { symptom: ["cut"] }, times: {} },
};

test("what is kept comes back", () => {
  expect(readDisk(diskText(letOut("disk", CASE)), knowledge)).toEqual({
    incident: { answers: CASE.answers, times: {} },
    earlier: CASE.earlier,
    says: null,
  });
});

test.each<[string, string | null, object, string | null]>([
  ["nothing", null, {}, null],
  ["the first version, which had no number", '{"answers":{"symptom":["late"]}}', CASE.answers, null],
  ["this version", '{"version":2,"answers":{"symptom":["late"]}}', CASE.answers, null],
  ["a newer version", '{"version":3,"answers":{"symptom":["late"]}}', {}, "newer version"],
  ["a version that is none", '{"version":"two","answers":{"symptom":["late"]}}', {}, "could not be read"],
  ["half a text", '{"answers":{"symp', {}, "could not be read"],
])("%s", (_, text, answers, says) => {
  const kept = readDisk(text, knowledge);
  expect(kept.incident.answers).toEqual(answers);
  if (says === null) expect(kept.says).toBeNull();
  else expect(kept.says).toContain(says);
});
