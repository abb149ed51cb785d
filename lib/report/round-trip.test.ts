/** What a link and a case file carry comes back whole: random states of the real knowledge. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { knowledgeOf } from "../content/knowledge";
import { loadContent } from "../content/load";
import { cases, FIXED } from "../diagnosis/fixtures/cases";
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import { decode, encode } from "../state/codec";
import { letOut, type Incident } from "../state/policy";
import { caseFile, MAX_BYTES, openCaseFile } from "./case-file";

const real = knowledgeOf(loadContent("content"));
const REVISION = "0123456789ab";
const RUNS = 2_000;
/** Milliseconds, on a machine that does other things too. */
const PATIENT = 60_000;
const open = (text: string) => openCaseFile(text, real, REVISION);
const file = (incident: Incident) =>
  caseFile(letOut("file", incident), { made: "2026-11-21T17:40:00.000Z", revision: REVISION });

/** An incident as the desk could have made it: any case, with times for some of its results. */
function incidents(knowledge: Knowledge): fc.Arbitrary<Incident> {
  const time = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString());
  return fc
    .tuple(cases(knowledge), fc.array(fc.option(time), { minLength: 120, maxLength: 120 }))
    .map(([answers, given]) => {
      const keys = Object.entries(answers).flatMap(([question, [outcome]]) =>
        question.startsWith("check.") ? [`${question}=${outcome ?? ""}`] : [],
      );
      const times = keys.flatMap((key, at) => {
        const next = given[at] ?? null;
        return next === null ? [] : [[key, next] as const];
      });
      return { answers, times: Object.fromEntries(times) };
    });
}

const tried = new Map<string, number>();
const count = (what: string) => tried.set(what, (tried.get(what) ?? 0) + 1);
afterAll(() => {
  for (const [what, states] of tried) console.log(`round trips, ${what}: ${states} random states`);
});

test(
  `${RUNS} random states come back whole from their link`,
  () => {
    fc.assert(
      fc.property(cases(real), (answers) => {
        count("link");
        expect(decode(`#${encode(answers, real)}`, real)).toEqual({ answers, dropped: [] });
      }),
      { ...FIXED, numRuns: RUNS },
    );
  },
  PATIENT,
);

test(
  `${RUNS} random states come back whole from their case file, with the times of their results`,
  () => {
    fc.assert(
      fc.property(incidents(real), (incident) => {
        count("case file");
        const text = file(incident);
        expect(text.length).toBeLessThan(MAX_BYTES / 20);
        const { incident: opened, says } = open(text);
        if (Object.keys(incident.answers).length === 0) return;
        expect({ opened, says }).toEqual({ opened: incident, says: [] });
        expect(file(opened!)).toBe(text);
      }),
      { ...FIXED, numRuns: RUNS },
    );
  },
  PATIENT,
);

test("a case with everything answered fits into a link and a file", () => {
  const answers: Answers = Object.fromEntries([
    ...real.questions.map(({ id }) => [id, ["unknown"]] as const),
    ...real.checks.map((check) => [`check.${check.id}`, [check.outcomes[0]!.id]] as const),
  ]);
  expect(decode(encode(answers, real), real)).toEqual({ answers, dropped: [] });
  expect(open(file({ answers, times: {} }))).toEqual({
    incident: { answers, times: {} },
    texts: [],
    says: [],
  });
});

test("the user's own values are in no case file", () => {
  const state = { answers: { symptom: ["late"] }, times: {}, values: { upstream: "secret.internal:8000" } };
  expect(file(state)).not.toContain("secret");
});
