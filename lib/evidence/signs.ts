/** Signs: lines of logs and errors, and sentences, that speak for causes or answer questions. */
import type { Answers } from "../model/answers";
import type { Finding } from "../model/finding";
import { AFTER } from "../model/ids";
import type { Sign, SignPlace, Unit } from "../model/reading";
import { DAY, SECONDS_IN } from "../text/duration";
import type { Budget } from "./budget";
import { findingOf } from "./finding";
import type { Line } from "./given";
import { patternOf } from "./patterns";
import { PROMPT } from "./prompt";

/** A sign with its patterns made ready. */
interface Ready {
  sign: Sign;
  match: RegExp;
  unless: RegExp | null;
  beside: RegExp | null;
  above: RegExp | null;
  without: RegExp | null;
}

export type Signs = Readonly<Record<SignPlace, readonly Ready[]>>;

/** Make the patterns of signs ready. */
export function prepareSigns(signs: readonly Sign[]): Signs {
  const ready = signs.map((sign) => {
    const flags = sign.cased === true ? "" : "i";
    const made = (pattern: string | undefined) => (pattern === undefined ? null : patternOf(pattern, flags));
    return {
      sign,
      match: patternOf(sign.match, flags),
      unless: made(sign.unless),
      beside: made(sign.beside),
      above: made(sign.above),
      without: made(sign.without),
    };
  });
  const inPlace = (place: SignPlace) => ready.filter(({ sign }) => sign.in === place);
  return {
    line: inPlace("line"),
    text: inPlace("text"),
    prose: inPlace("prose"),
    source: inPlace("source"),
  };
}

const TIME = /^(after|silence)(?:_(ms|min|h))?$/;

/** A clock that fires is read some milliseconds late: from so many seconds on, a time is one of whole seconds. */
const COARSE = 5;

/** Seconds of a span as they are said; null where it is none. */
function told(seconds: number): string | null {
  const rounded = seconds < COARSE ? Math.round(seconds * 1000) / 1000 : Math.round(seconds);
  return rounded > 0 && rounded <= DAY ? String(rounded) : null;
}

/** Seconds from one time of a day to another: "…T11:17:07.399Z". */
function between(began: string, ended: string): number {
  const [from, to] = [began, ended].map((text) => {
    const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d(?:\.\d{1,9})?)/.exec(text) ?? [];
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  });
  return ((to ?? NaN) - (from ?? NaN) + DAY) % DAY;
}

/** Times that the named groups of a hit hold, as answers. */
function timesOf(groups: Readonly<Record<string, string | undefined>> | undefined): Answers {
  const answers: Record<string, readonly string[]> = {};
  const { began, ended } = groups ?? {};
  const span = began === undefined || ended === undefined ? null : told(between(began, ended));
  if (span !== null) answers[AFTER] = [span];
  for (const [group, text] of Object.entries(groups ?? {})) {
    const [, question, unit = "s"] = TIME.exec(group) ?? [];
    if (question === undefined || text === undefined) continue;
    const seconds = told(Number(text) * SECONDS_IN[unit as Unit]);
    if (seconds !== null) answers[question] = [seconds];
  }
  return answers;
}

/** A log of so many lines repeats itself. */
const LONG = 1000;
/** What differs from one line of a log to the next: times, addresses, ids, amounts with a unit. Codes stay. */
const VARYING =
  /\d+[.:,/-]\d[\d.:,/-]*|\d{4,}|[0-9a-f-]{12,}|\b\d+(?= ?(?:ms|s|kb|mb|bytes|tokens)\b)|=[\w-]{6,}/gi;

/** The lines that say something new; of a long log, one of each shape. */
export function distinct(lines: readonly Line[]): readonly Line[] {
  if (lines.length < LONG) return lines;
  const shapes = new Set<string>();
  return lines.filter(({ text }) => {
    const shape = text.replace(VARYING, "#");
    if (shapes.has(shape)) return false;
    shapes.add(shape);
    return true;
  });
}

/** So many lines before and after belong together: the head of a response, a record. */
const NEAR = 14;

/** Whether the lines around a hit, and all of them, are as the sign wants them. */
function isAmong({ beside, above, without }: Ready, lines: readonly Line[], number: number): boolean {
  if (without && lines.some(({ text }) => without.test(text))) return false;
  if (above && !lines.some((line) => line.number === number - 1 && above.test(line.text))) return false;
  if (beside === null) return true;
  return lines.some(
    (line) =>
      Math.abs(line.number - number) <= NEAR && beside.test(line.text) && !isCut(lines, line.number, number),
  );
}

/** Whether another command stands between two lines: then they are of different responses or files. */
function isCut(lines: readonly Line[], one: number, other: number): boolean {
  const [first, last] = one < other ? [one, other] : [other, one];
  return lines.some(({ number, text }) => number > first && number <= last && PROMPT.test(text));
}

/** How often each sign was found in a piece. */
export type Seen = Map<string, number>;

/** So many lines of one sign are marked: what happens again is shown, and a log of it is not repeated. */
const MOST_LINES = 3;

/** What people say, and what a logger puts before each line, is told once; so is what speaks for nothing. */
const mostOf = (place: SignPlace, { speaks }: Sign): number =>
  (place === "line" || place === "text") && speaks.length > 0 ? MOST_LINES : 1;

/**
 * The findings of signs in lines; the answers of each sign count once a piece, at its first line. They are in the order
 * of the signs: of two that answer the same question, the one that stands first in its file counts.
 * @param around all lines of the piece, where these are a part of it
 * @param once lines that tell nothing new of what others tell
 */
export function signFindings(
  place: SignPlace,
  lines: readonly Line[],
  piece: number,
  signs: Signs,
  budget: Budget,
  seen: Seen,
  around: readonly Line[] = lines,
  once: ReadonlySet<Line> = new Set(),
): Finding[] {
  const found: { order: number; finding: Finding }[] = [];
  for (const line of lines) {
    const { number } = line;
    const text = place === "source" ? (line.before ?? "") : line.text;
    if (text.trim() === "") continue;
    if (!budget.spend(signs[place].length)) break;
    for (const [order, ready] of signs[place].entries()) {
      const { sign, match, unless } = ready;
      const before = seen.get(sign.id) ?? 0;
      if (before >= mostOf(place, sign) || (before > 0 && once.has(line))) continue;
      const hit = match.exec(text);
      if (!hit || unless?.test(text) || !isAmong(ready, around, number)) continue;
      seen.set(sign.id, before + 1);
      const implies = before > 0 ? {} : { ...sign.implies, ...timesOf(hit.groups) };
      found.push({ order, finding: findingOf(sign, { piece, line: number }, implies) });
    }
  }
  return found.sort((a, b) => a.order - b.order).map(({ finding }) => finding);
}
