/**
 * A case as a file: versioned JSON that opens again to the same state. What is read from one is never
 * trusted.
 */
import * as v from "valibot";
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import { readAnswer } from "../state/read-answer";
import type { Incident, Leaving } from "../state/policy";
import { isTime, timesFor } from "../state/times";
import { atMost } from "../text/at-most";
import type { RedactedText, Whole } from "../text/redact/texts";
import { textsIn, writtenTexts } from "./case-texts";
import { mended } from "./mend";
import { isRecord, short } from "./raw";

const KIND = "case";
const VERSION = 1;
/** A case with every question and check answered is a fortieth of this; the rest is room for pasted text. */
export const MAX_BYTES = 400_000;

/**
 * What every version of the file has; the parts are read one by one, so that what is understood is opened.
 */
const envelope = v.object({
  lastbyte: v.literal(KIND),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  knowledge: v.optional(v.unknown()),
  made: v.optional(v.unknown()),
  answers: v.optional(v.unknown()),
  times: v.optional(v.unknown()),
  texts: v.optional(v.unknown()),
});
const FIELDS: ReadonlySet<string> = new Set(Object.keys(envelope.entries));

export interface Opened {
  /** What was understood, or null when nothing of the file is opened. */
  incident: Incident | null;
  /** Pasted texts that it holds, redacted by who saved it; they have to be read again. */
  texts: readonly Whole[];
  /** One sentence for each thing that the user must know. */
  says: readonly string[];
}

/**
 * The file of a case. One entry a line, so that a file that is cut off can be opened up to there.
 * @param texts pasted texts that are handed over on purpose
 */
export function caseFile(
  { answers, times }: Leaving<"file">,
  { made, revision }: { made: string; revision: string },
  texts: readonly RedactedText[] = [],
): string {
  const file = {
    lastbyte: KIND,
    version: VERSION,
    knowledge: revision,
    made,
    answers,
    times: timesFor(answers, times),
    // Last, so that a cut takes answers away only after them.
    ...(texts.length > 0 && { texts: writtenTexts(texts) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Whether the text of a file is one that opens again. */
export const fits = (text: string): boolean => new TextEncoder().encode(text).length <= MAX_BYTES;

const refused = (sentence: string): Opened => ({
  incident: null,
  texts: [],
  says: [`${sentence} Nothing was opened, and your case is as it was.`],
});

/** Why a file of this size is not even read; null when it may be. */
export function tooLarge(bytes: number): Opened | null {
  const size = bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${Math.round(bytes / 1000)} kB`;
  return bytes > MAX_BYTES
    ? refused(`This file has ${size}, and a case file has never more than ${MAX_BYTES / 1000} kB.`)
    : null;
}

function answersOf(raw: unknown, knowledge: Knowledge): { answers: Answers; dropped: string[] } {
  if (!isRecord(raw)) return { answers: {}, dropped: ["It has no answers in it."] };
  const dropped: string[] = [];
  const answers = Object.entries(raw).flatMap(([question, values]) => {
    const list: readonly unknown[] = Array.isArray(values) ? values : [values];
    const texts = list.filter((value) => typeof value === "string");
    const read = readAnswer(question, texts, knowledge);
    dropped.push(...read.dropped);
    if (texts.length < list.length && (read.values.length > 0 || read.dropped.length === 0))
      dropped.push(`An answer to “${short(question)}” is no text.`);
    return read.values.length > 0 ? [[question, read.values] as const] : [];
  });
  return { answers: Object.fromEntries(answers), dropped };
}

function timesProblems(raw: unknown, incident: Incident): string[] {
  if (raw === undefined) return [];
  if (!isRecord(raw)) return ["The times of its checks could not be read."];
  const left = Object.entries(raw).filter(([key]) => !Object.hasOwn(incident.times, key));
  return left.length === 0
    ? []
    : [
        `${left.length} ${left.length === 1 ? "time" : "times"} in it ${left.length === 1 ? "is" : "are"} left out: ${left.some(([, time]) => !isTime(time)) ? "not a time, or " : ""}no result stands beside it.`,
      ];
}

/** Text as JSON; a text that breaks off is read up to there. */
function parsed(text: string): { raw: unknown; whole: boolean } | null {
  const candidates = [
    { json: text, whole: true },
    { json: mended(text), whole: false },
  ];
  for (const { json, whole } of candidates) {
    try {
      if (json !== null) return { raw: JSON.parse(json), whole };
    } catch {
      // The next candidate, or none.
    }
  }
  return null;
}

/**
 * Open the text of a file. Never throws: what is understood comes back, and the rest is named.
 * @param revision version of the knowledge that reads
 */
export function openCaseFile(text: string, knowledge: Knowledge, revision: string): Opened {
  const large = tooLarge(text.length);
  if (large) return large;
  const trimmed = text.replace(/^\ufeff/, "").trim();
  if (trimmed === "") return refused("This file is empty.");
  if (!trimmed.startsWith("{")) return refused("This is no case file of Lastbyte.");
  const read = parsed(trimmed);
  if (read === null)
    return refused(
      trimmed.includes('"lastbyte"')
        ? "This file is damaged: it is no JSON."
        : "This is no case file of Lastbyte.",
    );
  const { raw, whole } = read;
  if (!isRecord(raw) || !v.is(v.object({ lastbyte: envelope.entries.lastbyte }), raw))
    return refused(
      `This is JSON, but no case file of Lastbyte${whole ? "" : ", or it is cut off before it says so"}.`,
    );
  if (!v.is(envelope, raw)) return refused("This case file does not say which version of the format it has.");
  const { answers, dropped } = answersOf(raw.answers, knowledge);
  const { texts, says } = textsIn(raw.texts);
  const incident: Incident = { answers, times: timesFor(answers, raw.times) };
  const unknown = Object.keys(raw)
    .filter((key) => !FIELDS.has(key))
    .map((key) => `“${short(key)}” is no part of a case file.`);
  const named = atMost([...dropped, ...timesProblems(raw.times, incident), ...says, ...unknown]);
  const about = [
    ...(raw.version > VERSION
      ? [
          `This file has version ${raw.version} of the format, and this page reads version ${VERSION}: what it understands is opened.`,
        ]
      : []),
    ...(whole ? [] : ["This file is cut off: what stands before the cut is opened."]),
    ...(typeof raw.knowledge === "string" && raw.knowledge !== revision
      ? [
          "It was made with another version of the knowledge: causes may be ranked in another order than in its report.",
        ]
      : []),
  ];
  if (Object.keys(answers).length === 0 && texts.length === 0)
    return {
      incident: null,
      texts,
      says: [
        ...about.map((sentence) => sentence.replace(/: what .*$/, ".")),
        ...named,
        "No answer in this file could be understood, and your case is as it was.",
      ],
    };
  return { incident, texts, says: [...about, ...named] };
}
