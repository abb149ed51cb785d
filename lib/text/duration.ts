/** Durations as configs, logs and templates write them: `60`, `61.03`, `61s`, `1m 1s`, `1h2m3s`, `500ms`. */

/** Seconds in each unit, by every name it goes under. */
const UNITS: readonly (readonly [seconds: number, names: readonly string[]])[] = [
  [0.001, ["ms", "msec", "millis", "millisecond", "milliseconds"]],
  [1, ["s", "sec", "secs", "second", "seconds"]],
  [60, ["m", "min", "mins", "minute", "minutes"]],
  [3600, ["h", "hr", "hrs", "hour", "hours"]],
  [86_400, ["d", "day", "days"]],
];

/** Seconds in each unit that a rule can name. */
export const SECONDS_IN = { ms: 0.001, s: 1, min: 60, h: 3600 } as const;
/** In seconds. No stream waits longer: what says more counts as a day, or says nothing. */
export const DAY = 86_400;

const unitOf = (name: string): number | undefined => UNITS.find(([, names]) => names.includes(name))?.[0];

/** One number, with or without its unit. */
const PART = /^(\d{1,12}(?:\.\d{1,20})?)\s*([a-z]*)\s*/;

/**
 * Seconds that a text says, or null where it is no duration.
 * @param bare seconds that a number without a unit counts
 */
export function durationSeconds(text: string, bare = 1): number | null {
  let rest = text.trim().toLowerCase();
  if (rest === "" || rest.length > 60) return null;
  let total = 0;
  let last = Infinity;
  while (rest !== "") {
    const [whole, number, name = ""] = PART.exec(rest) ?? [];
    if (whole === undefined || number === undefined) return null;
    rest = rest.slice(whole.length);
    const unit = name === "" ? bare : unitOf(name);
    // Several parts go from the larger to the smaller unit, each with its name: "1m 1s", and never "1 2".
    if (unit === undefined || unit >= last || (name === "" && (rest !== "" || last !== Infinity)))
      return null;
    last = unit;
    total += Number(number) * unit;
  }
  return Math.round(total * 1000) / 1000;
}
