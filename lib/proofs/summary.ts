/** What a recording says in words and numbers: for the label of its chart, and for the table behind it. */
import type { ProofRecord, Side } from "../trace/record-schema";
import type { Called, Heard } from "../trace/recording-schema";

export type Scenario = ProofRecord["scenarios"][number];

export const secondsOf = (value: number): string =>
  `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} s`;

/** Both sides of a scenario, in their order. */
export const sidesOf = ({ first, second }: Scenario): readonly Side[] => [first, second];

/** In place of a path, where no caller asked: a program printed, or a page showed. */
const SHOWN = "stdout";

/** Where a caller asked; null where what a program or page shows was followed. */
export const askedAt = ({ path }: Heard): string | null => (path === SHOWN ? null : path);

/** One caller's run as numbers. Times in seconds after it asked. */
export interface Numbers {
  status: string;
  firstByte: number | null;
  arrivals: number;
  comments: number;
  words: number;
  silence: number;
  end: number;
}

export function numbersOf({ status, arrivals, end }: Heard): Numbers {
  const times = [0, ...arrivals.map(({ at }) => at), end];
  return {
    status: status === null ? "none" : String(status),
    firstByte: arrivals[0]?.at ?? null,
    arrivals: arrivals.filter(({ comment }) => !comment).length,
    comments: arrivals.filter(({ comment }) => comment).length,
    words: arrivals.reduce((sum, { words }) => sum + words, 0),
    silence: Math.max(0, ...times.slice(1).map((time, before) => time - (times[before] ?? 0))),
    end,
  };
}

const ENDS: Readonly<Record<Heard["ended"], string>> = {
  whole: "ends properly",
  cut: "is cut",
  left: "the caller leaves",
  patience: "the caller gives up waiting",
  refused: "is refused",
};
/** How a caller's run looks: good, bad, held back, or neither of them. */
export type Look = "flow" | "cut" | "held" | "plain";

/** Whether the first byte came when most of the time was over. */
function isLate(heard: Heard): boolean {
  const { firstByte, end } = numbersOf(heard);
  return firstByte !== null && firstByte > 1 && firstByte >= end / 2;
}

/**
 * How a run looks.
 * @param wrong whether it is the wrong side: an answer that ends properly is not good for that
 */
export function lookOf(heard: Heard, wrong: boolean): Look {
  const { ended } = heard;
  if (ended === "cut" || ended === "refused") return "cut";
  if (ended !== "whole") return "held";
  if (!wrong) return "flow";
  return isLate(heard) ? "held" : "plain";
}
export const markOf = (look: Look): string => ({ flow: "✓", cut: "✕", held: "‖", plain: "•" })[look];

/** How it ended, as in “is cut at 2.1 s”. */
export const endOf = ({ ended, end }: Heard): string => `${ENDS[ended]} at ${secondsOf(end)}`;

/** How it went, as in “first byte at 6 s, ends properly at 6.1 s”: when it began is said where that was late. */
export function courseOf(heard: Heard): string {
  const { firstByte } = numbersOf(heard);
  const began = firstByte !== null && isLate(heard) ? `first byte at ${secondsOf(firstByte)}, ` : "";
  return began + endOf(heard);
}

const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** One caller's run as a sentence. */
export function sentenceOf(heard: Heard): string {
  const { status, firstByte, arrivals, comments, silence } = numbersOf(heard);
  const parts = [
    heard.status === null ? "no answer" : `status ${status}`,
    firstByte === null ? "not one byte" : `first byte after ${secondsOf(firstByte)}`,
    ...(arrivals > 0 ? [times(arrivals, "arrival")] : []),
    ...(comments > 0 ? [times(comments, "comment line")] : []),
    ...(silence > 1 ? [`longest silence ${secondsOf(silence)}`] : []),
  ];
  return `${parts.join(", ")}; ${endOf(heard)}`;
}

const CALLS: Readonly<Record<Called["ended"], string>> = {
  whole: "it was answered to the end",
  "caller-left": "the app left it",
  open: "it was still open at the end",
  refused: "it was refused",
  cut: "it broke off on the model's side",
};

/** The model's side of a run, as a sentence. */
export function upstreamOf({ called }: Side): string {
  if (called.length === 0) return "The model was never asked.";
  const streamed = called.filter(({ stream }) => stream).length;
  const how =
    streamed === called.length
      ? "with streaming"
      : streamed === 0
        ? "without streaming"
        : `${streamed} of them with streaming`;
  const ends = [...new Set(called.map(({ ended }) => CALLS[ended]))].join("; ");
  return `The model was asked ${called.length === 1 ? "once" : `${called.length} times`}, ${how}; ${ends}.`;
}

/**
 * The seconds of a chart's axis, at equal steps, at most seven: the last one is its width, and holds both
 * sides to their ends.
 */
export function ticksOf(scenario: Scenario): number[] {
  const ends = sidesOf(scenario).flatMap(({ heard }) => heard.map(({ asked, end }) => asked + end));
  const last = Math.max(0.5, ...ends);
  const step = [0.5, 1, 2, 5, 10, 15, 30, 60].find((candidate) => last / candidate <= 6) ?? 120;
  return Array.from({ length: Math.ceil(last / step) + 1 }, (_, tick) => tick * step);
}

const STATES: Readonly<Record<ProofRecord["state"], string>> = {
  reproduced: "Reproduced",
  validated: "Validated",
  documented: "Documented",
};
export const stateOf = ({ state }: Pick<ProofRecord, "state">): string => STATES[state];
export const versionsOf = ({ versions }: ProofRecord): string =>
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
