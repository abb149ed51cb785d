/** `npm run -s diagnose -- FILE.jsonl`: one verdict a record, from the same engine as the page. */
import { loadContent } from "../content/load";
import { knowledgeOf } from "../content/knowledge";
import { diagnose, prepare } from "../diagnosis/diagnose";
import { answersOf } from "../diagnosis/record";
import { readAnswer } from "../state/codec";
import { recordsOf } from "./records";

const USAGE = `Give a file of incident records: npm run -s diagnose -- FILE.jsonl
On each line: {"id", "framework", "hosting", "server", "proxy", "symptom", "cut_after_s"}, each of which may be missing or null.
Values are the ids of a link (see /runbooks/), proxy one or a list, cut_after_s a number of seconds.`;

const records = recordsOf(process.argv[2], USAGE);
const knowledge = knowledgeOf(loadContent("content"));
const index = prepare(knowledge);
for (const record of records) {
  const answers = answersOf(record);
  // Nothing may look like a verdict on what was not understood.
  const dropped = Object.entries(answers).flatMap(
    ([question, values]) => readAnswer(question, values, knowledge).dropped,
  );
  if (Object.keys(answers).length === 0)
    dropped.push(
      "no answer in it, so the order below is that of all causes. Run without a file for the fields.",
    );
  for (const sentence of dropped)
    console.error(`record ${JSON.stringify(record["id"] ?? null)}: ${sentence}`);
  const verdict = diagnose(answers, index);
  console.log(
    JSON.stringify({
      id: record["id"] ?? null,
      causes: verdict.causes.map(({ id }) => id),
      next: verdict.check?.id ?? verdict.question?.id ?? null,
    }),
  );
}
