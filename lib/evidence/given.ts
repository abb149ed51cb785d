/** What was given, and how it is cut to what the readers take. */

/** A pasted or dropped text. */
export interface Given {
  /** Number of the piece; findings name it by this. */
  piece: number;
  /** File name, where there is one: it helps to tell the kind. */
  name: string | null;
  text: string;
  /**
   * The kind that it is read as, whatever it looks like: id of a format or language, "prose" or "lines"; or kinds of its
   * parts (told-kind.ts).
   */
  as?: string | null;
  /** The place in it that carries the stream, by its name, where several could. */
  route?: string | null;
}

/** One line of a piece. */
export interface Line {
  /** From 1, in the piece as it was given. */
  number: number;
  /** Without colours, prefixes of loggers, quote marks and line numbers. */
  text: string;
  /** What a logger put before it. */
  before?: string | undefined;
  /** In a change that is shown as a diff: what stood here, and is taken away. */
  removed?: string | undefined;
}

/** Neighbouring lines of a piece that are of one kind. */
export interface Segment {
  piece: number;
  name: string | null;
  lines: readonly Line[];
  /** It stood between code fences: it is a thing of its own, and no prose. */
  fenced: boolean;
}

/** The lines of a segment as one text; line i of it is `segment.lines[i]`. */
export const textOf = ({ lines }: Pick<Segment, "lines">): string => lines.map(({ text }) => text).join("\n");

/** The number in its piece of a segment's line, counted from 0; past the end it is the last one. */
export const numberAt = ({ lines }: Pick<Segment, "lines">, at: number): number =>
  (lines[Math.min(Math.max(at, 0), lines.length - 1)] ?? { number: 1 }).number;
