/** A text that was pasted or dropped, as this page holds it: in memory, and nowhere else. */
export interface Piece {
  /** Findings name it by this; a number is used once. */
  number: number;
  /** File name, where there is one. */
  name: string | null;
  text: string;
  /** The kind that the user says it or its parts are (told-kind.ts), where the reader took them for others. */
  as: string | null;
  /** The place in it that the user says carries the stream, where several could. */
  route: string | null;
  /** What it gave, as it is kept (found.ts); null until it is read. */
  found: readonly string[] | null;
}
