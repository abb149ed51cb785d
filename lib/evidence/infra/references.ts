/** Values that a file names in one place and uses in another: parameters, variables. */
import { childOf, type Node } from "../tree/nodes";

/** A tree in which what `valueOf` knows takes the place of its reference, at the line of the reference. */
export function dereferenced(node: Node, valueOf: (text: string) => string | undefined): Node {
  if (node.text !== null) return { ...node, text: valueOf(node.text) ?? node.text };
  return { ...node, children: node.children.map(([name, child]) => [name, dereferenced(child, valueOf)]) };
}

/** The children of a node over those of another: what it does not say itself is as the other one has it. */
export function over(node: Node, base: Node | undefined): Node {
  if (!base) return node;
  const missing = base.children.filter(([name]) => !childOf(node, name));
  const own = node.children.map(([name, child]): (typeof node.children)[number] => {
    const below = childOf(base, name);
    return [name, below && child.text === null ? over(child, below) : child];
  });
  return { ...node, children: [...own, ...missing] };
}
