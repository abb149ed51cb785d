import type { Content } from "../../lib/content/load";
import type { Item } from "./item";

export function factItems(_: Content): Item[] {
  return [];
}
