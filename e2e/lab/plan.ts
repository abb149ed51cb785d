/** Everything that the lab can prove, by name. */
import type { Content } from "../../lib/content/load";
import type { Subject } from "./evidence/subject";
import { configItems, configSubject } from "./kinds/config";
import { factItems, factSubject } from "./kinds/fact";
import { pairItems, pairSubject } from "./kinds/pair";
import type { Item } from "./evidence/item";

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

/** What the content says of everything that the lab can prove. */
export const subjects = ({ pairs, configs, facts }: Content): Subject[] => [
  ...pairs.map(pairSubject),
  ...configs.map(configSubject),
  ...facts.map(factSubject),
];
