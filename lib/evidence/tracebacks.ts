/** Tracebacks: the exception that comes out of a chain is what counts, not the ones on its way, nor the frames. */
import type { Line } from "./given";

const FRAME = /^\s*File "[^"]{1,400}", line \d+|^\s{1,12}at [^()]{0,200}\(?[^()\s]{1,400}:\d+:\d+\)?\s*$/;
/** Source text below a frame, and what points into it. */
const BELOW = /^\s{3,}\S/;
/** What joins an exception to the one that was raised from it, or while it was handled. */
const BECAME =
  /^(The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):/;

/**
 * The lines in the order in which they count: first what is no traceback and the exceptions that came out of one, then
 * those that became another, then the frames; and which of them stand on the way.
 */
export function byTraceback(lines: readonly Line[]): { ordered: readonly Line[]; way: ReadonlySet<Line> } {
  const frames = new Set<Line>();
  const became = new Set<Line>();
  let inFrame = false;
  let last: Line | null = null;
  for (const line of lines) {
    const isFrame = FRAME.test(line.text);
    inFrame = isFrame || (inFrame && BELOW.test(line.text));
    if (inFrame) frames.add(line);
    if (last !== null && BECAME.test(line.text)) became.add(last);
    if (line.text.trim() !== "") last = line;
  }
  if (frames.size === 0) return { ordered: lines, way: frames };
  const ordered = [
    ...lines.filter((line) => !frames.has(line) && !became.has(line)),
    ...lines.filter((line) => became.has(line) && !frames.has(line)),
    ...lines.filter((line) => frames.has(line)),
  ];
  return { ordered, way: new Set([...frames, ...became]) };
}
