/** Terraform: resources and modules as blocks (`document/resource.<type>.*`), with the defaults of variables put in. */
import type { Block } from "../blocks";
import type { Budget } from "../budget";
import { treeBlocks } from "../tree/blocks";
import { childOf, type Node } from "../tree/nodes";
import { hclTree } from "./hcl";
import { dereferenced } from "./references";

/** Values of variables and locals, by the name under which they are used. */
function valuesOf(tree: Node): Map<string, string> {
  const values = new Map<string, string>();
  for (const [type, node] of tree.children)
    for (const [name, inner] of node.children) {
      const value = type === "variable" ? childOf(inner, "default") : type === "locals" ? inner : undefined;
      if (value?.text) values.set(type === "locals" ? `local.${name}` : `var.${name}`, value.text);
    }
  return values;
}

export function terraformBlocks(text: string, budget: Budget, wanted: readonly string[]): Block[] {
  const tree = hclTree(text, budget);
  const values = valuesOf(tree);
  const used = dereferenced(tree, (value) => values.get(value.replace(/^\$\{\s*([\w.]+)\s*\}$/, "$1")));
  return treeBlocks([used], wanted, budget);
}
