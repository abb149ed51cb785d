/** Every combination of the four questions that the wizard lets stand together, through the engine. */
import { expect, test } from "vitest";
import { choicesOf } from "@/components/wizard/choices";
import { knowledgeOf } from "@/lib/content/knowledge";
import { loadContent } from "@/lib/content/load";
import { diagnose, prepare } from "@/lib/diagnosis/diagnose";
import { remediesOf } from "@/lib/diagnosis/remedies";
import type { Answers } from "@/lib/diagnosis/types";

const content = loadContent("content");
const knowledge = knowledgeOf(content);
const index = prepare(knowledge);
const FIRST_FOUR = ["framework", "hosting", "proxy", "symptom"];
const UNNAMED = new Set(["unknown", "other", "none", "local"]);

function* combinations(questions: readonly string[], answers: Answers = {}): Generator<Answers> {
  const [next, ...rest] = questions;
  if (next === undefined) return yield answers;
  const question = knowledge.questions.find(({ id }) => id === next);
  if (!question) throw new Error(`There is no question "${next}".`);
  for (const { id } of choicesOf(question, answers, knowledge)) yield* combinations(rest, { ...answers, [next]: [id] });
}

const all = [...combinations(FIRST_FOUR)];
const nothingSaid = (answers: Answers) => Object.values(answers).every(([value]) => value === "unknown");

test("what can be answered does not hang on the order of the questions", () => {
  const keys = (found: readonly Answers[]) => new Set(found.map((answers) => FIRST_FOUR.map((id) => answers[id]?.[0]).join(" ")));
  const [there, back] = [keys(all), keys([...combinations([...FIRST_FOUR].reverse())])];
  expect([...there].filter((key) => !back.has(key)).concat([...back].filter((key) => !there.has(key)))).toEqual([]);
});

test("each product can be chosen, and a hosting excludes the hops that it cannot have", () => {
  for (const dimension of ["framework", "hosting", "proxy"] as const) {
    const reached = new Set(all.map((answers) => answers[dimension]?.[0]));
    expect(knowledge.products[dimension].map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  }
  const most = (knowledge.products.framework.length + 1) * (knowledge.products.hosting.length + 1) * (knowledge.products.proxy.length + 1) * (knowledge.symptoms.length + 1);
  expect(all.length).toBeLessThan(most);
  expect(all.length).toBeGreaterThan(most / 10);
});

test("each gives a verdict with a pair and a checklist", { timeout: 120_000 }, () => {
  const failures = new Map<string, number>();
  const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1);
  for (const answers of all) {
    const verdict = diagnose(answers, index);
    if (nothingSaid(answers)) {
      if (verdict.status !== "empty") fail("a verdict from nothing");
      continue;
    }
    if (verdict.status === "empty") fail(`no verdict: ${JSON.stringify(answers)}`);
    if (verdict.checklist.length === 0) fail(`no checklist: ${answers["symptom"]?.[0]}, first ${verdict.causes[0]?.id}`);
    const { pair } = remediesOf(verdict, answers, index);
    const three = verdict.causes.slice(0, 3).map(({ id }) => id);
    if (!pair) fail(`no pair: ${answers["framework"]?.[0]}, ${three.join(" / ")}`);
    else if (!three.includes(pair.cause)) fail(`the pair ${pair.id} cures ${pair.cause}, which is not among the first three`);
  }
  expect([...failures].map(([what, times]) => `${what} (${times} times)`)).toEqual([]);
});

test("each named proxy and hosting has a config, or at least its limits with the setting", () => {
  const lacking = new Set<string>();
  const limited = new Set(content.limits.map(({ on }) => on));
  for (const answers of combinations(["hosting", "proxy"])) {
    if (nothingSaid(answers)) continue;
    const configs = new Set(remediesOf(diagnose(answers, index), answers, index).configs.map(({ product }) => product));
    for (const id of [...(answers["hosting"] ?? []), ...(answers["proxy"] ?? [])]) if (!UNNAMED.has(id) && !configs.has(id) && !limited.has(id)) lacking.add(id);
  }
  expect([...lacking]).toEqual([]);
});
