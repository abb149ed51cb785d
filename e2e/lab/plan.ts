/** Everything that the lab can prove, by name. */
import type { Content } from "../../lib/content/load";
import { configItems } from "./kinds/config";
import { factItems } from "./kinds/fact";
import type { Item } from "./proof/item";
import { pairItems } from "./kinds/pair";

/** What the names mean: `kind:id`, an id, or the beginning of one; no name is everything. */
export function plan(content: Content, names: readonly string[]): Item[] {
  const all = [...pairItems(content), ...configItems(content), ...factItems(content)];
  if (names.length === 0) return all;
  return all.filter(({ kind, id }) => {
    const whole = `${kind}:${id}`;
    return names.some(
      (name) => [kind, id, whole].includes(name) || id.startsWith(`${name}/`) || whole.startsWith(`${name}/`),
    );
  });
}
