/** Every combination of the four questions that the wizard lets stand together, through the engine. */
import { expect, test } from "vitest";
import { choicesOf } from "@/components/wizard/choices";
import { knowledgeOf } from "@/lib/content/knowledge";
import { loadContent } from "@/lib/content/load";
import { prepare } from "@/lib/diagnosis/prepared";
import { rank } from "@/lib/diagnosis/rank";
import { remediesOf } from "@/lib/diagnosis/remedies";
import type { Answers } from "@/lib/model/answers";
import { byHand } from "@/lib/model/finding";
import { situationOf } from "@/lib/diagnosis/situation";
import { verdictOf } from "@/lib/diagnosis/fixtures/said";

const content = loadContent("content");
const knowledge = knowledgeOf(content);
const prepared = prepare(knowledge);
const FIRST_FOUR = ["framework", "hosting", "proxy", "symptom"];
const UNNAMED = new Set(["unknown", "other", "none", "local"]);

function* combinations(questions: readonly string[], answers: Answers = {}): Generator<Answers> {
  const [next, ...rest] = questions;
  if (next === undefined) {
    yield answers;
    return;
  }
  const question = knowledge.questions.find(({ id }) => id === next);
  if (!question) throw new Error(`There is no question "${next}".`);
  for (const { id } of choicesOf(question, answers, knowledge))
    yield* combinations(rest, { ...answers, [next]: [id] });
}

const all = [...combinations(FIRST_FOUR)];
const nothingSaid = (answers: Answers) => Object.values(answers).every(([value]) => value === "unknown");

test("what can be answered does not hang on the order of the questions", () => {
  const pairs = (order: readonly string[]) =>
    new Set(
      [...combinations(order)].map((answers) => `${answers["hosting"]?.[0]} with ${answers["proxy"]?.[0]}`),
    );
  const [there, back] = [pairs(["hosting", "proxy"]), pairs(["proxy", "hosting"])];
  expect([...there].filter((pair) => !back.has(pair)).map((pair) => `${pair}: only hosting first`)).toEqual(
    [],
  );
  expect([...back].filter((pair) => !there.has(pair)).map((pair) => `${pair}: only proxy first`)).toEqual([]);
});

test("each product can be chosen, and a hosting excludes the hops that it cannot have", () => {
  for (const dimension of ["framework", "hosting", "proxy"] as const) {
    const reached = new Set(all.map((answers) => answers[dimension]?.[0]));
    expect(knowledge.products[dimension]!.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  }
  const values = (dimension: string) => knowledge.products[dimension]!.length + 1;
  const most = values("framework") * values("hosting") * values("proxy") * (knowledge.symptoms.length + 1);
  expect(all.length).toBeLessThan(most);
  expect(all.length).toBeGreaterThan(most / 10);
});

/** The checks that a checklist is made of: named by one of the first causes that are not ruled out. */
const LISTED = 6;
const checkIds = new Set(knowledge.checks.map(({ id }) => id));
/** Every so many combinations, the whole verdict with its next steps is made too: gains are what takes the time. */
const SAMPLE = 7;

test("each gives a verdict with a pair and a checklist", { timeout: 400_000 }, () => {
  const failures = new Map<string, number>();
  const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1);
  const blank = verdictOf({}, prepared);
  all.forEach((answers, at) => {
    if (nothingSaid(answers)) {
      if (verdictOf(answers, prepared).status !== "empty") fail("a verdict from nothing");
      return;
    }
    const causes = rank(situationOf(byHand(answers), prepared), prepared);
    const ids = causes.map(({ id }) => id);
    const inPlay = new Set(
      causes
        .filter(({ ruledOut }) => !ruledOut)
        .slice(0, LISTED)
        .map(({ id }) => id),
    );
    const listed = knowledge.causes.some(
      ({ id, prove }) => inPlay.has(id) && prove.some((check) => checkIds.has(check)),
    );
    if (!listed) fail(`no checklist: ${answers["symptom"]?.[0]}, first ${ids[0]}`);
    const { pair } = remediesOf({ ...blank, causes }, byHand(answers), prepared);
    const three = ids.slice(0, 3);
    if (!pair) fail(`no pair: ${answers["framework"]?.[0]}, ${three.join(" / ")}`);
    else if (!three.includes(pair.cause))
      fail(`the pair ${pair.id} cures ${pair.cause}, which is not among the first three`);
    if (at % SAMPLE !== 0) return;
    const verdict = verdictOf(answers, prepared);
    if (verdict.status === "empty") fail(`no verdict: ${JSON.stringify(answers)}`);
    if (verdict.checklist.length === 0) fail(`an empty checklist: ${JSON.stringify(answers)}`);
    if (verdict.causes.map(({ id }) => id).join() !== ids.join())
      fail(`two rankings of ${JSON.stringify(answers)}`);
  });
  expect([...failures].map(([what, times]) => `${what} (${times} times)`)).toEqual([]);
});

test("each named proxy and hosting has a config, or at least its limits with the setting", () => {
  const lacking = new Set<string>();
  const blank = verdictOf({}, prepared);
  const limited = new Set(content.limits.map(({ on }) => on));
  for (const answers of combinations(["hosting", "proxy"])) {
    if (nothingSaid(answers)) continue;
    const configs = new Set(
      remediesOf(
        { ...blank, causes: rank(situationOf(byHand(answers), prepared), prepared) },
        byHand(answers),
        prepared,
      ).configs.map(({ product }) => product),
    );
    for (const id of [...(answers["hosting"] ?? []), ...(answers["proxy"] ?? [])])
      if (!UNNAMED.has(id) && !configs.has(id) && !limited.has(id)) lacking.add(id);
  }
  expect([...lacking]).toEqual([]);
});
