/** Everything that the lab can prove, by name. */
import type { Content } from "../../lib/content/load";
import { configItems } from "./config";
import { factItems } from "./fact";
import type { Item } from "./item";
import { environmentsOf, provePair } from "./pair";
import { isProgram } from "./run/programs";
import { labProxy } from "./run/front";

function pairs(content: Content): Item[] {
  return content.pairs.map((pair): Item => ({
    kind: "pair",
    id: pair.id,
    environments: [
      ...environmentsOf(pair),
      ...(pair.claims.some(({ through }) => through?.proxy.startsWith("envoy")) ? ["tools"] : []),
    ],
    programs: pair.claims.flatMap(({ through }) =>
      through ? [labProxy(through.proxy).program].filter(isProgram) : [],
    ),
    prove: (made, keepLogs) => provePair(pair, made, keepLogs),
  }));
}

/** What the names mean: `kind:id`, an id, or the beginning of one; no name is everything. */
export function plan(content: Content, names: readonly string[]): Item[] {
  const all = [...pairs(content), ...configItems(content), ...factItems(content)];
  if (names.length === 0) return all;
  return all.filter(({ kind, id }) =>
    names.some(
      (name) =>
        `${kind}:${id}` === name ||
        id === name ||
        id.startsWith(`${name}/`) ||
        `${kind}:${id}`.startsWith(`${name}/`) ||
        kind === name,
    ),
  );
}
