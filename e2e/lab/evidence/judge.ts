/** The record that follows from what was kept of the runs, and what of it does not hold. Pure. */
import { hashOf } from "../../../lib/content/proofs";
import type { ProofRecord } from "../../../lib/trace/record-schema";
import { unmet, type Seen } from "../proof/claims";
import { scenarioOf } from "../proof/record";
import { recordingOf } from "./keep";
import type { Evidence, KeptMutation, Run } from "./schema";
import type { Mark, PlannedScenario, PlannedSide, Subject } from "./subject";

export interface Judged {
  record: ProofRecord;
  /** What does not hold: one sentence each. */
  failures: string[];
}

const seenOf = ({ name, says, model }: PlannedSide, run: Run): Seen => ({
  name,
  says,
  recording: recordingOf(run, model),
});

/** A scenario with both sides as they were seen. */
interface Ran {
  planned: PlannedScenario;
  runs: Evidence["scenarios"][number];
  first: Seen;
  second: Seen;
}

/** What of a scenario's claim fails on a second side that lacks a decisive text: one sentence each. */
export function failuresWithout(what: string, planned: PlannedScenario, first: Run, run: Run): string[] {
  const side = { ...planned.second, name: `without “${what}”`, says: "" };
  return unmet(planned, seenOf(planned.first, first), seenOf(side, run));
}

interface Outcome {
  mutation?: NonNullable<ProofRecord["mutations"]>[number];
  failures: string[];
}

/** What came of one decisive text that was taken out. */
function outcomeOf({ text, defence, scenarios }: Mark, kept: KeptMutation, all: readonly Ran[]): Outcome {
  const broken = kept.runs.map(({ scenario, run }) => {
    const ran = all[scenario];
    return ran ? failuresWithout(text, ran.planned, ran.runs.first, run) : [];
  });
  const failing = broken.findIndex((sentences) => sentences.length > 0);
  const ran = kept.runs.map(({ scenario }) => scenario);
  const due = failing < 0 ? scenarios : scenarios.slice(0, failing + 1);
  if (ran.join() !== due.join())
    return {
      failures: [`without “${text}” scenarios ${due.join(", ")} are due, and ${ran.join(", ")} were run`],
    };
  const says = failing < 0 ? null : (all[kept.runs[failing]?.scenario ?? -1]?.planned.scenario ?? "");
  if (says === null && defence === undefined)
    return { failures: [`without “${text}” every claim still holds: it does nothing here`] };
  if (says !== null && defence !== undefined)
    return {
      failures: [
        `“${text}” is labelled as a defence, and without it “${says}” fails: ${broken[failing]?.join(", ") ?? ""}`,
      ],
    };
  return {
    mutation: { what: text, outcome: says === null ? "defence" : "fails", says: says ?? defence ?? "" },
    failures: [],
  };
}

function mutationsOf({ marks }: Subject, { mutations }: Evidence, all: readonly Ran[]): Outcome[] {
  const extra = mutations.slice(marks.length).map(({ what }) => `“${what}” is no decisive text`);
  return [
    ...marks.map((mark, index): Outcome => {
      const kept = mutations[index];
      if (kept?.what !== mark.text) return { failures: [`there is no run without “${mark.text}”`] };
      return outcomeOf(mark, kept, all);
    }),
    ...(extra.length > 0 ? [{ failures: extra }] : []),
  ];
}

/** Scenarios that the evidence lacks, or has too many of. */
const miscounted = (planned: number, kept: number): string[] =>
  planned === kept ? [] : [`there are ${planned} scenarios, and runs of ${kept}`];

/** The record that follows from the evidence. */
export function judged(subject: Subject, evidence: Evidence): Judged {
  const { shown, scenarios } = subject;
  const all = scenarios.flatMap((planned, index): Ran[] => {
    const runs = evidence.scenarios[index];
    if (!runs) return [];
    const [first, second] = [seenOf(planned.first, runs.first), seenOf(planned.second, runs.second)];
    return [{ planned, runs, first, second }];
  });
  const outcomes = mutationsOf(subject, evidence, all);
  const mutations = outcomes.flatMap(({ mutation }) => mutation ?? []);
  const record: ProofRecord = {
    id: shown.id,
    kind: shown.kind,
    ...subject.stateOf(evidence),
    hash: hashOf(shown),
    made: evidence.made,
    versions: evidence.versions,
    scenarios: all.map(({ planned, first, second }) => scenarioOf(planned, first, second)),
    ...(mutations.length > 0 ? { mutations } : {}),
  };
  return {
    record,
    failures: [
      ...miscounted(scenarios.length, evidence.scenarios.length),
      ...all.flatMap(({ planned, first, second }) =>
        unmet(planned, first, second).map((sentence) => `“${planned.scenario}”: ${sentence}`),
      ),
      ...outcomes.flatMap(({ failures }) => failures),
    ],
  };
}
