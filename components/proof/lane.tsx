import type { Heard } from "@/lib/trace/recording-schema";
import { sentenceOf, type Look } from "@/lib/proofs/summary";

/** Units of a chart's width; its height is its height in pixels. */
const WIDTH = 1000;
const LINE = 14;

/**
 * One caller as a line: tall marks for what arrived, short ones for comments, a bar where it ended.
 * Stretched to any width, so marks are strokes that keep theirs.
 */
export function Lane({ heard, look, span }: { heard: Heard; look: Look; span: number }) {
  const x = (seconds: number) => Math.round((seconds / span) * WIDTH);
  const marks = (comment: boolean, from: number, to: number) =>
    heard.arrivals
      .filter((arrival) => arrival.comment === comment)
      .map(({ at }) => `M${x(heard.asked + at)} ${from}V${to}`)
      .join("");
  const [start, end] = [x(heard.asked), x(heard.asked + heard.end)];
  return (
    <svg
      className={`lane ${look}`}
      viewBox={`0 0 ${WIDTH} 28`}
      preserveAspectRatio="none"
      role="img"
      aria-label={sentenceOf(heard)}
    >
      <path className="wait" d={`M${start} ${LINE}H${end}`} />
      <path className="chunk" d={marks(false, 4, 24)} />
      <path className="comment" d={marks(true, 10, 18)} />
      <path className="end" d={`M${end} 0V28`} />
    </svg>
  );
}
