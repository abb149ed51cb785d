/** One piece that was given, cut to its parts. */
import { partsTold, type TaggedLines } from "../model/told-kind";
import { ofTheStream } from "./elsewhere";
import { textOf, type Given, type Segment } from "./given";
import { kindNamed, kindOf } from "./kinds";
import {
  PLAIN_KINDS,
  readDocuments,
  readNamed,
  readPart,
  readPlain,
  withSaid,
  type Context,
  type Found,
} from "./part";
import { asksForStream } from "./said";
import { isFence, isGuide, partsOf, proseIn, wholeOf, type Part } from "./segments";
import { distinct, type Seen } from "./signs";

/** A file of which less is prose is one thing of one kind; a paste, or a text file, may be anything with anything. */
const LITTLE_PROSE = { file: 0.3, paste: 0.02 } as const;
const TEXT_FILE = /\.(txt|md|markdown|log|eml|out)$/i;
const isPaste = ({ name }: Pick<Given, "name">): boolean => name === null || TEXT_FILE.test(name);

/** A paste of so many parts is looked at for several kinds; a longer one is a log. */
const MOST_PARTS = 60;

/** Whether the parts of a piece are things of their own: fenced, or of several kinds. */
function isMixed(parts: readonly Part[], { readings }: Context): boolean {
  if (parts.some(({ fenced }) => fenced)) return true;
  if (parts.length > MOST_PARTS) return false;
  const ids = parts.flatMap((part) => {
    const kind = part.prose ? null : kindOf(null, textOf(part), readings);
    return kind ? [kind.is === "format" ? kind.format.id : kind.language.id] : [];
  });
  return new Set(ids).size > 1;
}

/** A part as its giver says that it is; null where that is no kind. */
async function readAs(part: Segment, as: string, context: Context, seen: Seen): Promise<Found[] | null> {
  const kind = kindNamed(as, context.readings);
  if (kind) return [await readPart(part, kind, context, seen)];
  return PLAIN_KINDS.some(({ id }) => id === as)
    ? readPlain([{ ...part, prose: as === "prose" }], context, seen)
    : null;
}

/** Lines as they look. */
async function readCut(whole: Segment, context: Context, seen: Seen): Promise<Found[]> {
  const all = partsOf(whole);
  const guide = isGuide(whole);
  const parts = guide ? all.filter(({ fenced }) => fenced) : all;
  const full = whole.lines.filter(({ text }) => text.trim() !== "");
  const prose = proseIn(full).filter(Boolean).length;
  if (!guide && prose <= full.length * LITTLE_PROSE[isPaste(whole) ? "paste" : "file"]) {
    const kind = kindOf(whole.name, textOf(whole), context.readings);
    if (kind && (!isPaste(whole) || !isMixed(parts, context)))
      return readDocuments(whole, kind, context, seen);
  }
  const found: Found[][] = [];
  for (const part of parts) {
    const kind = part.prose ? null : kindOf(null, textOf(part), context.readings);
    found.push(
      kind ? await readDocuments(part, kind, context, seen) : [await readNamed(part, context, seen)],
    );
  }
  return withSaid(found.flat(), parts, context, seen);
}

/** The parts of which the giver says what they are, and what stands between them as it looks. */
async function readParts(
  whole: Segment,
  told: readonly TaggedLines[],
  context: Context,
  seen: Seen,
): Promise<Found[]> {
  const found: Found[] = [];
  const linesIn = (after: number, before: number) =>
    whole.lines.filter(({ number }) => number > after && number < before);
  const between = async (after: number, before: number) => {
    // The fences around a part are none of what stands beside it.
    const lines = linesIn(after, before).filter(
      (line) => !((line.number === after + 1 || line.number === before - 1) && isFence(line)),
    );
    if (lines.some(({ text }) => text.trim() !== ""))
      found.push(...(await readCut({ ...whole, name: null, lines }, context, seen)));
  };
  let last = 0;
  for (const { from, to, kind } of told) {
    await between(last, from);
    const part = { ...whole, lines: linesIn(from - 1, to + 1) };
    const named = part.lines.length > 0 ? await readAs(part, kind, context, seen) : [];
    if (named) found.push(...named);
    else await between(from - 1, to + 1);
    last = to;
  }
  await between(last, Infinity);
  return found;
}

/** Read one piece, whatever it holds. */
export async function readPiece(
  given: Given,
  around: Omit<Context, "counting" | "route" | "asked" | "whole">,
): Promise<Found[]> {
  const seen: Seen = new Map();
  const whole = wholeOf(given);
  const counting = new Set(ofTheStream(whole.lines));
  const shapes = distinct(whole.lines);
  const asked = asksForStream(shapes);
  const context = { ...around, counting, asked, whole: shapes, route: given.route ?? null };
  const { as = null } = given;
  const told = partsTold(as);
  if (told.length > 0) return readParts(whole, told, context, seen);
  const named = as === null ? null : await readAs(whole, as, context, seen);
  return named ?? readCut(whole, context, seen);
}
