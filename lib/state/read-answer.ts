/** One answer, check result or setting as it comes from a link, a file or a disk: what is understood of it, and what is not. */
import { checkOf, FOUND, isSettingKey, settingOf } from "../model/answers";
import { MOST_FOUND, readFound } from "../model/found";
import { MAX_HOPS, nextKey, productOf, readSetting } from "../model/hop";
import { NONE, OTHER, UNKNOWN } from "../model/ids";
import type { EngineLimit, Knowledge, Question } from "../model/knowledge";
import { valuesOf } from "../model/questions";
import { seconds } from "../diagnosis/situation";
import { templateSeconds } from "./template-seconds";

/** What is named is cut short. */
const SHOWN = 40;

export interface ReadAnswer {
  values: string[];
  /** One sentence for each value that was not understood. */
  dropped: string[];
}

export const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const questionOf = (key: string, { questions }: Knowledge): Question | undefined =>
  questions.find(({ id }) => id === key);

const limitOf = (key: string, { limits }: Knowledge): EngineLimit | undefined => {
  const name = settingOf(key);
  return limits.find(({ id, on }) => id === name?.limit && on === productOf(name.hop));
};

/** What a key is called where it is shown. */
export const keyName = (key: string, knowledge: Knowledge): string =>
  key === FOUND
    ? "What was read"
    : short(questionOf(key, knowledge)?.short ?? limitOf(key, knowledge)?.setting ?? key);

/** Whether a key is one of a case: a question, a check or a setting that is known, or what was read. */
export const isKey = (key: string, knowledge: Knowledge): boolean =>
  key === FOUND ||
  questionOf(key, knowledge) !== undefined ||
  knowledge.checks.some(({ id }) => id === checkOf(key)) ||
  limitOf(key, knowledge) !== undefined;

/** Values that a key accepts; null means any number of seconds; undefined that there is no such key. */
function accepted(key: string, knowledge: Knowledge): ReadonlySet<string> | null | undefined {
  const check = knowledge.checks.find(({ id }) => id === checkOf(key));
  if (check) return new Set(check.outcomes.map(({ id }) => id));
  const question = questionOf(key, knowledge);
  if (!question) return undefined;
  const values = valuesOf(question, knowledge);
  return values === null ? null : new Set([...values.map(({ id }) => id), UNKNOWN]);
}

/** Whether it is a further hop of a product; what names no product has none. */
const isNumbered = (id: string): boolean =>
  productOf(id) !== id && ![NONE, OTHER, UNKNOWN].includes(productOf(id));

/** A value as the knowledge knows it: ids in lower case, seconds as a plain number; null where it is not understood. */
function understood(
  key: string,
  value: string,
  known: ReadonlySet<string> | null,
  several: boolean,
): string | null {
  if (known === null)
    return value === UNKNOWN
      ? value
      : (seconds({ [key]: [value] }, key)?.toString() ?? templateSeconds(value));
  const ids = [value, value.trim().toLowerCase()];
  const isKnown = (id: string) => known.has(id) || (several && isNumbered(id) && known.has(productOf(id)));
  return ids.find(isKnown) ?? null;
}

/** Hops in their order; a product that stands there twice gets a number. */
function hopsOf(values: readonly string[]): string[] {
  const hops: string[] = [];
  for (const value of values) {
    const again = hops.includes(value);
    // One "other" says as much as two.
    const key = again ? (value === OTHER ? null : nextKey(productOf(value), hops)) : value;
    if (key !== null) hops.push(key);
  }
  return hops;
}

const isAlone = (value: string): boolean => value === UNKNOWN || value === NONE;

function readSeveral(
  key: string,
  values: readonly string[],
  known: ReadonlySet<string>,
  called: string,
): ReadAnswer {
  const read = values.map((value) => ({ value, id: understood(key, value, known, true) }));
  const good = read.flatMap(({ id }) => id ?? []);
  // "Nothing" and "don't know" stand alone: beside a product they mean nothing.
  const products = good.filter((id) => !isAlone(id));
  const kept = products.length > 0 ? hopsOf(products.slice(0, MAX_HOPS)) : good.slice(0, 1);
  const dropped = [
    ...read
      .filter(({ id }) => id === null)
      .map(({ value }) => `“${short(value)}” is no answer to “${called}”.`),
    ...products
      .slice(MAX_HOPS)
      .map((id) => `“${short(id)}” is one hop too many for “${called}”: ${MAX_HOPS} are read.`),
    ...(products.length > 0
      ? [...new Set(good.filter(isAlone))].map(
          (id) => `“${id}” cannot stand beside another answer to “${called}”.`,
        )
      : []),
  ];
  return { values: kept, dropped };
}

function readSingle(
  key: string,
  values: readonly string[],
  known: ReadonlySet<string> | null,
  called: string,
): ReadAnswer {
  const distinct = [...new Set(values)];
  // "1,234" is two numbers to us and one to its writer: none of them is taken.
  const wanted = known === null && values.length > 1 ? [] : distinct.slice(0, 1);
  const good = wanted.flatMap((value) => understood(key, value, known, false) ?? []);
  const lost = distinct.filter((value) => !wanted.includes(value) || good.length === 0);
  const what = known === null ? "number of seconds for" : "answer to";
  return { values: good, dropped: lost.map((value) => `“${short(value)}” is no ${what} “${called}”.`) };
}

/** A known value of a limit: seconds, `off` or `none`, and only `off` for what buffers. */
function readSettingOf(key: string, values: readonly string[], limit: EngineLimit | undefined): ReadAnswer {
  if (!limit) return { values: [], dropped: [`“${short(key)}” is no setting that Lastbyte knows.`] };
  const [text = ""] = values;
  const setting = values.length === 1 ? readSetting(text.trim().toLowerCase()) : null;
  const fits = setting !== null && (limit.kind !== "buffering" || setting === "off");
  if (fits) return { values: [String(setting)], dropped: [] };
  const wanted = limit.kind === "buffering" ? "“off” is" : "a number of seconds, “off” or “none” is";
  return {
    values: [],
    dropped: values.map((value) => `“${short(value)}” is no value of “${limit.setting}”: ${wanted}.`),
  };
}

/** What was read from pasted text. Whether each of its rules is known is seen when the rules are loaded. */
function readFindings(values: readonly string[]): ReadAnswer {
  const good = [...new Set(values.filter((value) => readFound(value) !== null))];
  const spare = good.length - MOST_FOUND;
  return {
    values: good.slice(0, MOST_FOUND),
    dropped: [
      ...values
        .filter((value) => readFound(value) === null)
        .map((value) => `“${short(value)}” is nothing that Lastbyte reads from a text.`),
      ...(spare > 0 ? [`${spare} more findings were left out: ${MOST_FOUND} are read.`] : []),
    ],
  };
}

/** Keep what the knowledge knows of one answer; say what was dropped. */
export function readAnswer(key: string, values: readonly string[], knowledge: Knowledge): ReadAnswer {
  if (key === FOUND) return readFindings(values);
  if (isSettingKey(key)) return readSettingOf(key, values, limitOf(key, knowledge));
  const known = accepted(key, knowledge);
  const called = keyName(key, knowledge);
  if (known === undefined)
    return { values: [], dropped: [`“${short(key)}” is no question that Lastbyte asks.`] };
  const several = questionOf(key, knowledge)?.kind === "products";
  return several && known !== null
    ? readSeveral(key, values, known, called)
    : readSingle(key, values, known, called);
}
