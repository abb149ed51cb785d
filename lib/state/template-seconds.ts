/** Seconds as the templates of alerting tools write them: `61.0348291`, `61s`, `1m`, `1m 1s`, `1h2m3s`. */

const DAY = 86_400;
/** Seconds in each unit that templates write, by every name it goes under. */
const UNITS: readonly (readonly [seconds: number, names: readonly string[]])[] = [
  [0.001, ["ms", "msec", "millisecond", "milliseconds"]],
  [1, ["s", "sec", "secs", "second", "seconds"]],
  [60, ["m", "min", "mins", "minute", "minutes"]],
  [3600, ["h", "hr", "hrs", "hour", "hours"]],
  [86_400, ["d", "day", "days"]],
];
const unitOf = (name: string): number | undefined => UNITS.find(([, names]) => names.includes(name))?.[0];

/** One number, with or without its unit. */
const PART = /^(\d{1,12}(?:\.\d{1,20})?)\s*([a-z]*)\s*/;

/**
 * Read what a template wrote as seconds.
 * @returns the number as it stands in an address (at most three decimals), or null where it is no time from 0 to a day
 */
export function templateSeconds(text: string): string | null {
  let rest = text.trim().toLowerCase();
  if (rest === "" || rest.length > 60) return null;
  let total = 0;
  let last = Infinity;
  while (rest !== "") {
    const [whole, number, name = ""] = PART.exec(rest) ?? [];
    if (whole === undefined || number === undefined) return null;
    rest = rest.slice(whole.length);
    const unit = name === "" ? 1 : unitOf(name);
    // Several parts go from the larger to the smaller unit, each with its name: "1m 1s", and never "1 2".
    if (unit === undefined || unit >= last || (name === "" && (rest !== "" || last !== Infinity)))
      return null;
    last = unit;
    total += Number(number) * unit;
  }
  const rounded = Math.round(total * 1000) / 1000;
  return rounded <= DAY ? String(rounded) : null;
}
