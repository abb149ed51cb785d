/** Whether a recording shows a sign: what was heard goes in, yes or no comes out. */
import { handedOn } from "./events";
import type { Called, Heard } from "./recording-schema";
import type { Sign } from "./sign-schema";
import { wordsIn } from "./words";

/** One question's answer, with the text that a record does not keep. */
export interface Call {
  heard: Heard;
  text: string;
  /** The letter of the one who asked, as its words carry it. */
  caller: string;
}

/** What was seen of one run. */
export interface Recording {
  calls: readonly Call[];
  called: readonly Called[];
  /** Bodies of the requests to the model, which a record does not keep. */
  requests: readonly string[];
  /** The program's exit code, when it ended by itself. */
  exit: number | null;
  /** What the program and the proxy wrote; `printed` is the program's part. */
  log: string;
  printed: string;
  /** Files that the claim speaks of, as the program left them; one that is missing is not here. */
  files: Readonly<Record<string, string>>;
  model: Answer;
}

/** The model's own answer, by its script. */
export interface Answer {
  /** Seconds after the run began at which the model is first asked, and at which its last word is due. */
  first: number;
  last: number;
  /** Words in all, and the whole text. */
  words: number;
  text: string;
}

/** Slack of a limit that fires: timers are swept, and processes take a moment to end. */
const EARLY_S = 0.2;
const LATE = { factor: 1.2, seconds: 1.5 };
/** Share of the pieces that have to arrive by themselves: two may meet on a loaded machine. */
const MOST_PIECES = 0.75;
/**
 * A question counts as having waited when it is answered no sooner than so many seconds before the other
 * ends.
 */
const MEETS_S = 0.3;
/** Statuses of a proper answer: of HTTP, of a WebSocket, and of what a program printed, which has none. */
const PROPER: readonly (number | null)[] = [200, 101, null];

type Of<S extends Sign["sign"]> = Extract<Sign, { sign: S }>;
type Judges = { [S in Sign["sign"]]: (sign: Of<S>, recording: Recording) => boolean };

function callOf(recording: Recording, ask: number): Call {
  const call = recording.calls[ask];
  if (!call) throw new Error(`The claim speaks of question ${ask}, and there are ${recording.calls.length}.`);
  return call;
}

const heardOf = (recording: Recording, ask: number): Heard => callOf(recording, ask).heard;
const wordsOf = (call: Call): number[] => wordsIn(call.text, call.caller);
const inOrder = (numbers: readonly number[]): boolean => numbers.every((number, index) => number === index);

/** Arrivals that bring words. */
const arrivalsOf = (recording: Recording, ask: number) =>
  heardOf(recording, ask).arrivals.filter(({ words }) => words > 0);

/** Seconds after the question at which the first word came. */
const firstWord = (recording: Recording, ask: number): number | null =>
  arrivalsOf(recording, ask)[0]?.at ?? null;

/** Half of the model's answer: what comes later was held back. */
const half = ({ model }: Recording): number => (model.first + model.last) / 2;

/** Seconds from the last byte, or from the question, to the end. */
function lasted({ end, arrivals }: Heard, of: "start" | "silence"): number {
  return of === "start" ? end : end - (arrivals.at(-1)?.at ?? 0);
}

/** The order in which the words came, and how the answer ended. */
const ENDS = {
  whole: ({ ask }, recording) => {
    const call = callOf(recording, ask);
    const words = wordsOf(call);
    return (
      call.heard.ended === "whole" &&
      PROPER.includes(call.heard.status) &&
      inOrder(words) &&
      words.length === recording.model.words
    );
  },
  cut: ({ ask }, recording) => heardOf(recording, ask).ended === "cut",
  "ends-at": ({ ask, limit, of }, recording) => {
    const heard = heardOf(recording, ask);
    const took = lasted(heard, of);
    return (
      heard.ended !== "patience" && took >= limit - EARLY_S && took <= LATE.factor * limit + LATE.seconds
    );
  },
  "tail-missing": ({ ask }, recording) => {
    const call = callOf(recording, ask);
    const words = wordsOf(call);
    return call.heard.ended === "whole" && words.length > 0 && !words.includes(recording.model.words - 1);
  },
  hangs: ({ ask }, recording) => heardOf(recording, ask).ended === "patience",
} satisfies Partial<Judges>;

/** When the words came. */
const TIMES = {
  held: ({ ask }, recording) => {
    const first = firstWord(recording, ask);
    return first !== null && first > half(recording);
  },
  "one-arrival": ({ ask }, recording) => {
    const call = callOf(recording, ask);
    const [only, ...more] = arrivalsOf(recording, ask);
    return (
      only !== undefined &&
      more.length === 0 &&
      new Set(wordsOf(call)).size === recording.model.words &&
      only.at >= recording.model.last - call.heard.asked - EARLY_S
    );
  },
  streams: ({ ask }, recording) => {
    const first = firstWord(recording, ask);
    const enough = arrivalsOf(recording, ask).length >= Math.min(3, recording.model.words);
    return first !== null && first <= half(recording) && enough;
  },
  each: ({ ask }, recording) => arrivalsOf(recording, ask).length >= MOST_PIECES * recording.model.words,
  lumps: ({ ask }, recording) => {
    const { length } = arrivalsOf(recording, ask);
    return length > 0 && length < recording.model.words / 2;
  },
  comment: ({ ask }, recording) => heardOf(recording, ask).arrivals.some(({ comment }) => comment),
  waits: ({ ask, for: other }, recording) => {
    const [second, first] = [heardOf(recording, ask), heardOf(recording, other)];
    return second.asked + (second.arrivals[0]?.at ?? second.end) >= first.asked + first.end - MEETS_S;
  },
  prompt: ({ ask, for: other }, recording) => {
    const [second, first] = [heardOf(recording, ask), heardOf(recording, other)];
    const rest = first.asked + first.end - second.asked;
    return second.ended === "whole" && rest > 0 && second.end < rest / 2;
  },
} satisfies Partial<Judges>;

/** What the answer holds. */
const TEXTS = {
  "no-answer": ({ ask }, recording) => wordsOf(callOf(recording, ask)).length === 0,
  doubled: ({ ask }, recording) => {
    const words = wordsOf(callOf(recording, ask));
    return new Set(words).size < words.length;
  },
  mixed: ({ ask }, recording) => {
    const { text, caller } = callOf(recording, ask);
    return recording.calls.some((other) => other.caller !== caller && wordsIn(text, other.caller).length > 0);
  },
  status: ({ ask, is }, recording) => heardOf(recording, ask).status === is,
  header: ({ ask, name, is }, recording) => heardOf(recording, ask).headers[name]?.includes(is) ?? false,
  has: ({ ask, text }, recording) => callOf(recording, ask).text.includes(text),
  lacks: ({ ask, text }, recording) => !callOf(recording, ask).text.includes(text),
  last: ({ ask, text }, recording) => {
    const { text: answer, caller } = callOf(recording, ask);
    const [, rest, ...again] = answer.split(text);
    if (rest === undefined || again.length > 0) return false;
    return wordsIn(rest, caller).length === 0 && !/\n\r?\n/.test(rest.trimEnd());
  },
  exact: ({ ask }, recording) => handedOn(callOf(recording, ask).text) === recording.model.text,
  drops: ({ ask, text }, recording) => !handedOn(callOf(recording, ask).text).includes(text),
  error: ({ ask, text }, recording) => heardOf(recording, ask).error?.includes(text) ?? false,
} satisfies Partial<Judges>;

/** What the program and the model's side show. */
const PROGRAM = {
  log: ({ text, lines, most }, { log }) => {
    const { length } = log.split("\n").filter((line) => line.includes(text));
    return length >= (lines ?? (most === undefined ? 1 : 0)) && length <= (most ?? Infinity);
  },
  prints: ({ text }, { printed }) => printed.includes(text),
  exits: ({ code }, { exit }) => exit === code,
  file: ({ name, text }, { files }) => files[name]?.includes(text) ?? false,
  calls: ({ is }, { called }) => called.length === is,
  asked: ({ text }, { requests }) => requests.some((request) => request.includes(text)),
  upstream: ({ is }, { called }) => {
    if (is === "never-asked") return called.length === 0;
    if (is === "not-streamed") return called.length > 0 && called.every(({ stream }) => !stream);
    return called.some(({ ended }) => ended === (is === "left-open" ? "open" : "caller-left"));
  },
} satisfies Partial<Judges>;

const JUDGES: Judges = { ...ENDS, ...TIMES, ...TEXTS, ...PROGRAM };

/**
 * Whether a recording shows a sign.
 * @throws when the sign speaks of a question that was not asked: a mistake of the claim's author
 */
export function shows(sign: Sign, recording: Recording): boolean {
  // The table holds for each sign the judge of that very sign.
  return (JUDGES[sign.sign] as (sign: Sign, recording: Recording) => boolean)(sign, recording);
}

/** A sign as its claim has it, in one line. */
export const inWords = ({ sign, ...more }: Sign): string =>
  `${sign}${Object.entries(more)
    .filter(([key, value]) => !(key === "ask" && value === 0))
    .map(([key, value]) => ` ${key} ${JSON.stringify(value)}`)
    .join("")}`;
