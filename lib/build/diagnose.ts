/** `npm run -s diagnose -- FILE.jsonl`: one verdict a record, from the same engine as the page. */
import { readFileSync } from "node:fs";
import { loadContent } from "../content/load";
import { knowledgeOf } from "../content/knowledge";
import { diagnose, prepare } from "../diagnosis/diagnose";
import { answersOf } from "../diagnosis/record";

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return fail(`${file}: the file cannot be read. Give a file with one JSON record a line.`);
  }
}

function parse(line: string, at: number, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through to the sentence below.
  }
  return fail(`${file}: line ${at + 1} is no JSON object.`);
}

const file = process.argv[2] ?? fail("Give a file of incident records: npm run -s diagnose -- FILE.jsonl");
const index = prepare(knowledgeOf(loadContent("content")));
read(file).split("\n").forEach((line, at) => {
  if (line.trim() === "") return;
  const record = parse(line, at, file);
  const verdict = diagnose(answersOf(record), index);
  console.log(JSON.stringify({ id: record["id"] ?? null, causes: verdict.causes.map(({ id }) => id), next: verdict.check?.id ?? verdict.question?.id ?? null }));
});
