/** JSON that breaks off, up to its last whole entry. */

const CLOSERS: Readonly<Record<string, string>> = { "{": "}", "[": "]" };
/** A case file is three levels deep. */
const MAX_DEPTH = 8;

/** The end of a string that starts at `start`, or -1 when it never ends. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

/**
 * A text that breaks off in the middle, closed after its last whole entry; null where there is none.
 * Whether it is JSON is for the parser to say.
 */
export function mended(text: string): string | null {
  const open: string[] = [];
  let last: { at: number; closers: string } | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === '"') {
      const end = endOfString(text, at);
      if (end < 0) break;
      at = end;
    } else if (char in CLOSERS) {
      open.push(CLOSERS[char] ?? "");
      if (open.length > MAX_DEPTH) return null;
    } else if (char === "}" || char === "]") {
      if (open.pop() !== char) return null;
      last = { at: at + 1, closers: open.toReversed().join("") };
    } else if (char === ",") {
      last = { at, closers: open.toReversed().join("") };
    }
  }
  return last === null || open.length === 0 ? null : `${text.slice(0, last.at)}${last.closers}`;
}
