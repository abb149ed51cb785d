import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knowledgeOf } from "../content/knowledge";
import { loadContent } from "../content/load";
import { byHand } from "../model/finding";
import { changesOf, standingOf } from "./change";
import { prepare } from "./prepared";
import { known, situationOf } from "./situation";
import { cases, FIXED } from "./fixtures/cases";
import { knowledge } from "./fixtures/knowledge";
import { scoreOf } from "./rank";
import type { Answers } from "../model/answers";

describe.each([
  ["made-up knowledge", knowledge],
  ["the real knowledge", knowledgeOf(loadContent("content"))],
])("changes of scores, %s", (_, of) => {
  const prepared = prepare(of);
  const scores = (answers: Answers) =>
    of.causes.map((cause) => scoreOf(cause, situationOf(byHand(answers), prepared), prepared));

  test("what is reckoned from the rules of one answer is what a whole new ranking gives", () => {
    fc.assert(
      fc.property(cases(of), cases(of), fc.nat(), (answers, more, pick) => {
        const open = Object.entries(more).filter(
          ([key]) => known(answers, key).length === 0 && !key.startsWith("check."),
        );
        const [key, value] = open[pick % Math.max(1, open.length)] ?? [];
        if (key === undefined || value === undefined) return;
        const standing = standingOf(byHand(answers), prepared);
        const before = scores(answers);
        expect(changesOf({ [key]: value }, standing, prepared)).toEqual(
          scores({ ...answers, [key]: value }).map((score, at) => score - (before[at] ?? 0)),
        );
      }),
      FIXED,
    );
  });

  test("the outcome of a check counts with the answers that it implies", () => {
    fc.assert(
      fc.property(cases(of), fc.nat(), fc.nat(), (answers, pick, side) => {
        const open = of.checks.filter(({ id }) => answers[`check.${id}`] === undefined);
        const check = open[pick % Math.max(1, open.length)];
        const outcome = check?.outcomes[side % check.outcomes.length];
        if (!check || !outcome) return;
        const key = `check.${check.id}`;
        const implied = Object.fromEntries(
          Object.entries(outcome.answers ?? {}).map(([question, value]) => [question, [value]]),
        );
        const before = scores(answers);
        const after = scores({ ...answers, [key]: [outcome.id] });
        expect(
          changesOf({ [key]: [outcome.id], ...implied }, standingOf(byHand(answers), prepared), prepared),
        ).toEqual(after.map((score, at) => score - (before[at] ?? 0)));
      }),
      FIXED,
    );
  });
});
