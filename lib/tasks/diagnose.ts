/** `npm run -s diagnose -- FILE.jsonl`: one verdict a record, from the same engine as the page. */
import { knowledgeOf } from "../content/knowledge";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { diagnose } from "../diagnosis/diagnose";
import { labelOf, labelsOfAnswers, labelsOfCauses } from "../diagnosis/labels";
import { prepare } from "../diagnosis/prepared";
import { answersOf } from "../diagnosis/record";
import { situationOf } from "../diagnosis/situation";
import { readEvidence } from "../evidence/read";
import { givenIn, printed } from "../evidence/record";
import type { Answers } from "../model/answers";
import type { Evidence, Finding } from "../model/finding";
import { AFTER, SILENCE } from "../model/ids";
import { readAnswer } from "../state/read-answer";
import { recordsOf } from "./records";

const USAGE = `Give a file of incident records: npm run -s diagnose -- FILE.jsonl
On each line: {"id", "framework", "hosting", "server", "proxy", "symptom", "cut_after_s", "text", "files"}, each of which may be missing or null.
Values are the ids of a link (see /runbooks/), proxy one or a list, cut_after_s a number of seconds, text what was written or pasted, files a list of {"name", "text"}.
Printed for each: {"id", "causes": label ids, ranked, "fine": our own cause ids, ranked, "next": a check's or question's id or null}
With text or files also: "findings": [{"file": its place in files, or -1 for text, "line", "cause", "speaks": "for" or "against"}], "answers" as understood, "enough": whether there is enough to tell`;

const NOTHING =
  "no answer in it, so the order below is that of all causes. Run without a file for the fields.";

const records = recordsOf(process.argv[2], USAGE);
const content = loadContent("content");
const knowledge = knowledgeOf(content);
const readings = readingsOf(content);
const prepared = prepare(knowledge);
const labels = new Map(knowledge.causes.map((cause) => [cause.id, labelOf(cause)]));

/** Answers as they are printed: times as numbers, questions with several values as lists, all else as text. */
function understood(evidence: Evidence): Record<string, unknown> {
  const answers = labelsOfAnswers(situationOf(evidence, prepared).answers, knowledge);
  return Object.fromEntries(
    Object.entries(answers).map(([key, values]): [string, unknown] => {
      if (prepared.several.has(key)) return [key, values];
      const [value = null] = values;
      return [key, key === AFTER || key === SILENCE ? Number(value) : value];
    }),
  );
}

function complain(id: unknown, answers: Answers, findings: readonly Finding[]): void {
  // Nothing may look like a verdict on what was not understood.
  const dropped = Object.entries(answers).flatMap(
    ([key, values]) => readAnswer(key, values, knowledge).dropped,
  );
  if (Object.keys(answers).length === 0 && findings.length === 0) dropped.push(NOTHING);
  for (const sentence of dropped) console.error(`record ${JSON.stringify(id)}: ${sentence}`);
}

for (const record of records) {
  const id = record["id"] ?? null;
  const answers = answersOf(record);
  const given = givenIn(record);
  const { findings } = given ? await readEvidence(given, readings) : { findings: [] };
  complain(id, answers, findings);
  const evidence: Evidence = { answers, findings };
  const verdict = diagnose(evidence, prepared);
  const fine = verdict.causes.map((cause) => cause.id);
  const next = verdict.check?.id ?? verdict.question?.id ?? null;
  const read = given && {
    findings: printed(findings, (cause) => labels.get(cause) ?? null),
    answers: understood(evidence),
    enough: verdict.status === "ranked",
  };
  console.log(JSON.stringify({ id, causes: labelsOfCauses(fine, knowledge), fine, next, ...read }));
}
