/** Durations that a text names. */

/** With what they count as groups; each matches in linear time. */
export const SECONDS = /\b(\d+(?:\.\d+)?)\s?(?:s|sec|secs|second|seconds)\b/g;
export const MINUTES = /\b(\d+)\s?(?:m|min|mins|minute|minutes)\b/g;

/** Numbers of seconds that a text names, each once. */
export function secondsIn(text: string): number[] {
  const seconds = [...text.matchAll(SECONDS)].map((match) => Number(match[1]));
  return [...new Set([...seconds, ...[...text.matchAll(MINUTES)].map((match) => Number(match[1]) * 60)])];
}
