import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byHand } from "../model/finding";
import { standingOf } from "./change";
import { prepare } from "./prepared";
import { cases, FIXED } from "./fixtures/cases";
import { knowledge } from "./fixtures/knowledge";
import { openQuestions } from "./next";
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import { verdictOf } from "./fixtures/said";

const prepared = prepare(knowledge);
const questions = (answers: Answers, known: Knowledge = knowledge) => {
  const own = prepare(known);
  return openQuestions(standingOf(byHand(answers), own), own);
};

describe("questions", () => {
  test("the one that separates what is left comes first", () => {
    expect(verdictOf({ symptom: ["late"], proxy: ["gate"] }, prepared).question?.id).toMatch(
      /^(direct|handler)$/,
    );
  });

  test("one that no rule mentions is never asked", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        expect(questions(answers).map(({ id }) => id)).not.toContain("weather");
      }),
      FIXED,
    );
  });

  test("one that cannot stand with the answers is not asked", () => {
    expect(questions({ symptom: ["cut"] }).map(({ id }) => id)).not.toContain("handler");
    expect(questions({ symptom: ["late"] }).map(({ id }) => id)).toContain("handler");
    expect(questions({ symptom: ["late"] }).map(({ id }) => id)).not.toContain("silence");
  });

  test("“don't know” is an answer: it is not asked again", () => {
    expect(questions({ symptom: ["late"], handler: ["unknown"] }).map(({ id }) => id)).not.toContain(
      "handler",
    );
  });

  test("of two that tell the same, the cheaper comes first", () => {
    const dear: Knowledge = {
      ...knowledge,
      questions: knowledge.questions.map((question) =>
        question.id === "direct" ? { ...question, effort: 60 } : question,
      ),
    };
    const answers = { symptom: ["late"], proxy: ["gate"] };
    const place = (known: Knowledge) => questions(answers, known).findIndex(({ id }) => id === "direct");
    expect(place(knowledge)).toBe(0);
    expect(place(dear)).toBeGreaterThan(0);
  });

  test("seconds are asked for while a cause with that clock is in play", () => {
    expect(questions({ symptom: ["cut"], hosting: ["box"] }).map(({ id }) => id)).toContain("after");
    expect(questions({ symptom: ["cut"], proxy: ["gate"] }).map(({ id }) => id)).toContain("silence");
  });
});

describe("checks", () => {
  const checks = (answers: Answers) => verdictOf(answers, prepared).checklist.map(({ id }) => id);

  test("nothing is asked before anything is known", () => {
    expect(verdictOf({}, prepared)).toMatchObject({ question: null, check: null, checklist: [] });
  });

  test("a check that was run is not offered again", () => {
    expect(checks({ symptom: ["late"] })).toEqual(expect.arrayContaining(["bypass", "times"]));
    expect(checks({ symptom: ["late"], "check.bypass": ["same"] })).not.toContain("bypass");
  });

  test("what an answer has already told is worth less as a command, and stays in the list", () => {
    const gain = (answers: Answers) =>
      verdictOf(answers, prepared).checklist.find(({ id }) => id === "bypass")?.gain ?? Number.NaN;
    expect(gain({ symptom: ["late"], proxy: ["gate"], direct: ["only-through"] })).toBeLessThan(
      gain({ symptom: ["late"], proxy: ["gate"] }),
    );
    expect(gain({ symptom: ["late"], proxy: ["gate"], direct: ["only-through"] })).toBeGreaterThan(0);
  });

  test("a check of which what is known leaves one outcome comes last", () => {
    const among = { symptom: ["late"], proxy: ["gate"] };
    expect(checks({ ...among, direct: ["only-through"] }).at(-1)).toBe("bypass");
    expect(checks(among)[0]).toBe("bypass");
  });

  test("what each outcome takes for granted is no answer of a check", () => {
    const granted: Knowledge = {
      ...knowledge,
      checks: knowledge.checks.map((check) =>
        check.id === "times"
          ? { ...check, outcomes: check.outcomes.map((one) => ({ ...one, answers: { weather: "rain" } })) }
          : check,
      ),
    };
    const answers = { symptom: ["late"], weather: ["rain"] };
    const gain = (known: Knowledge) =>
      verdictOf(answers, prepare(known)).checklist.find(({ id }) => id === "times")?.gain;
    expect(gain(granted)).toBe(gain(knowledge));
  });

  test("a check whose every cause is ruled out is not offered", () => {
    expect(
      checks({ proxy: ["gate"], symptom: ["late"], "check.times": ["spread"], direct: ["also-direct"] }),
    ).toEqual(["bypass"]);
  });

  test("the next check is the first of the list; gains are finite and never negative", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const verdict = verdictOf(answers, prepared);
        expect(verdict.check).toEqual(verdict.checklist[0] ?? null);
        for (const step of [...verdict.checklist, ...(verdict.question ? [verdict.question] : [])])
          expect(step.gain >= 0 && Number.isFinite(step.gain)).toBe(true);
        expect(verdict.checklist.every(({ id }) => answers[`check.${id}`] === undefined)).toBe(true);
      }),
      FIXED,
    );
  });

  test("the result of a check moves the ranking", () => {
    const first = (answers: Answers) => verdictOf(answers, prepared).causes[0]?.id;
    const answers = { symptom: ["late"] };
    expect(first(answers)).toBe("held");
    expect(first({ ...answers, "check.times": ["burst"] })).toBe("joined");
    expect(first({ ...answers, "check.bypass": ["same"] })).toBe("joined");
  });
});
