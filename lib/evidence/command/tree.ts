/** Command lines in trees: what a container, a process or a script of a deployment file starts. */
import type { Block } from "../blocks";
import type { Budget } from "../budget";
import { childOf, type Node } from "../tree/nodes";
import { commandBlocks } from "./blocks";
import { commandsOf, type Word } from "./words";

/** Names of what holds a command. */
const HOLDS =
  /^(command|args|cmd|entrypoint|exec\w*|runs?|containerCommand|script|(pre|post)?(start|dev|serve|deploy)\w*|[\w-]*Command)$/i;
/** Names of what holds commands by names of its own. */
const HOLDS_NAMED = /^(scripts|processes|runs?)$/i;
/** What stands first, and what is added to it. */
const PAIRS = [
  ["entrypoint", "command"],
  ["command", "args"],
  ["entrypoint", "args"],
] as const;
/** A command stands no more lines below its key. */
const NEAR = 80;

/** Words with the lines where they stand in the text, each behind the one before it. */
function located(words: readonly Word[], lines: readonly string[], from: number): Word[] {
  let line = from;
  let column = 0;
  return words.map(({ text }) => {
    for (let at = line; at < Math.min(lines.length, line + NEAR); at += 1) {
      const found = lines[at]?.indexOf(text, at === line ? column : 0) ?? -1;
      if (found < 0) continue;
      line = at;
      column = found + text.length;
      break;
    }
    return { text, at: line };
  });
}

/** The commands of one value: a text is read as a shell does, a list is one command. */
function commandsIn(node: Node, lines: readonly string[], budget: Budget): Word[][] {
  if (node.text !== null) return commandsOf(node.text, budget).map((words) => located(words, lines, node.at));
  const words = node.children.flatMap(([, { text, at }]) => (text === null ? [] : [{ text, at }]));
  return words.length > 0 ? [located(words, lines, node.at)] : [];
}

/** A command of two halves, as one. */
function joined(node: Node, lines: readonly string[], budget: Budget): Word[][] {
  return PAIRS.flatMap(([first, second]) => {
    const [head, tail] = [childOf(node, first), childOf(node, second)];
    if (!head || !tail) return [];
    const before = commandsIn(head, lines, budget);
    const [added = [], ...more] = commandsIn(tail, lines, budget);
    return before.length === 1 ? [[...(before[0] ?? []), ...added], ...more] : [...before, added, ...more];
  });
}

interface Walk {
  lines: readonly string[];
  wanted: readonly string[];
  budget: Budget;
}

function walk(node: Node, path: readonly string[], all: Walk): Block[] {
  if (!all.budget.spend(1)) return [];
  const pairs = joined(node, all.lines, all.budget);
  const taken = new Set(pairs.length > 0 ? PAIRS.flat() : []);
  const own = commandBlocks(pairs, all.wanted, all.budget, path.join("."));
  const below = node.children.flatMap(([name, child]) => {
    if (taken.has(name as (typeof PAIRS)[number][number])) return [];
    const here = [...path, name];
    const isList = child.children.some(([place, { text }]) => place === "0" && text !== null);
    if (child.text === null && !(isList && HOLDS.test(name))) return walk(child, here, all);
    if (!HOLDS.test(name) && !HOLDS_NAMED.test(path.at(-1) ?? "")) return [];
    return commandBlocks(commandsIn(child, all.lines, all.budget), all.wanted, all.budget, here.join("."));
  });
  return [...own, ...below];
}

/**
 * Blocks of the command lines in trees.
 * @param text what the trees were read from
 * @param wanted programs, as rules name them
 */
export const treeCommandBlocks = (
  trees: readonly Node[],
  text: string,
  wanted: readonly string[],
  budget: Budget,
): Block[] => trees.flatMap((tree) => walk(tree, [], { lines: text.split("\n"), wanted, budget }));
