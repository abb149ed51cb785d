import { secondsIn } from "@/lib/text/seconds";

/**
 * The seconds that a value states in words, where it is one number of them: said once, for the table, which then need not
 * say it a second time, and for its script.
 */
export function secondsStated(value: string): number | null {
  const [only, another] = secondsIn(value);
  return only === undefined || another !== undefined ? null : only;
}
