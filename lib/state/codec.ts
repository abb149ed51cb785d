/** A case in the URL fragment: `question=answer` and `check.<id>=<outcome>`, keyed by id, never by position. */
import type { Answers, Knowledge } from "../diagnosis/types";
import { DIMENSIONS } from "../model/names";
import { UNKNOWN, seconds } from "../diagnosis/evidence";
import { templateSeconds } from "./template-seconds";

/** Longer fragments than this are not ours. */
const MAX_FRAGMENT = 4_000;
const MAX_PROXIES = 6;

export interface Decoded {
  answers: Answers;
  /** One sentence for each part that was not understood. */
  dropped: readonly string[];
}

/** Values that a question accepts; null means any number of seconds. */
function accepted(question: string, knowledge: Knowledge): ReadonlySet<string> | null | undefined {
  if (question.startsWith("check.")) {
    const check = knowledge.checks.find((candidate) => `check.${candidate.id}` === question);
    return check && new Set(check.outcomes.map(({ id }) => id));
  }
  const dimension = DIMENSIONS.find((candidate) => candidate === question);
  if (dimension) return new Set([...knowledge.products[dimension].map(({ id }) => id), UNKNOWN]);
  if (question === "symptom") return new Set([...knowledge.symptoms.map(({ id }) => id), UNKNOWN]);
  const found = knowledge.questions.find(({ id }) => id === question);
  if (!found) return undefined;
  return found.kind === "seconds" ? null : new Set([...found.options.map(({ id }) => id), UNKNOWN]);
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** A value as the knowledge knows it: ids in lower case, seconds as a plain number; null where it is not understood. */
function understood(question: string, value: string, known: ReadonlySet<string> | null): string | null {
  if (known === null && value === UNKNOWN) return value;
  if (known === null) return seconds({ [question]: [value] }, question)?.toString() ?? templateSeconds(value);
  const lower = value.trim().toLowerCase();
  return known.has(value) ? value : known.has(lower) ? lower : null;
}

/** What a question is called where it is shown. */
const nameOf = (question: string, knowledge: Knowledge): string =>
  short(knowledge.questions.find(({ id }) => id === question)?.short ?? question);

/** Keep what the knowledge knows of one answer; say what was dropped. */
export function readAnswer(
  question: string,
  values: readonly string[],
  knowledge: Knowledge,
): { values: string[]; dropped: string[] } {
  const known = accepted(question, knowledge);
  if (known === undefined)
    return { values: [], dropped: [`“${short(question)}” is no question that Lastbyte asks.`] };
  const single = knowledge.questions.find(({ id }) => id === question)?.kind !== "products";
  // "1,234" is two numbers to us and one to its writer: none of them is taken.
  const wanted =
    known === null && values.length > 1 ? [] : [...new Set(values)].slice(0, single ? 1 : MAX_PROXIES);
  const read = new Map(wanted.map((value) => [value, understood(question, value, known)]));
  const good = [...new Set(read.values())].filter((value) => value !== null);
  const alone: readonly string[] =
    good.length > 1 ? good.filter((value) => value === UNKNOWN || value === "none") : [];
  const dropped = values
    .filter((value) => (read.get(value) ?? null) === null)
    .map(
      (value) =>
        `“${short(value)}” is no ${known === null ? "number of seconds for" : "answer to"} “${nameOf(question, knowledge)}”.`,
    );
  const beside = alone.map(
    (value) => `“${value}” cannot stand beside another answer to “${nameOf(question, knowledge)}”.`,
  );
  return {
    values: good.length > alone.length ? good.filter((value) => !alone.includes(value)) : good.slice(0, 1),
    dropped: [...dropped, ...beside],
  };
}

/** Fragment without `#`. Keys in the order of the knowledge, so that one case has one address. */
export function encode(answers: Answers, knowledge: Knowledge): string {
  const keys = [
    ...knowledge.questions.map(({ id }) => id),
    ...knowledge.checks.map(({ id }) => `check.${id}`),
  ];
  return keys
    .filter((key) => (answers[key] ?? []).length > 0)
    .map((key) => `${key}=${(answers[key] ?? []).map(encodeURIComponent).join(",")}`)
    .join("&");
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** Read a fragment. Never throws; unknown keys and values are dropped and named. */
export function decode(fragment: string, knowledge: Knowledge): Decoded {
  // Tools that make HTML of a message leave its escapes in the link.
  const text = fragment.replace(/^#/, "").replaceAll("&amp;", "&");
  if (text.length > MAX_FRAGMENT)
    return {
      answers: {},
      dropped: ["The link is too long to be one of Lastbyte's, so nothing was read from it."],
    };
  const answers: Record<string, readonly string[]> = {};
  const dropped: string[] = [];
  for (const part of text.split("&").filter((candidate) => candidate !== "")) {
    const at = part.indexOf("=");
    if (at < 0) {
      dropped.push(`“${short(plain(part))}” has no answer.`);
      continue;
    }
    const key = plain(part.slice(0, at));
    const values = part
      .slice(at + 1)
      .split(",")
      .map((value) => plain(value).trim())
      .filter((value) => value !== "");
    const read = readAnswer(key, values, knowledge);
    dropped.push(...read.dropped);
    // A template that had nothing to put in.
    if (values.length === 0 && read.dropped.length === 0)
      dropped.push(`“${nameOf(key, knowledge)}” came without a value.`);
    if (read.values.length === 0) continue;
    if (answers[key])
      dropped.push(`“${nameOf(key, knowledge)}” stands in the link twice. The last one counts.`);
    answers[key] = read.values;
  }
  return { answers, dropped };
}
