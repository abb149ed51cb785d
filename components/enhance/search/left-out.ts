/** What of a long text does not stand in the field of the search. */
import type { Frame } from "./frame";

/** So much of the end of a text tells it from any other. */
const TOLD_BY = 200;

/** Whether something of what stands in the field was left out. */
export function isCut({ field, cut }: Frame): boolean {
  const short = cut()?.short;
  if (short === undefined) return false;
  return short === "" ? field.value === "" : field.value.includes(short.slice(-TOLD_BY));
}

/** What stands in the field, with what was left out, as long as nothing was changed. */
export function wholeText({ field, cut }: Frame): string {
  const last = cut();
  return field.value === last?.short ? last.text : field.value;
}
