/** A recording as it is kept, and back: every sign of its claim is judged alike on either. */
import { tmpdir } from "node:os";
import type { Script } from "../../../lib/content/proof-schema";
import type { Sign } from "../../../lib/trace/sign-schema";
import { inWords, shows, type Call, type Recording } from "../../../lib/trace/signs";
import { answerOf } from "../model/script";
import type { Run } from "./schema";
import { restored, shortened } from "./text";

const LONGEST_LINE = 240;
const LONGEST_REQUEST = 4_000;
const END_OF_REQUEST = 500;
/** Characters that are kept before a text that stands late in a long line. */
const BEFORE = 100;

type Of<S extends Sign["sign"]> = Extract<Sign, { sign: S }>;
const of = <S extends Sign["sign"]>(signs: readonly Sign[], name: S): Of<S>[] =>
  signs.filter((sign): sign is Of<S> => sign.sign === name);

/** Texts that the claim looks for in the program's and the proxy's output, line by line. */
export const sought = (signs: readonly Sign[]): string[] =>
  [...of(signs, "log"), ...of(signs, "prints")].flatMap(({ text }) => text.split("\n"));

/** A line without what differs from machine to machine and from run to run, and no longer than it needs to be. */
function lineOf(line: string, texts: readonly string[]): string {
  const plain = line
    .trim()
    .replaceAll(`${process.cwd()}/`, "")
    .replaceAll(new RegExp(`${tmpdir()}/lastbyte-[\\w-]+`, "g"), "{dir}");
  const at = Math.min(...texts.map((text) => plain.indexOf(text)).filter((place) => place >= 0));
  const from = plain.length > LONGEST_LINE && at > BEFORE ? at - BEFORE : 0;
  return plain.slice(from, from + LONGEST_LINE);
}

function linesOf({ log, printed }: Recording, texts: readonly string[]): Run["log"] {
  const lines = new Map<string, [number, number]>();
  const count = (text: string, place: 0 | 1) => {
    for (const line of text.split("\n")) {
      if (!texts.some((one) => line.includes(one))) continue;
      const kept = lineOf(line, texts);
      const counts = lines.get(kept) ?? [0, 0];
      counts[place] += 1;
      lines.set(kept, counts);
    }
  };
  count(log, 0);
  count(printed, 1);
  return [...lines].map(([line, [logged, own]]) => [line, logged, own]);
}

function filesOf({ files }: Recording, signs: readonly Of<"file">[]): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const { name, text } of signs)
    if (files[name]?.includes(text)) kept[name] = [...(kept[name] ?? []), text];
  return kept;
}

/** A request with no more than its beginning, its end and what stands around the texts that are looked for. */
function requestOf(request: string, texts: readonly string[]): string {
  if (request.length <= LONGEST_REQUEST) return request;
  const around = texts.flatMap((text) => {
    const at = request.indexOf(text);
    return at < 0 ? [] : [request.slice(Math.max(0, at - BEFORE), at + text.length + BEFORE)];
  });
  return [request.slice(0, END_OF_REQUEST), ...around, request.slice(-END_OF_REQUEST)].join(" […] ");
}

function callOf({ heard: { arrivals, ...heard }, text, caller }: Call): Run["calls"][number] {
  return {
    caller,
    heard,
    arrivals: arrivals.map(({ at, bytes, words, comment }) => [at, bytes, words, comment]),
    text: shortened(text),
  };
}

/**
 * What is kept of a recording.
 * @param signs all that its claim speaks of
 * @throws when a sign would be judged otherwise on what is kept: a mistake of this file
 */
export function kept(recording: Recording, signs: readonly Sign[], model: readonly Script[]): Run {
  const run = runOf(recording, signs);
  const again = recordingOf(run, model);
  const lost = signs.find((sign) => shows(sign, recording) !== shows(sign, again));
  if (lost) throw new Error(`What is kept of a run says something else of “${inWords(lost)}” than the run.`);
  return run;
}

function runOf(recording: Recording, signs: readonly Sign[]): Run {
  const files = of(signs, "file");
  const asked = of(signs, "asked").map(({ text }) => text);
  return {
    calls: recording.calls.map(callOf),
    called: [...recording.called],
    ...(asked.length > 0 ? { requests: recording.requests.map((request) => requestOf(request, asked)) } : {}),
    log: linesOf(recording, sought(signs)),
    ...(files.length > 0 ? { files: filesOf(recording, files) } : {}),
    exit: recording.exit,
  };
}

const repeated = (run: Run, times: (line: Run["log"][number]) => number): string =>
  run.log.flatMap((line) => Array.from({ length: times(line) }, () => line[0])).join("\n");

/** The recording that was kept. `model`: the scripts by which the model answered. */
export function recordingOf(run: Run, model: readonly Script[]): Recording {
  const calls = run.calls.map(({ caller, heard, arrivals, text }): Call => ({
    caller,
    text: restored(text),
    heard: {
      ...heard,
      arrivals: arrivals.map(([at, bytes, words, comment]) => ({ at, bytes, words, comment })),
    },
  }));
  return {
    calls,
    called: run.called,
    requests: run.requests ?? [],
    log: repeated(run, ([, logged]) => logged),
    printed: repeated(run, ([, , own]) => own),
    files: Object.fromEntries(
      Object.entries(run.files ?? {}).map(([name, texts]) => [name, texts.join("\n")]),
    ),
    exit: run.exit,
    // Frameworks load much at the first question: the model's answer begins when it is asked.
    model: answerOf(model, run.called[0]?.asked ?? calls[0]?.heard.asked ?? 0),
  };
}
