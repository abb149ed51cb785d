/**
 * `npm run accuracy`: how often the verdict is right on real incidents, from their answers alone, from their text alone
 * and from both; and how well evidence is read at its lines. It takes what may be read, and with `-- --scored` the scored
 * halves too, which counts in content/accuracy.json; `-- --record` takes all and writes that file. `-- FILE.jsonl` takes
 * other records; `-- --evidence` measures the reading alone, also of a file; `-- --wrong` names what is not right in what may be read;
 * `-- --learn` writes what is learned from the words of solved incidents.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { LEANINGS, WORDS } from "../../lib/content/kinds/reading";
import { loadContent } from "../../lib/content/load";
import type { IncidentSet, Measured, ReadCounts } from "../../lib/model/accuracy";
import { recordsOf } from "../../lib/tasks/records";
import { readItems, type Item } from "./evidence";
import { countsOf, foremost, readCounts, type Scored } from "./figures";
import { measureEach, measuring, type Measure } from "./measured";
import { onceMore, writeRecord } from "./record";
import { described, fileOf, READABLE, READING, SCORED, SETS } from "./sets";
import { learnedWithout, lessons } from "./solved";
import { tellMisread, tellReading, tellVerdicts, tellWrong } from "./told";
import type { Incident } from "./verdicts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    wrong: { type: "boolean" },
    evidence: { type: "boolean" },
    learn: { type: "boolean" },
    scored: { type: "boolean" },
    record: { type: "boolean" },
  },
});
const content = loadContent("content");
const incidentsOf = (file: string) => recordsOf(file, "") as Incident[];

/** Tells a set of incidents, and what was wrong in it where that may be seen. */
async function incidents(file: string, measure: Measure, mayBeRead: boolean) {
  console.log(`\n${file}`);
  const each = await measureEach(incidentsOf(file), measure);
  const counts = countsOf(each);
  tellVerdicts(counts);
  if (values.wrong && mayBeRead) tellWrong(each.both);
  return { counts, both: each.both };
}

async function reading(files: readonly string[], mayBeRead: boolean): Promise<ReadCounts> {
  console.log(`\n${files.join(", ")}`);
  const items = files.flatMap((file) => recordsOf(file, "")) as unknown as Item[];
  const all = await readItems(items, content);
  tellReading(all);
  if (values.wrong && mayBeRead) tellMisread(all);
  return readCounts(all);
}

/** Everything that the record holds. */
async function whole(measure: Measure): Promise<Measured> {
  const sets: IncidentSet[] = [];
  const together: Scored[] = [];
  for (const set of SETS) {
    const file = fileOf(set.id);
    const measured = set.isMeasured ? await incidents(file, measure, set.id !== SCORED) : null;
    together.push(...(measured?.both ?? []));
    sets.push({ ...described(set, incidentsOf(file)), verdicts: measured?.counts ?? null });
  }
  return {
    date: new Date().toISOString().slice(0, 10),
    sets,
    confusions: foremost(together),
    reading: {
      readable: await reading(READING.readable, true),
      scored: await reading(READING.scored, false),
    },
  };
}

function learnFrom(all: Parameters<typeof learnedWithout>[1]): void {
  const { words, leanings } = learnedWithout(null, all);
  for (const [file, rows] of [
    [WORDS, words],
    [LEANINGS, leanings],
  ] as const) {
    const lines = rows.map((row) => JSON.stringify(row));
    writeFileSync(`content/${file}`, `[\n${lines.join(",\n")}\n]\n`);
    console.log(`content/${file}: ${rows.length} rows`);
  }
}

/** Counts before it scores: a run that is broken off has shown something too. */
function count(): ReturnType<typeof onceMore> {
  const record = onceMore(content.accuracy);
  writeRecord(record);
  return record;
}

async function main(): Promise<void> {
  const [file] = positionals;
  const scoredFiles = [fileOf(SCORED), ...READING.scored].map((one) => resolve(one));
  if (file !== undefined && scoredFiles.includes(resolve(file))) {
    console.error(`${file}: this half is only scored as a whole: npm run accuracy -- --scored.`);
    process.exitCode = 2;
    return;
  }
  const all = values.evidence ? [] : await lessons(content);
  if (values.learn) {
    learnFrom(all);
    return;
  }
  const measure = measuring(content, all);
  if (values.record) {
    const record = count();
    writeRecord({ ...record, measured: await whole(measure) });
    return;
  }
  if (file !== undefined) {
    await (values.evidence ? reading([file], true) : incidents(file, measure, true));
    return;
  }
  if (values.scored) count();
  if (!values.evidence) {
    await incidents(fileOf(READABLE), measure, true);
    if (values.scored) await incidents(fileOf(SCORED), measure, false);
  }
  await reading(READING.readable, true);
  await reading(READING.later, true);
  if (values.scored) await reading(READING.scored, false);
}

await main();
