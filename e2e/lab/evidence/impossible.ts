/** What of the kept runs cannot have been: numbers that contradict each other, their script or the lock files. Pure. */
import type { Script } from "../../../lib/content/proof-schema";
import { wordsIn } from "../../../lib/trace/words";
import { piecesOf, textOf } from "../model/script";
import { signsOf } from "../proof/claims";
import { impossibleCall, SLACK_S } from "./impossible-call";
import { sought } from "./keep";
import { allRuns } from "./runs";
import type { Evidence, Run } from "./schema";
import type { PlannedScenario, PlannedSide, Subject } from "./subject";

/** Seconds after the call at which the model sends its piece with this number. */
function dueOf({ hold, first, every, pause }: Script, number: number): number {
  return hold + first + number * every + (pause && number >= pause.after ? pause.for : 0);
}

/** Words that came before the model had sent them, where one call gave them all. */
function ofModel(run: Run, model: readonly Script[]): string[] {
  const [called, more] = run.called;
  const [script] = model;
  const [call] = run.calls;
  if (
    !called ||
    more ||
    !script ||
    !call ||
    call.caller !== "a" ||
    script.text ||
    script.tools ||
    script.reasoning
  )
    return [];
  let words = 0;
  for (const [at, , own] of call.arrivals) {
    words += own;
    const due = called.asked - call.heard.asked + dueOf(script, words - 1);
    if (own > 0 && words <= script.tokens && at < due - SLACK_S)
      return [`word ${words} came ${at} s after the question, and the model sent it at ${due.toFixed(2)} s`];
  }
  return [];
}

/** What the model server says of its calls. */
function ofCalled(run: Run, model: readonly Script[]): string[] {
  const most = Math.max(
    0,
    ...model.map((script) =>
      Math.max(piecesOf(script, "a").length, wordsIn(textOf(script, "a"), "a").length),
    ),
  );
  return run.called.flatMap(({ asked, end, words, ended }, index) => [
    ...(end === null || end >= asked ? [] : [`call ${index + 1} of the model ended before it began`]),
    ...((end === null) === (ended === "open")
      ? []
      : [`call ${index + 1} of the model is both open and over`]),
    ...(words <= most ? [] : [`call ${index + 1} of the model sent more words than its script has`]),
  ]);
}

/** Lines, files and requests that no sign asks for. */
function unasked(run: Run, planned: PlannedScenario): string[] {
  const signs = signsOf(planned);
  const texts = sought(signs);
  const names = new Set(signs.flatMap((sign) => (sign.sign === "file" ? [sign.name] : [])));
  return [
    ...run.log
      .filter(
        ([line, logged, own]) => own > logged || logged === 0 || !texts.some((text) => line.includes(text)),
      )
      .map(([line]) => `no sign asks for the line “${line}”`),
    ...Object.keys(run.files ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `no sign asks for the file ${name}`),
  ];
}

function ofRun(run: Run, side: PlannedSide, planned: PlannedScenario): string[] {
  const callers = run.calls.flatMap((call, index) =>
    impossibleCall(call, side.asks[index]).map((sentence) => `caller ${index + 1}: ${sentence}`),
  );
  return [
    ...callers,
    ...ofCalled(run, side.model),
    ...ofModel(run, side.model),
    ...unasked(run, planned),
  ].map((sentence) => `“${planned.scenario}”, ${side.name}: ${sentence}`);
}

/** Versions that no lock file says, and programs without a version. */
function ofVersions({ packages, programs }: Subject, { versions }: Evidence): string[] {
  const expected = [...Object.keys(packages), ...programs];
  return [
    ...Object.entries(packages)
      .filter(([name, version]) => versions[name] !== version)
      .map(
        ([name, version]) =>
          `${name} is locked at ${version}, and is said to be ${versions[name] ?? "missing"}`,
      ),
    ...programs
      .filter((name) => !/^\d+([.-]\d+)+/.test(versions[name] ?? ""))
      .map((name) => `the version of ${name} is missing`),
    ...Object.keys(versions)
      .filter((name) => !expected.includes(name))
      .map((name) => `${name} is not part of it`),
  ];
}

function ofChecks({ checks }: Subject, { checked }: Evidence): string[] {
  const due = checks.map(({ file }) => file).join();
  const done = checked.map(({ file }) => file).join();
  return [
    ...(due === done ? [] : [`checkers read ${due || "nothing"}, and ${done || "nothing"} was read`]),
    ...checks.flatMap(({ file, blind }, index) =>
      blind === undefined || checked[index]?.by.endsWith(`; it does not look at ${blind}`)
        ? []
        : [`${file}: what its checker does not look at is missing`],
    ),
  ];
}

/** What cannot have been: one sentence each. */
export const impossible = (subject: Subject, evidence: Evidence): string[] => [
  ...allRuns(subject, evidence).flatMap(({ planned, side, run }) => ofRun(run, side, planned)),
  ...ofVersions(subject, evidence),
  ...ofChecks(subject, evidence),
];
