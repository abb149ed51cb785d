/** Nothing is asked that the text has answered: over the incidents that may be read. */
import { beforeAll, expect, test } from "vitest";
import { knowledgeOf } from "../../lib/content/knowledge";
import { loadContent } from "../../lib/content/load";
import { readingsOf } from "../../lib/content/readings";
import { diagnose } from "../../lib/diagnosis/diagnose";
import { prepare } from "../../lib/diagnosis/prepared";
import { known, situationOf } from "../../lib/diagnosis/situation";
import { readEvidence } from "../../lib/evidence/read";
import { givenIn } from "../../lib/evidence/record";
import type { Answers } from "../../lib/model/answers";
import type { Verdict } from "../../lib/model/verdict";
import { recordsOf } from "../../lib/tasks/records";
import { fileOf, READABLE } from "./sets";

const content = loadContent("content");
const knowledge = knowledgeOf(content);

/** An incident with what its text answers, and the verdict on that alone. */
interface Read {
  id: unknown;
  answers: Answers;
  verdict: Verdict;
}
const all: Read[] = [];
beforeAll(async () => {
  const prepared = prepare(knowledge);
  const readings = readingsOf(content);
  for (const record of recordsOf(fileOf(READABLE), "")) {
    const { findings } = await readEvidence(givenIn(record) ?? [], readings);
    const evidence = { answers: {}, findings };
    const { answers } = situationOf(evidence, prepared);
    all.push({ id: record["id"], answers, verdict: diagnose(evidence, prepared) });
  }
}, 120_000);

/** Whether the answers fit one outcome of a check alone: then it would show nothing new. */
function isTold(check: string, answers: Answers): boolean {
  const { outcomes = [] } = knowledge.checks.find(({ id }) => id === check) ?? {};
  const fits = (key: string, value: string) =>
    known(answers, key).length === 0 || known(answers, key).includes(value);
  const left = outcomes.filter(({ answers: own = {} }) =>
    Object.entries(own).every(([key, value]) => fits(key, value)),
  );
  return left.length === 1;
}

test("no question is asked that the text has answered", () => {
  const asked = all.filter(
    ({ answers, verdict: { question } }) => question && known(answers, question.id).length > 0,
  );
  expect(asked.map(({ id }) => id)).toEqual([]);
});

test("none of the first three checks is one whose outcome the text has told", () => {
  const asked = all.flatMap(({ id, answers, verdict: { checklist } }) =>
    checklist.slice(0, 3).flatMap((step) => (isTold(step.id, answers) ? [`${String(id)}: ${step.id}`] : [])),
  );
  expect(asked).toEqual([]);
});

test("each of them has a next step", () => {
  expect(all.filter(({ verdict }) => !verdict.check && !verdict.question)).toEqual([]);
});
