/** Trees whose fields can be written in two ways: `idleTimeout` is `idle_timeout`. */
import type { Node } from "./nodes";

/** A name of words that begin with capitals, and of nothing else. */
const CAMEL = /^[a-z][a-z0-9]{0,40}(?:[A-Z][a-z0-9]{1,40}){1,8}$/;

const snakeOf = (name: string): string =>
  CAMEL.test(name) ? name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`) : name;

/** A tree with every name in small letters. */
export const snakeTree = (node: Node): Node => ({
  ...node,
  children: node.children.map(([name, child]) => [snakeOf(name), snakeTree(child)] as const),
});
