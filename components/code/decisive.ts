/** The lines of a pair that decide: what changes from broken to fixed around the marked lines, with a few neighbours. */
import { diffLines } from "diff";

/** Unchanged lines that are shown on each side of a change. */
const NEIGHBOURS = 2;
/** So many lines of a side are shown; of more, those around the marks, nearer and nearer. */
const MOST_LINES = 20;
const NEAR_MARKS = [3, 2, 1, 0] as const;

/** A line of one side: its place in the program, from 0, and whether it changes. */
export interface DecisiveLine {
  at: number;
  changed: boolean;
}
/** What is shown of one side, in its order; null stands for lines that are left out. */
export type Excerpt = readonly (DecisiveLine | null)[];

/** What documents a function, by how it begins and ends: a docstring, or a comment above it. */
const DOCUMENTS = [
  ['"""', '"""'],
  ["/**", "*/"],
] as const;

/** Whether each line belongs to a docstring: a change of words decides nothing. */
export function docstringsIn(lines: readonly string[]): boolean[] {
  let end: string | null = null;
  return lines.map((line) => {
    const text = line.trim();
    const opened = end === null ? DOCUMENTS.find(([begin]) => text.startsWith(begin)) : undefined;
    const until: string | null = end ?? opened?.[1] ?? null;
    if (until === null) return false;
    const rest = opened ? text.slice(opened[0].length) : text;
    end = rest.includes(until) ? null : until;
    return true;
  });
}

/** One change: where it begins on each side, and how many lines it has there. */
interface Change {
  broken: { from: number; count: number };
  fixed: { from: number; count: number };
}

function changesOf(broken: string, fixed: string): Change[] {
  const changes: Change[] = [];
  let left = 0;
  let right = 0;
  let open: Change | null = null;
  for (const { count, added, removed } of diffLines(broken, fixed)) {
    if (!added && !removed) {
      left += count;
      right += count;
      open = null;
      continue;
    }
    if (open === null) {
      open = { broken: { from: left, count: 0 }, fixed: { from: right, count: 0 } };
      changes.push(open);
    }
    open[removed ? "broken" : "fixed"].count += count;
    if (removed) left += count;
    else right += count;
  }
  return changes;
}

interface Side {
  lines: readonly string[];
  marks: readonly string[];
}

const isMarked = ({ lines, marks }: Side, at: number): boolean =>
  marks.some((mark) => lines[at]?.includes(mark.trim()));

const hasMark = (side: Side, { from, count }: Change["broken"]): boolean =>
  Array.from({ length: count }, (_, place) => from + place).some((at) => isMarked(side, at));

/** The line above that says of which function or class a line is a part; -1 where it stands by itself. */
function headAbove(lines: readonly string[], at: number): number {
  const depth = (line: string) => line.length - line.trimStart().length;
  let deepest = depth(lines[at] ?? "");
  for (let above = at - 1; above >= 0 && deepest > 0; above -= 1) {
    const line = lines[above] ?? "";
    if (line.trim() === "" || depth(line) >= deepest) continue;
    deepest = depth(line);
    if (/^\s*(async def|def|class)\b/.test(line)) return above;
  }
  return -1;
}

/** Whether a line is the head of a block, which says nothing without its body. */
const isHead = (line: string | undefined): boolean => /[:{(]\s*(#.*|\/\/.*)?$/.test(line ?? "");

/**
 * Places without the blank lines at the edges of what is shown, with a single line that would be left out, and with the
 * body's first line where the head of a block would be the end.
 */
function tidied(shown: ReadonlySet<number>, { lines }: Side): number[] {
  const tidy = new Set(shown);
  // The sign for it would take as much room.
  for (const at of shown) if (shown.has(at + 2)) tidy.add(at + 1);
  for (let last = Math.max(...shown); isHead(lines[last]) && last + 1 < lines.length; last += 1)
    tidy.add(last + 1);
  const isEdge = (at: number) => lines[at]?.trim() === "" && !(tidy.has(at - 1) && tidy.has(at + 1));
  for (let edges = [...tidy].filter(isEdge); edges.length > 0; edges = [...tidy].filter(isEdge))
    for (const at of edges) tidy.delete(at);
  return [...tidy].sort((one, other) => one - other);
}

/**
 * Places of one side that are shown, in their order.
 * @param near how far around a marked line; undefined for all that changes
 */
function placesOf(side: Side, spans: readonly Change["broken"][], near?: number): number[] {
  const shown = new Set<number>();
  const show = (from: number, to: number) => {
    for (let at = Math.max(0, from); at < Math.min(side.lines.length, to); at += 1) shown.add(at);
  };
  for (const { from, count } of spans) {
    if (near === undefined) show(from - NEIGHBOURS, from + count + NEIGHBOURS);
    const head = headAbove(side.lines, from);
    if (head >= 0) show(head, head + 1);
  }
  // A line may also decide by what has changed around it.
  const around = near ?? 1;
  side.lines.forEach((_, at) => {
    if (isMarked(side, at)) show(at - around, at + around + 1);
  });
  return tidied(shown, side);
}

/** As many lines as there is room for: all that changes, or what is near the marks. */
function roomyPlaces(side: Side, spans: readonly Change["broken"][]): number[] {
  const all = placesOf(side, spans);
  const hasMarks = side.lines.some((_, at) => isMarked(side, at));
  if (all.length <= MOST_LINES || !hasMarks) return all.slice(0, MOST_LINES);
  const nearer = NEAR_MARKS.map((near) => placesOf(side, spans, near));
  return nearer.find((places) => places.length <= MOST_LINES) ?? nearer.at(-1) ?? all;
}

function excerptOf(
  side: Side,
  changes: readonly Change["broken"][],
  decisive: readonly Change["broken"][],
): Excerpt {
  const words = docstringsIn(side.lines);
  const changed = (at: number) =>
    changes.some(({ from, count }) => at >= from && at < from + count) &&
    words[at] !== true &&
    side.lines[at]?.trim() !== "";
  const places = roomyPlaces(side, decisive).filter((at) => words[at] !== true);
  return places.flatMap((at, place) => {
    const line = { at, changed: changed(at) };
    const before = places[place - 1];
    const isNext = place === 0 || before === at - 1 || words.slice((before ?? 0) + 1, at).every(Boolean);
    return isNext ? [line] : [null, line];
  });
}

/**
 * What decides in a pair. A change decides where one of its lines is marked; where none is, all of them do.
 * @param marks texts of decisive lines of each side
 */
export function decisiveLines(
  broken: string,
  fixed: string,
  marks: { broken: readonly string[]; fixed: readonly string[] },
): { broken: Excerpt; fixed: Excerpt } {
  const left: Side = { lines: broken.split("\n"), marks: marks.broken };
  const right: Side = { lines: fixed.split("\n"), marks: marks.fixed };
  const changes = changesOf(broken, fixed);
  const marked = changes.filter((change) => hasMark(left, change.broken) || hasMark(right, change.fixed));
  const decisive = marked.length > 0 ? marked : changes;
  const of = (side: "broken" | "fixed", all: readonly Change[]) => all.map((change) => change[side]);
  return {
    broken: excerptOf(left, of("broken", changes), of("broken", decisive)),
    fixed: excerptOf(right, of("fixed", changes), of("fixed", decisive)),
  };
}
