import type { Content } from "../../lib/content/load";
import type { Item } from "./item";

export function configItems(_: Content): Item[] {
  return [];
}
