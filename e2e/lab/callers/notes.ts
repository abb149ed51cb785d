/** What a caller notes of an answer: each arrival with its time, and the text that claims are judged by. */
import { wordsIn } from "../../../lib/trace/words";
import type { Arrival, Heard } from "../../../lib/trace/recording-schema";

/** Chunks that come within so many seconds of each other are one arrival. */
const ONE_ARRIVAL_S = 0.02;
/** Headers that a page shows; the rest differs from run to run. */
const KEPT = [
  "content-type",
  "content-encoding",
  "transfer-encoding",
  "content-length",
  "cache-control",
  "x-accel-buffering",
  "retry-after",
  "connection",
  "set-cookie",
];

/** How an answer began and ended. */
export interface Outcome {
  status: number | null;
  headers: Record<string, string>;
  ended: Heard["ended"];
  error: string | null;
}

export const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** The headers that a record keeps. */
export const keptHeaders = (
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    KEPT.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );

const isComment = (text: string): boolean =>
  text.split("\n").every((line) => line === "" || line.startsWith(":"));

export class Notes {
  readonly arrivals: Arrival[] = [];
  text = "";
  private words = 0;
  /**
   * @param caller the letter of the one who asks
   * @param clock seconds since the question
   */
  constructor(
    private readonly caller: string,
    private readonly clock: () => number,
  ) {}

  /** Note what has just come: its text, and its size in bytes. */
  take(text: string, bytes: number): void {
    const at = this.clock();
    this.text += text;
    const words = wordsIn(this.text, this.caller).length;
    const last = this.arrivals.at(-1);
    if (last && at - last.at < ONE_ARRIVAL_S) {
      last.bytes += bytes;
      last.words += words - this.words;
      last.comment &&= isComment(text);
    } else
      this.arrivals.push({
        at: milliseconds(at),
        bytes,
        words: words - this.words,
        comment: isComment(text),
      });
    this.words = words;
  }
}
