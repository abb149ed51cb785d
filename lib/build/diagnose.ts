/** `npm run -s diagnose -- FILE.jsonl`: one verdict a record, from the same engine as the page. */
import { loadContent } from "../content/load";
import { knowledgeOf } from "../content/knowledge";
import { diagnose, prepare } from "../diagnosis/diagnose";
import { answersOf } from "../diagnosis/record";
import { recordsOf } from "./records";

const records = recordsOf(process.argv[2], "Give a file of incident records: npm run -s diagnose -- FILE.jsonl");
const index = prepare(knowledgeOf(loadContent("content")));
for (const record of records) {
  const verdict = diagnose(answersOf(record), index);
  console.log(JSON.stringify({ id: record["id"] ?? null, causes: verdict.causes.map(({ id }) => id), next: verdict.check?.id ?? verdict.question?.id ?? null }));
}
