/** An incident as it is kept between visits: versioned, and read with distrust. */
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import type { Incident, KeptIncident, Leaving } from "./policy";
import { readAnswer } from "./read-answer";
import { isTime, timesIn } from "./times";

/** Version 1 had no number and held one incident with the one before it; `readFirst` reads it. */
const VERSION = 2;
/** A name is a few words. */
export const MAX_NAME = 80;
/** An incident whose times are not known counts as very old. */
export const LONG_AGO = "1970-01-01T00:00:00.000Z";

/** Why a text on the disk is no incident: it is damaged, or of a newer version of Lastbyte. */
export type Unread = "damaged" | "newer";

/** The text to keep. */
export function diskText({ id, name, opened, changed, answers, times }: Leaving<"disk">): string {
  return JSON.stringify({ version: VERSION, id, name, opened, changed, answers, times });
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (raw: unknown): Fields => (typeof raw === "object" && raw !== null ? (raw as Fields) : {});

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

const incidentOf = ({ answers, times }: Fields, knowledge: Knowledge): Incident => ({
  answers: answersOf(answers, knowledge),
  times: timesIn(times),
});

function parsed(text: string): Fields | null {
  try {
    const raw: unknown = JSON.parse(text);
    return typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as Fields) : null;
  } catch {
    return null;
  }
}

/** A name as it is kept. */
export const shortName = (name: string): string => name.trim().slice(0, MAX_NAME);

const timeOr = (value: unknown, other: string): string => (isTime(value) ? value : other);

/** Read what was kept under an id. Never throws. */
export function readDisk(id: string, text: string, knowledge: Knowledge): KeptIncident | Unread {
  const raw = parsed(text);
  if (raw === null || typeof raw["version"] !== "number" || raw["version"] < VERSION) return "damaged";
  if (raw["version"] > VERSION) return "newer";
  const name = typeof raw["name"] === "string" ? shortName(raw["name"]) : "";
  const opened = timeOr(raw["opened"], LONG_AGO);
  return { id, name, opened, changed: timeOr(raw["changed"], opened), ...incidentOf(raw, knowledge) };
}

/** Read what the first version kept: the last incident, then the one that a link had put aside. Never throws. */
export function readFirst(text: string, knowledge: Knowledge): Incident[] | Unread {
  const raw = parsed(text);
  const version = raw?.["version"] ?? VERSION;
  if (raw === null || typeof version !== "number") return "damaged";
  if (version > VERSION) return "newer";
  return [incidentOf(raw, knowledge), incidentOf(fieldsOf(raw["earlier"]), knowledge)];
}
