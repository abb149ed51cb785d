/** Whether the committed records follow from the runs that were kept: each is judged anew. */
import type { Content } from "../../../lib/content/load";
import { canonical, fileOf } from "../../../lib/content/proofs";
import type { ProofRecord } from "../../../lib/trace/record-schema";
import { allKept, keptAt, readKept } from "./files";
import { impossible } from "./impossible";
import { inputsOf } from "./inputs";
import { judged } from "./judge";
import { allRuns } from "./runs";
import type { Evidence } from "./schema";
import type { Subject } from "./subject";

/** The fields in which two records differ. */
function differing(record: ProofRecord, other: ProofRecord): string[] {
  const names = [...new Set([...Object.keys(record), ...Object.keys(other)])] as (keyof ProofRecord)[];
  return names.filter((name) => canonical(record[name]) !== canonical(other[name]));
}

/** Runs with more or fewer callers than their claim has questions: nothing can be judged on them. */
const miscounted = (subject: Subject, evidence: Evidence): string[] =>
  allRuns(subject, evidence)
    .filter(({ side, run }) => side.asks.length !== run.calls.length)
    .map(
      ({ planned, side, run }) =>
        `“${planned.scenario}”, ${side.name}: there are ${side.asks.length} questions, and ${run.calls.length} callers`,
    );

/** What is wrong with a record and its runs: one sentence each, without the name of the file. */
export function refusals(subject: Subject, record: ProofRecord, evidence: Evidence): string[] {
  const uncounted = miscounted(subject, evidence);
  if (uncounted.length > 0) return uncounted;
  const { record: follows, failures } = judged(subject, evidence);
  return [
    ...(evidence.kind === subject.shown.kind && evidence.id === subject.shown.id
      ? []
      : [`its runs are of the ${evidence.kind} "${evidence.id}"`]),
    ...(evidence.inputs === inputsOf(subject) ? [] : ["what its runs depend on has changed since"]),
    ...failures,
    ...impossible(subject, evidence),
    ...differing(record, follows).map(
      (name) => `its field "${name}" does not follow from the runs that were kept`,
    ),
  ];
}

/** Everything that is wrong with the records of the content: one sentence each. */
export function refusedRecords({ proofs }: Content, subjects: readonly Subject[]): string[] {
  const records = new Map(proofs.map((record) => [fileOf(record.kind, record.id), record]));
  const known = new Set(subjects.map(({ shown }) => keptAt(shown.kind, shown.id)));
  const found = subjects.flatMap((subject) => {
    const { kind, id } = subject.shown;
    const file = keptAt(kind, id);
    const again = `run "npm run prove -- ${kind}:${id}".`;
    const record = records.get(fileOf(kind, id));
    const evidence = readKept(kind, id);
    if (!record || evidence === null) return [`${file}: there is no record with its runs; ${again}`];
    if (typeof evidence === "string") return [`${file}: ${evidence}; ${again}`];
    return refusals(subject, record, evidence).map((sentence) => `${file}: ${sentence}; ${again}`);
  });
  const left = allKept().filter((file) => !known.has(file));
  return [...found, ...left.map((file) => `${file}: it is of nothing that is shown; remove it.`)];
}
