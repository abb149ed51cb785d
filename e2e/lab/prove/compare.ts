/** Whether two proofs tell the same: claims and outcomes, versions and the shape of answers, not milliseconds. */
import { wordsIn } from "../../../lib/trace/words";
import type { Evidence, Run } from "../evidence/schema";
import { restored } from "../evidence/text";
import type { Proven } from "../evidence/item";
import { isOfMachine } from "../proof/versions";

type Call = Run["calls"][number];

/** Headers whose value is the same in each run. */
const STEADY = ["content-type", "content-encoding", "cache-control", "x-accel-buffering", "retry-after"];

/** How the words of an answer came. Where the share of arrivals lies between the two, either will do. */
const PIECES = 0.75;
const LUMPS = 0.5;

/** Words that all came within these seconds: on a busy machine they come in one piece. A claim that counts them says so. */
const SHORT = 0.5;

/** Seconds between the first and the last arrival that brought words. */
function spanOf({ arrivals }: Call): number {
  const times = arrivals.flatMap(([time, , own]) => (own > 0 ? [time] : []));
  return Math.max(0, ...times) - Math.min(...times);
}

function flowOf({ arrivals, caller, text }: Call): string[] {
  const words = wordsIn(restored(text), caller).length;
  const bringing = arrivals.filter(([, , own]) => own > 0).length;
  if (words === 0) return ["no word"];
  if (bringing === 1) return words === 1 ? ["one word", "in one piece"] : ["in one piece", "in lumps"];
  const share = bringing / words;
  return [
    ...(share >= LUMPS ? ["piece by piece"] : []),
    ...(share < PIECES ? ["in lumps", "in one piece"] : []),
  ];
}

/** How the words of an answer stand. How many there are before a cut hangs on the moment; claims judge whether all came. */
function orderOf({ caller, text }: Call): string {
  const words = wordsIn(restored(text), caller);
  if (words.length === 0) return "none";
  if (new Set(words).size < words.length) return "some twice";
  return words.every((word, index) => word === index) ? "in order" : "out of order, or with gaps";
}

const headersOf = ({ heard: { headers } }: Call): string =>
  Object.keys(headers)
    .sort()
    .map((name) => (STEADY.includes(name) ? `${name}: ${headers[name] ?? ""}` : name))
    .join(", ");

function ofCall(before: Call, now: Call, who: string): string[] {
  const found: string[] = [];
  const differ = (what: string, was: string | null, is: string | null) => {
    if (was !== is) found.push(`${who}: ${what} was ${was ?? "none"}, and is ${is ?? "none"}`);
  };
  differ("its path", before.heard.path, now.heard.path);
  differ("its status", String(before.heard.status), String(now.heard.status));
  differ("its end", before.heard.ended, now.heard.ended);
  differ("its headers", headersOf(before), headersOf(now));
  differ("the order of its words", orderOf(before), orderOf(now));
  // What came before somebody left or was cut off hangs on the moment.
  const isWhole = before.heard.ended === "whole" && now.heard.ended === "whole";
  const isLong = Math.max(spanOf(before), spanOf(now)) > SHORT;
  const [was, is] = [flowOf(before), flowOf(now)];
  if (isWhole && isLong && !was.some((one) => is.includes(one)))
    differ("its answer", was[0] ?? null, is[0] ?? null);
  return found;
}

/** Ways in which the model was asked. How often hangs on the moment where a call is dropped; a claim that counts says so. */
const callsOf = ({ called }: Run): string =>
  [...new Set(called.map(({ path, stream }) => `${path}${stream ? "" : " at once"}`))].sort().join(", ");

function ofRun(before: Run, now: Run, side: string): string[] {
  const found = now.calls.flatMap((call, index) => {
    const then = before.calls[index];
    const who = now.calls.length > 1 ? `${side}, caller ${index + 1}` : side;
    return then ? ofCall(then, call, who) : [`${who}: it was not there`];
  });
  if (callsOf(before) !== callsOf(now))
    found.push(
      `${side}: the model was asked ${callsOf(before) || "nothing"}, and now ${callsOf(now) || "nothing"}`,
    );
  // A server that is still ending when it is looked at has no code yet.
  if (before.exit !== null && now.exit !== null && before.exit !== now.exit)
    found.push(`${side}: it ended with ${before.exit}, and now with ${now.exit}`);
  return found;
}

/** Versions that differ. */
function versionsOf(before: Evidence, now: Evidence, which: (name: string) => boolean): string[] {
  const names = [...new Set([...Object.keys(before.versions), ...Object.keys(now.versions)])];
  return names
    .filter((name) => which(name) && before.versions[name] !== now.versions[name])
    .map(
      (name) =>
        `${name} was ${before.versions[name] ?? "not there"}, and is ${now.versions[name] ?? "not there"}`,
    );
}

/** Lines of a log tell times and addresses: a record has one for each sign, and how many there are is held against it. */
function ofLog(before: readonly string[], now: readonly string[], side: string): string[] {
  if (before.length === now.length) return [];
  return before.length < now.length
    ? [`${side}: lines of the log that were not there: ${now.join(" | ")}`]
    : [`${side}: lines of the log are gone: ${before.join(" | ")}`];
}

function ofScenarios(before: Proven, now: Proven): string[] {
  return now.evidence.scenarios.flatMap((runs, index) => {
    const then = before.evidence.scenarios[index];
    const said = now.record.scenarios[index];
    if (!said) return [];
    const named = (name: string) => `“${said.scenario}”, ${name}`;
    if (!then) return [`“${said.scenario}”: it was not there`];
    const saidThen = before.record.scenarios[index];
    return [
      ...ofRun(then.first, runs.first, named(said.first.name)),
      ...ofRun(then.second, runs.second, named(said.second.name)),
      ...ofLog(saidThen?.first.log ?? [], said.first.log, named(said.first.name)),
      ...ofLog(saidThen?.second.log ?? [], said.second.log, named(said.second.name)),
    ];
  });
}

const outcomesOf = ({ record }: Proven): string =>
  (record.mutations ?? []).map(({ what, outcome }) => `${what}: ${outcome}`).join("; ");

const withoutNumbers = (by: string | undefined): string | undefined => by?.replaceAll(/\d+(\.\d+)*/g, "#");

/** What differs between a committed proof and a new one: one sentence each. */
export function differences(before: Proven, now: Proven): string[] {
  const found: string[] = [];
  if (before.record.hash !== now.record.hash || before.evidence.inputs !== now.evidence.inputs)
    found.push("the committed record is of other files, another claim or another lab");
  if (before.record.state !== now.record.state)
    found.push(`it was ${before.record.state}, and is ${now.record.state}`);
  // Versions of checkers are in the lock files, which are inputs.
  if (withoutNumbers(before.record.by) !== withoutNumbers(now.record.by))
    found.push(
      `it was validated by ${before.record.by ?? "nothing"}, and is by ${now.record.by ?? "nothing"}`,
    );
  if (outcomesOf(before) !== outcomesOf(now))
    found.push(`lines taken out: it was ${outcomesOf(before)}, and is ${outcomesOf(now)}`);
  const pinned = versionsOf(before.evidence, now.evidence, (name) => !isOfMachine(name));
  return [...found, ...pinned, ...ofScenarios(before, now)];
}

/** What differs and is no fault: programs that the machine brings, and whose versions nobody here pins. */
export const remarks = (before: Proven, now: Proven): string[] =>
  versionsOf(before.evidence, now.evidence, isOfMachine);
