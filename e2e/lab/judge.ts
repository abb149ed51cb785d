/** Whether a run shows a sign. Pure: recordings in, a sentence or null out. */
import type { Claim, Sign, Side } from "../../lib/content/proof-schema";
import type { Call } from "./client";
import { handedOn } from "./events";
import { wordsIn } from "./model/words";

/** One side's run with the texts that its record does not keep. */
export interface Run {
  calls: readonly Call[];
  side: Side;
  log: string;
  printed: string;
  /** Files that the claim speaks of, as the program left them; one that is missing is not here. */
  files: Readonly<Record<string, string>>;
  /** The model's own answer: when it is first asked and when its last word is due, in seconds after the run began; its words in all, and its text. */
  model: { first: number; last: number; words: number; text: string };
}

/** Slack of a limit that fires: timers are swept, and processes take a moment to end. */
const EARLY_S = 0.2;
/** Share of the pieces that have to arrive by themselves: two may meet on a loaded machine. */
const MOST_PIECES = 0.75;
const LATE = { factor: 1.2, seconds: 1.5 };

const firstWord = (call: Call): number | null =>
  call.heard.chunks.find(([, , words]) => words > 0)?.[0] ?? null;
const words = (call: Call): number[] => wordsIn(call.text, call.caller);
const inOrder = (numbers: readonly number[]): boolean => numbers.every((number, at) => number === at);

/** Seconds from the last byte, or from the question, to the end. */
function lasted(call: Call, of: "start" | "silence"): number {
  const { end, chunks } = call.heard;
  return of === "start" ? end : end - (chunks.at(-1)?.[0] ?? 0);
}

/** Statuses of a proper answer: of HTTP, of a WebSocket, and of what a program printed, which has none. */
const PROPER: readonly (number | null)[] = [200, 101, null];

/** Arrivals that bring words. */
const arrivals = (call: Call): number => call.heard.chunks.filter(([, , count]) => count > 0).length;

type Of<S extends Sign["sign"]> = Extract<Sign, { sign: S }>;
type Judge = { [S in Sign["sign"]]: (sign: Of<S>, run: Run) => boolean };

const callOf = (run: Run, at: number): Call => {
  const call = run.calls[at];
  if (!call) throw new Error(`The claim speaks of question ${at}, and there are ${run.calls.length}.`);
  return call;
};

/** Half of the model's run after a question: what comes later was held back. */
const half = (run: Run) => (run.model.first + run.model.last) / 2;

const JUDGES: Judge = {
  held: ({ ask }, run) => {
    const first = firstWord(callOf(run, ask));
    return first !== null && first > half(run);
  },
  "one-piece": ({ ask }, run) => {
    const call = callOf(run, ask);
    const arrivals = call.heard.chunks.filter(([, , count]) => count > 0);
    return (
      arrivals.length === 1 &&
      new Set(words(call)).size === run.model.words &&
      (arrivals[0]?.[0] ?? 0) >= run.model.last - call.heard.at - EARLY_S
    );
  },
  streams: ({ ask }, run) => {
    const call = callOf(run, ask);
    const first = firstWord(call);
    const arrivals = call.heard.chunks.filter(([, , count]) => count > 0).length;
    return first !== null && first <= half(run) && arrivals >= Math.min(3, run.model.words);
  },
  each: ({ ask }, run) =>
    callOf(run, ask).heard.chunks.filter(([, , count]) => count > 0).length >= MOST_PIECES * run.model.words,
  lumps: ({ ask }, run) => {
    const count = arrivals(callOf(run, ask));
    return count > 0 && count < run.model.words / 2;
  },
  whole: ({ ask }, run) => {
    const call = callOf(run, ask);
    return (
      call.heard.ended === "whole" &&
      PROPER.includes(call.heard.status) &&
      inOrder(words(call)) &&
      words(call).length === run.model.words
    );
  },
  cut: ({ ask }, run) => callOf(run, ask).heard.ended === "cut",
  "ends-at": ({ ask, limit, of }, run) => {
    const took = lasted(callOf(run, ask), of);
    return (
      callOf(run, ask).heard.ended !== "patience" &&
      took >= limit - EARLY_S &&
      took <= LATE.factor * limit + LATE.seconds
    );
  },
  "tail-missing": ({ ask }, run) => {
    const call = callOf(run, ask);
    return (
      call.heard.ended === "whole" && words(call).length > 0 && !words(call).includes(run.model.words - 1)
    );
  },
  "no-answer": ({ ask }, run) => words(callOf(run, ask)).length === 0,
  doubled: ({ ask }, run) => new Set(words(callOf(run, ask))).size < words(callOf(run, ask)).length,
  mixed: ({ ask }, run) =>
    run.calls.some(
      (other) =>
        other.caller !== callOf(run, ask).caller && wordsIn(callOf(run, ask).text, other.caller).length > 0,
    ),
  status: ({ ask, is }, run) => callOf(run, ask).heard.status === is,
  has: ({ ask, text }, run) => callOf(run, ask).text.includes(text),
  exact: ({ ask }, run) => handedOn(callOf(run, ask).text) === run.model.text,
  drops: ({ ask, text }, run) => !handedOn(callOf(run, ask).text).includes(text),
  error: ({ ask, text }, run) => callOf(run, ask).heard.error?.includes(text) ?? false,
  hangs: ({ ask }, run) => callOf(run, ask).heard.ended === "patience",
  waits: (sign, run) => {
    const [second, first] = [callOf(run, sign.ask).heard, callOf(run, sign.for).heard];
    return second.at + (second.chunks[0]?.[0] ?? second.end) >= first.at + first.end - 0.3;
  },
  prompt: (sign, run) => {
    const [second, first] = [callOf(run, sign.ask).heard, callOf(run, sign.for).heard];
    const rest = first.at + first.end - second.at;
    return second.ended === "whole" && rest > 0 && second.end < rest / 2;
  },
  log: ({ text, lines }, run) =>
    run.log.split("\n").filter((line) => line.includes(text)).length >= (lines ?? 1),
  prints: ({ text }, run) => run.printed.includes(text),
  exits: ({ code }, run) => run.side.exit === code,
  upstream: ({ is }, { side: { called } }) => {
    if (is === "never-asked") return called.length === 0;
    if (is === "not-streamed") return called.length > 0 && called.every(({ stream }) => !stream);
    return is === "left-open"
      ? called.some(({ ended }) => ended === "open")
      : called.some(({ ended }) => ended === "caller-left");
  },
  calls: ({ is }, run) => run.side.called.length === is,
  header: ({ ask, name, is }, run) => callOf(run, ask).heard.headers[name]?.includes(is) ?? false,
  comment: ({ ask }, run) => callOf(run, ask).heard.chunks.some(([, , , comment]) => comment),
  file: ({ name, text }, run) => run.files[name]?.includes(text) ?? false,
};

/** Whether a run shows a sign. */
export function shows(sign: Sign, run: Run): boolean {
  // The table holds for each sign the judge of that very sign.
  return (JUDGES[sign.sign] as (sign: Sign, run: Run) => boolean)(sign, run);
}

export const inWords = ({ sign, ...more }: Sign) =>
  `${sign}${Object.entries(more)
    .filter(([key, value]) => !(key === "ask" && value === 0))
    .map(([key, value]) => ` ${key} ${JSON.stringify(value)}`)
    .join("")}`;

/** What of a claim does not hold: each sign must be shown by its own side, and by it alone. */
export function broken(
  claim: Pick<Claim, "shows" | "gives">,
  first: Run,
  second: Run,
  names: readonly [string, string] = ["broken", "fixed"],
): string[] {
  const test = (signs: readonly Sign[], own: Run, other: Run, [mine, others]: readonly [string, string]) =>
    signs.flatMap((sign) => [
      ...(shows(sign, own) ? [] : [`the ${mine} side does not show “${inWords(sign)}”`]),
      ...(shows(sign, other) ? [`the ${others} side shows “${inWords(sign)}” too`] : []),
    ]);
  return [
    ...test(claim.shows, first, second, names),
    ...test(claim.gives, second, first, [names[1], names[0]]),
  ];
}

/** The same recordings the other way round: every sign must fail, or it says nothing. */
export function holdsSwapped(claim: Pick<Claim, "shows" | "gives">, first: Run, second: Run): string[] {
  return [
    ...claim.shows.filter((sign) => shows(sign, second) && !shows(sign, first)),
    ...claim.gives.filter((sign) => shows(sign, first) && !shows(sign, second)),
  ].map(inWords);
}
