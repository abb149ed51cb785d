/** Many times in one line. */

/** The value below which a part of the sorted values lies, such as 0.95. */
function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

/** How many there are, and their median, 95th percentile and maximum, in milliseconds. */
export function timesLine(what: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (part: number) => `${quantile(sorted, part).toFixed(1)} ms`;
  return `${what}: n ${sorted.length}, median ${ms(0.5)}, p95 ${ms(0.95)}, max ${ms(1)}`;
}

export const median = (times: readonly number[]): number =>
  quantile(
    [...times].sort((a, b) => a - b),
    0.5,
  );
