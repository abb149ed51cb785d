/** Functions of a source file: what each is, which others it runs, and which of them serve a stream. */
import type { SyntaxNode } from "@lezer/common";

/** How one function comes to run another. */
export type How =
  /** It calls it, and waits for it. */
  | "runs"
  /** It makes a generator of it, and does not iterate it. */
  | "makes"
  /** It hands it to a thread. */
  | "threads";

/** A function, or the file itself outside all functions. */
export interface Func {
  node: SyntaxNode;
  /** Null for the file, and where it has none. */
  name: string | null;
  parent: Func | null;
  isAsync: boolean;
  isGenerator: boolean;
  /** What it is for: route, node, threaded, served, streamed, on-loop, … */
  roles: Set<string>;
  /** Names, and whole short strings, that stand in its code. */
  words: Set<string>;
  runs: { name: string; how: How }[];
}

export const newFunc = (node: SyntaxNode, name: string | null, parent: Func | null): Func => ({
  node,
  name,
  parent,
  isAsync: false,
  isGenerator: false,
  roles: new Set(),
  words: new Set(),
  runs: [],
});

/** Give a role to what the functions that have it run, and so on. */
function spread(role: string, funcs: readonly Func[], follows: (how: How, to: Func) => boolean): void {
  const byName = new Map<string, Func[]>();
  for (const func of funcs)
    if (func.name !== null) byName.set(func.name, [...(byName.get(func.name) ?? []), func]);
  const open = funcs.filter(({ roles }) => roles.has(role));
  for (let func = open.pop(); func; func = open.pop())
    for (const { name, how } of func.runs)
      for (const next of byName.get(name) ?? [])
        if (!next.roles.has(role) && follows(how, next)) {
          next.roles.add(role);
          open.push(next);
        }
}

/**
 * Follow the calls: `served` is all that a route runs, `streamed` all that runs between a streaming response and its
 * pieces, `on-loop` all that runs on the event loop. Functions that are handed to something else are not followed.
 */
export function followCalls(funcs: readonly Func[]): void {
  for (const { roles } of funcs) if (roles.has("route") || roles.has("streamed")) roles.add("served");
  spread("streamed", funcs, () => true);
  for (const { roles } of funcs) if (roles.has("streamed")) roles.add("served");
  spread("served", funcs, () => true);
  for (const func of funcs) if (func.isAsync) func.roles.add("on-loop");
  spread("on-loop", funcs, (how) => how === "runs");
}
