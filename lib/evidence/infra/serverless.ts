/** serverless.yml: functions as blocks of kind `function`, with what the provider says for all of them; else as other trees. */
import type { Block } from "../blocks";
import type { Budget } from "../budget";
import { settingsUnder, treeBlocks } from "../tree/blocks";
import { childOf, type Node } from "../tree/nodes";
import { yamlTrees } from "../tree/yaml";
import { over } from "./references";

/** What a function takes over from its provider. */
const INHERITED = ["timeout", "runtime", "environment", "layers"];

export function serverlessBlocks(text: string, budget: Budget, wanted: readonly string[]): Block[] {
  const trees = yamlTrees(text, budget);
  const functions = trees.flatMap((tree): Block[] => {
    const provider = childOf(tree, "provider");
    const base: Node | undefined = provider && {
      ...provider,
      children: provider.children.filter(([name]) => INHERITED.includes(name)),
    };
    return (childOf(tree, "functions")?.children ?? []).map(([name, node]) => ({
      kind: "function",
      name,
      at: node.at,
      settings: settingsUnder(over(node, base), budget),
      partial: false,
    }));
  });
  return [...functions, ...treeBlocks(trees, wanted, budget)];
}
