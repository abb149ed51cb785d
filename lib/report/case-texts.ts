/** The pasted texts of a case file: redacted on their way out, and never trusted on their way in. */
import { isTold } from "../model/told-kind";
import type { RedactedText, Whole } from "../text/redact/texts";
import { isRecord, short } from "./raw";

/** A text as the file has it: a line each, so that it can be read there, and a file that is cut off keeps the lines before the cut. */
interface Written {
  name: string | null;
  as?: string;
  route?: string;
  lines: readonly string[];
}

const FIELDS: ReadonlySet<string> = new Set(["name", "as", "route", "lines"] satisfies (keyof Written)[]);
/** Each is read, and shown: a file of tiny ones would keep the page busy. */
const MOST_TEXTS = 200;
const LONGEST_NAME = 200;
/** A place of a config is named by its path and where it leads. */
const LONGEST_ROUTE = 1_000;

/** Texts as a case file holds them. */
export const writtenTexts = (texts: readonly RedactedText[]): Written[] =>
  texts.map(({ name, as, route, text }) => ({
    name,
    ...(as !== null && { as }),
    ...(route !== null && { route }),
    lines: text.split("\n"),
  }));

const isLines = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((line) => typeof line === "string");
const upTo = (value: unknown, length: number): string | null =>
  typeof value === "string" && value.length <= length ? value : null;

/** One text, or why it is none. @param called how a sentence calls it */
function textOf(raw: unknown, called: string): { text: Whole | null; says: string[] } {
  if (!isRecord(raw) || !isLines(raw["lines"]))
    return { text: null, says: [`${called} could not be read: it has no list of lines.`] };
  const { name = null, as = null, route = null, lines } = raw;
  const text = lines.join("\n");
  if (text.trim() === "") return { text: null, says: [`${called} is empty.`] };
  const kind = upTo(as, LONGEST_NAME);
  const known: Whole = {
    name: upTo(name, LONGEST_NAME),
    text,
    as: kind !== null && isTold(kind) ? kind : null,
    route: upTo(route, LONGEST_ROUTE),
  };
  const left = [
    ...Object.entries({ name, as, route })
      .filter(([field, value]) => value !== null && known[field as "name" | "as" | "route"] === null)
      .map(([field]) => field),
    ...Object.keys(raw).filter((field) => !FIELDS.has(field)),
  ];
  return {
    text: known,
    says: left.map((field) => `${called}: “${short(field)}” is left out, as it means nothing here.`),
  };
}

/** The texts of a file, as far as they are some, and one sentence for each that is none. */
export function textsIn(raw: unknown): { texts: readonly Whole[]; says: readonly string[] } {
  if (raw === undefined) return { texts: [], says: [] };
  if (!Array.isArray(raw)) return { texts: [], says: ["The pasted texts in it could not be read."] };
  const read = raw.slice(0, MOST_TEXTS).map((one: unknown, at) => textOf(one, `Pasted text ${at + 1} in it`));
  return {
    texts: read.flatMap(({ text }) => text ?? []),
    says: [
      ...read.flatMap(({ says }) => says),
      ...(raw.length > MOST_TEXTS
        ? [`Of its ${raw.length} pasted texts the first ${MOST_TEXTS} are opened.`]
        : []),
    ],
  };
}
