/** A stop on the path: a product with a key of its own, and what is known of its settings. */
import type { Product } from "./knowledge";

/** A known value of a limit: seconds, `off` (buffering, or a limit that is switched off) or `none` (no limit). */
export type Setting = number | "off" | "none";

export interface Hop {
  /** The product's id; for a second one of the same product `<id>.2`, and so on. */
  key: string;
  /** The question that named it. */
  dimension: string;
  product: Product;
  /** Limit id to its known value. What is not here stands at its default. */
  settings: Readonly<Record<string, Setting>>;
}

/** No path has more hops in front. */
export const MAX_HOPS = 6;
/** At most so many hops of one product: their numbers have one digit. */
const MAX_TWINS = 9;

/** The product of a hop's key: `nginx.2` is a hop of `nginx`. */
export const productOf = (key: string): string => key.replace(/\.[2-9]$/, "");

/** A name with the number of its key, where it has one: the second nginx on a path is “nginx (2)”. */
export function numbered(name: string, key: string): string {
  const [, number] = /\.([2-9])$/.exec(key) ?? [];
  return number === undefined ? name : `${name} (${number})`;
}

/** What a hop is called. */
export const hopName = ({ key, product }: Pick<Hop, "key" | "product">): string =>
  numbered(product.name, key);

/** The key of the next hop of a product beside those that are there. */
export function nextKey(product: string, taken: readonly string[]): string | null {
  if (!taken.includes(product)) return product;
  for (let number = 2; number <= MAX_TWINS; number += 1) {
    const key = `${product}.${number}`;
    if (!taken.includes(key)) return key;
  }
  return null;
}

/** Number of seconds from 0 to a day with at most three decimals, as answers and settings hold it; null for all else. */
export function secondsOf(text: string): number | null {
  if (!/^\d{1,5}(\.\d{1,3})?$/.test(text)) return null;
  const value = Number(text);
  return value <= 86_400 ? value : null;
}

/** A setting as a link, a store or a file holds it; null when it is no value of a setting. */
export function readSetting(text: string): Setting | null {
  return text === "off" || text === "none" ? text : secondsOf(text);
}
