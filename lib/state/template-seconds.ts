/** Seconds as the templates of alerting tools write them: `61.0348291`, `61s`, `1m`, `1m 1s`, `1h2m3s`. */
import { durationSeconds } from "../text/duration";

const DAY = 86_400;

/**
 * Read what a template wrote as seconds.
 * @returns the number as it stands in an address (at most three decimals), or null where it is no time from 0 to a day
 */
export function templateSeconds(text: string): string | null {
  const seconds = durationSeconds(text);
  return seconds !== null && seconds <= DAY ? String(seconds) : null;
}
