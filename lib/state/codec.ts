/**
 * A case in the URL fragment: `question=answer`, `check.<id>=<outcome>`, `set.<hop>.<limit>=<value>` and
 * `found=<rule>,<rule>~<number>`, keyed by id, never by position.
 */
import { checkKey, FOUND, isSettingKey, settingKey, settingOf, type Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import { dimensionsOf } from "../model/questions";
import { atMost } from "../text/at-most";
import { isKey, keyName, readAnswer, short } from "./read-answer";

/** Longer fragments than this are not ours: a case with every question, check and setting answered is shorter. */
const MAX_FRAGMENT = 8_000;

export interface Decoded {
  answers: Answers;
  /** One sentence for each part that was not understood, up to a dozen, and one that counts the rest. */
  dropped: readonly string[];
}

/** The keys of the hops that the answers name, in the order of the knowledge. */
const hopsIn = (answers: Answers, { questions }: Knowledge): string[] =>
  dimensionsOf(questions).flatMap(({ id }) => answers[id] ?? []);

/** Keys in the order of the knowledge, so that one case has one address; a setting needs its hop on the path. */
function keysOf(answers: Answers, knowledge: Knowledge): string[] {
  const { questions, checks, limits } = knowledge;
  const settings = hopsIn(answers, knowledge).flatMap((hop) =>
    limits.map(({ id }) => settingKey({ hop, limit: id })),
  );
  return [...questions.map(({ id }) => id), ...checks.map(({ id }) => checkKey(id)), ...settings, FOUND];
}

/** Fragment without `#`. */
export function encode(answers: Answers, knowledge: Knowledge): string {
  const given = Object.keys(answers).some(isSettingKey)
    ? keysOf(answers, knowledge)
    : keysOf(answers, { ...knowledge, limits: [] });
  return given
    .flatMap((key) => {
      const values = answers[key] ?? [];
      return values.length === 0 ? [] : [`${key}=${values.map(encodeURIComponent).join(",")}`];
    })
    .join("&");
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

interface Reading {
  answers: Record<string, readonly string[]>;
  dropped: string[];
}

/** Read one part of a fragment into what was read before. */
function readPart(part: string, { answers, dropped }: Reading, knowledge: Knowledge): void {
  const at = part.indexOf("=");
  if (at < 0) {
    dropped.push(`“${short(plain(part))}” has no answer.`);
    return;
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
    dropped.push(`“${keyName(key, knowledge)}” came without a value.`);
  if (read.values.length === 0) return;
  if (answers[key])
    dropped.push(`“${keyName(key, knowledge)}” stands in the link twice. The last one counts.`);
  answers[key] = read.values;
}

/** Settings of hops that are not on the path: they are dropped, and named. */
function withoutStrays({ answers, dropped }: Reading, knowledge: Knowledge): Decoded {
  const hops = new Set(hopsIn(answers, knowledge));
  const strays = Object.keys(answers).filter((key) => {
    const hop = settingOf(key)?.hop;
    return hop !== undefined && !hops.has(hop);
  });
  if (strays.length === 0) return { answers, dropped };
  const kept = Object.entries(answers).filter(([key]) => !strays.includes(key));
  const sentences = strays.map(
    (key) =>
      `“${short(settingOf(key)?.hop ?? "")}” is not on the path, so “${keyName(key, knowledge)}” was left out.`,
  );
  return { answers: Object.fromEntries(kept), dropped: [...dropped, ...sentences] };
}

/** Keys of a fragment that say nothing of the case, but what of its verdict is open (`view.ts`). */
export const OPEN = "open";
export const AT = "at";

const isViewKey = (key: string): boolean => key === OPEN || key === AT;

/** The parts of a fragment that may be of a case. Tools that make HTML of a message leave its escapes in the link. */
const partsOf = (fragment: string): string[] =>
  fragment
    .replace(/^#/, "")
    .replaceAll("&amp;", "&")
    .split("&")
    .filter((part) => part !== "" && !isViewKey(part.split("=", 1)[0] ?? ""));

/**
 * What a fragment is: nothing, a place on the page, a case, or something of a stranger.
 * Only what names a question, a check or a setting that is known is a case.
 */
export type FragmentKind = "nothing" | "place" | "case" | "stranger";

/** What a fragment is, before it is read. */
export function kindOfFragment(fragment: string, knowledge: Knowledge): FragmentKind {
  const parts = partsOf(fragment);
  if (parts.length === 0) return "nothing";
  const keys = parts.flatMap((part) => (part.includes("=") ? [plain(part.slice(0, part.indexOf("=")))] : []));
  if (keys.length === 0) return "place";
  return keys.some((key) => isKey(key, knowledge)) ? "case" : "stranger";
}

/** Read a fragment. Never throws; unknown keys and values are dropped and named. */
export function decode(fragment: string, knowledge: Knowledge): Decoded {
  if (fragment.length > MAX_FRAGMENT)
    return {
      answers: {},
      dropped: ["The link is too long to be one of Lastbyte's, so nothing was read from it."],
    };
  const reading: Reading = { answers: {}, dropped: [] };
  for (const part of partsOf(fragment)) readPart(part, reading, knowledge);
  const { answers, dropped } = withoutStrays(reading, knowledge);
  return { answers, dropped: atMost(dropped) };
}
