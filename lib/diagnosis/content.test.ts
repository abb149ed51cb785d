/** The engine over the real knowledge: what stands in `content/` must be reachable, and must come out where its fixture says. */
import { describe, expect, test } from "vitest";
import { knowledgeOf } from "../content/knowledge";
import { loadContent } from "../content/load";
import { prepare } from "./prepared";
import type { Answers } from "../model/answers";
import type { EngineCause, Knowledge } from "../model/knowledge";
import { verdictOf } from "./fixtures/said";

const content = loadContent("content");
const knowledge = knowledgeOf(content);
const prepared = prepare(knowledge);
const answersIn = (side: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(side).map(([key, value]) => [key, value.split(",")]));
const firstThree = (answers: Answers) =>
  verdictOf(answers, prepared)
    .causes.slice(0, 3)
    .map(({ id, score }) => `${id} ${score}`)
    .join(", ");

describe("fixtures beside the causes", () => {
  test("each cause has answers under which it comes first, and a near miss under which it does not", () => {
    const failures = content.causes.flatMap((cause) => {
      if (!cause.fixture) return [`${cause.id}: no fixture`];
      const [first, notFirst] = [answersIn(cause.fixture.first), answersIn(cause.fixture.notFirst)];
      return [
        ...(verdictOf(first, prepared).causes[0]?.id === cause.id
          ? []
          : [`${cause.id}: field "first" ranks ${firstThree(first)}`]),
        ...(verdictOf(notFirst, prepared).causes[0]?.id === cause.id
          ? [`${cause.id}: field "notFirst" ranks it first: ${firstThree(notFirst)}`]
          : []),
      ];
    });
    expect(failures).toEqual([]);
  });

  test("every cause comes first under some fixture", () => {
    const reached = new Set(
      content.causes.map((cause) => verdictOf(answersIn(cause.fixture?.first ?? {}), prepared).causes[0]?.id),
    );
    expect(content.causes.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  test("a near miss asks about the same case: it shares the symptom, or an answer, with what comes first", () => {
    const strangers = content.causes.filter(
      ({ fixture }) =>
        fixture && !Object.entries(fixture.notFirst).some(([key, value]) => fixture.first[key] === value),
    );
    expect(strangers.map(({ id }) => id)).toEqual([]);
  });
});

describe("knowledge is data", () => {
  const added: EngineCause = {
    id: "made-up-in-a-test",
    layer: "app",
    title: "Made up",
    headline: "Made up for a test",
    prior: 0,
    carriers: [],
    prove: [knowledge.checks[0]?.id ?? ""],
    symptoms: { [knowledge.symptoms[0]?.id ?? ""]: { weight: 4 } },
    evidence: [
      { when: { changed: ["new-code"] }, weight: 4, says: "A test says so." },
      { when: { "check.made-up-check": ["yes"] }, weight: 4, says: "The check says so." },
    ],
  };
  const more: Knowledge = {
    ...knowledge,
    causes: [...knowledge.causes, added],
    checks: [
      ...knowledge.checks,
      {
        id: "made-up-check",
        title: "A check of the test",
        effort: 1,
        outcomes: [
          { id: "yes", label: "Yes" },
          { id: "no", label: "No" },
        ],
      },
    ],
  };

  test("one more cause is one more object: it is ranked, with its reasons", () => {
    const answers = { symptom: [knowledge.symptoms[0]?.id ?? ""], changed: ["new-code"] };
    const top = verdictOf(answers, prepare(more)).causes[0];
    expect(top?.id).toBe(added.id);
    expect(top?.for.map(({ says }) => says)).toContain("A test says so.");
    expect(verdictOf({}, prepare(more)).causes).toHaveLength(knowledge.causes.length + 1);
  });

  test("one more check is one more object: the cause that names it brings it into the checklist", () => {
    const naming = {
      ...more,
      causes: more.causes.map((cause) =>
        cause.id === added.id ? { ...added, prove: ["made-up-check"] } : cause,
      ),
    };
    const answers = { symptom: [knowledge.symptoms[0]?.id ?? ""], changed: ["new-code"] };
    expect(verdictOf(answers, prepare(naming)).checklist.map(({ id }) => id)).toContain("made-up-check");
  });
});

describe("the questions", () => {
  test("each follow-up can be asked: some rule, check or clock hangs on it", () => {
    const used = new Set(
      [...knowledge.causes, ...knowledge.layers].flatMap(({ evidence }) =>
        evidence.flatMap(({ when }) => Object.keys(when)),
      ),
    );
    const idle = knowledge.questions.filter(
      (question) => question.kind === "choice" && !question.first && !used.has(question.id),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  test("each check is named by some cause", () => {
    const named = new Set(knowledge.causes.flatMap(({ prove }) => prove));
    expect(knowledge.checks.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  test("each outcome of a check says something to some cause, unless it says that nothing was found", () => {
    const said = new Set(
      [...knowledge.causes, ...knowledge.layers].flatMap(({ evidence }) =>
        evidence.flatMap(({ when }) => Object.keys(when)),
      ),
    );
    const mute = knowledge.checks.filter(
      (check) =>
        !said.has(`check.${check.id}`) &&
        check.outcomes.every((outcome) => Object.keys(outcome.answers ?? {}).length === 0),
    );
    expect(mute.map(({ id }) => id)).toEqual([]);
  });
});
