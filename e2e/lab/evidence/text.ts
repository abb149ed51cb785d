/**
 * Texts of answers as they are kept: numbered words that follow one another with the same text between them stand
 * as one run, and so does a character that fills a large event. Nothing is lost, and an answer of forty events takes
 * one line.
 */
import * as v from "valibot";
import { word } from "../../../lib/trace/words";

const number = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * A text as it is, or a run: the caller's letter, its first and its last number, and what stands between two words. Or
 * one character, and how often it stands there.
 */
const pieceSchema = v.union([
  v.string(),
  v.strictTuple([v.string(), number, number, v.string()]),
  v.strictTuple([v.string(), number]),
]);
export const textSchema = v.array(pieceSchema);
export type KeptText = v.InferOutput<typeof textSchema>;

/** Words that a run has at least: a shorter one is no shorter than its text. */
const LEAST = 3;

/** A character that is repeated so often, or oftener. */
const FILLING = /([^])\1{999,}/g;

/** A text between words, with what fills it as a number. */
function packed(text: string): KeptText {
  const pieces: KeptText = [];
  let told = 0;
  for (const { 0: run, 1: filling = "", index } of text.matchAll(FILLING)) {
    if (index > told) pieces.push(text.slice(told, index));
    pieces.push([filling, run.length]);
    told = index + run.length;
  }
  return told < text.length ? [...pieces, text.slice(told)] : pieces;
}

interface Found {
  caller: string;
  number: number;
  start: number;
  end: number;
}

/** The numbered words of all callers, where they stand. */
function found(text: string): Found[] {
  return [...text.matchAll(/([a-y])(\d{2,3})z/g)].flatMap(({ 0: whole, 1: caller = "", 2: digits, index }) =>
    whole === word(Number(digits), caller)
      ? [{ caller, number: Number(digits), start: index, end: index + whole.length }]
      : [],
  );
}

/** Where the run that begins at a word ends: the index of its last word. */
function lastOf(words: readonly Found[], from: number, between: (at: number) => string): number {
  const gap = between(from);
  let at = from;
  for (;;) {
    const [one, next] = [words[at], words[at + 1]];
    const goesOn =
      one && next && next.caller === one.caller && next.number === one.number + 1 && between(at) === gap;
    if (!goesOn) return at;
    at += 1;
  }
}

/** A text as it is kept. */
export function shortened(text: string): KeptText {
  const words = found(text);
  const between = (at: number): string => text.slice(words[at]?.end, words[at + 1]?.start);
  const pieces: KeptText = [];
  let told = 0;
  for (let at = 0; at < words.length; at += 1) {
    const last = lastOf(words, at, between);
    const [begin, end] = [words[at], words[last]];
    if (!begin || !end || last - at + 1 < LEAST) continue;
    pieces.push(...packed(text.slice(told, begin.start)));
    pieces.push([begin.caller, begin.number, end.number, between(at)]);
    told = end.end;
    at = last;
  }
  return [...pieces, ...packed(text.slice(told))];
}

function wordsOf(caller: string, from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => word(from + at, caller));
}

function textOf(piece: KeptText[number]): string {
  if (typeof piece === "string") return piece;
  return piece.length === 2
    ? piece[0].repeat(piece[1])
    : wordsOf(piece[0], piece[1], piece[2]).join(piece[3]);
}

/** The text that was kept. */
export const restored = (kept: KeptText): string => kept.map(textOf).join("");
