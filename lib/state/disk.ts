/** The incident as it is kept between visits: versioned, and read with distrust. */
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import type { Incident, Leaving } from "./policy";
import { readAnswer } from "./read-answer";
import { timesFor } from "./times";

/** Version 1 had no number; what it holds reads the same. */
const VERSION = 2;

/** What was kept. */
export interface Kept {
  incident: Incident;
  /** The one before it, which a link had put aside. */
  earlier: Incident;
  /** What the user must know of what could not be read, or null. */
  says: string | null;
}

/** The text to keep. */
export function diskText({ answers, times, earlier }: Leaving<"disk">): string {
  return JSON.stringify({ version: VERSION, answers, times: timesFor(answers, times), earlier });
}

const fieldsOf = (raw: unknown): Readonly<Record<string, unknown>> =>
  typeof raw === "object" && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};

/** One kept set of answers, as far as it is still understood. */
function answersOf(stored: unknown, knowledge: Knowledge): Answers {
  return Object.fromEntries(
    Object.entries(fieldsOf(stored)).flatMap(([key, values]) => {
      const texts = Array.isArray(values)
        ? values.filter((value): value is string => typeof value === "string")
        : [];
      const good = readAnswer(key, texts, knowledge).values;
      return good.length > 0 ? [[key, good]] : [];
    }),
  );
}

function incidentOf(raw: unknown, knowledge: Knowledge): Incident {
  const { answers: stored, times } = fieldsOf(raw);
  const answers = answersOf(stored, knowledge);
  return { answers, times: timesFor(answers, times) };
}

const nothing = (says: string | null): Kept => ({
  incident: { answers: {}, times: {} },
  earlier: { answers: {}, times: {} },
  says,
});

const UNREADABLE = "What this browser had kept of an incident could not be read, and was left out.";
const NEWER =
  "What this browser keeps of an incident was written by a newer version of Lastbyte, and was left out.";

/** Read what was kept; null is nothing. Never throws. */
export function readDisk(text: string | null, knowledge: Knowledge): Kept {
  if (text === null) return nothing(null);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return nothing(UNREADABLE);
  }
  const { version = 1, earlier } = fieldsOf(raw);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return nothing(UNREADABLE);
  if (version > VERSION) return nothing(NEWER);
  return { incident: incidentOf(raw, knowledge), earlier: incidentOf(earlier, knowledge), says: null };
}
