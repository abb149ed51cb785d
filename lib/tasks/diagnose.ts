/** `npm run -s diagnose -- FILE.jsonl`: one verdict a record, from the same engine as the page. */
import { knowledgeOf } from "../content/knowledge";
import { loadContent } from "../content/load";
import { diagnose } from "../diagnosis/diagnose";
import { labelsOfCauses } from "../diagnosis/labels";
import { prepare } from "../diagnosis/prepared";
import { answersOf } from "../diagnosis/record";
import { byHand } from "../model/finding";
import { readAnswer } from "../state/read-answer";
import { recordsOf } from "./records";

const USAGE = `Give a file of incident records: npm run -s diagnose -- FILE.jsonl
On each line: {"id", "framework", "hosting", "server", "proxy", "symptom", "cut_after_s"}, each of which may be missing or null.
Values are the ids of a link (see /runbooks/), proxy one or a list, cut_after_s a number of seconds.
Printed for each: {"id", "causes": label ids, ranked, "fine": our own cause ids, ranked, "next": a check's or question's id or null}`;

const NOTHING =
  "no answer in it, so the order below is that of all causes. Run without a file for the fields.";

const records = recordsOf(process.argv[2], USAGE);
const knowledge = knowledgeOf(loadContent("content"));
const prepared = prepare(knowledge);
for (const record of records) {
  const id = record["id"] ?? null;
  const answers = answersOf(record);
  // Nothing may look like a verdict on what was not understood.
  const dropped = Object.entries(answers).flatMap(
    ([key, values]) => readAnswer(key, values, knowledge).dropped,
  );
  if (Object.keys(answers).length === 0) dropped.push(NOTHING);
  for (const sentence of dropped) console.error(`record ${JSON.stringify(id)}: ${sentence}`);
  const verdict = diagnose(byHand(answers), prepared);
  const fine = verdict.causes.map((cause) => cause.id);
  const next = verdict.check?.id ?? verdict.question?.id ?? null;
  console.log(JSON.stringify({ id, causes: labelsOfCauses(fine, knowledge), fine, next }));
}
