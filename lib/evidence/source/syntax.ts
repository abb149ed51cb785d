/** Source code as a tree with lines, also where it is cut off, indented or wrong. */
import type { Parser, SyntaxNode } from "@lezer/common";
import type { Budget } from "../budget";

/** More is not read: no file that a person wrote is longer. */
const MOST_OF_SOURCE = 400_000;
/** Deeper nesting is left out. */
export const MOST_DEEP = 150;

export interface Source {
  text: string;
  top: SyntaxNode;
  /** Line of an offset, from 0, in the text as it was given. */
  lineAt: (offset: number) => number;
}

/** Take off the indentation that all lines have, as code from the middle of a file has it. */
export function dedented(text: string): string {
  const lines = text.split("\n");
  const full = lines.filter((line) => line.trim() !== "");
  const common = full.reduce((least, line) => Math.min(least, /^[ \t]*/.exec(line)?.[0].length ?? 0), 200);
  return common === 0 || full.length === 0 ? text : lines.map((line) => line.slice(common)).join("\n");
}

/** Offsets at which lines begin. */
function beginnings(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line of an offset by halving. */
function lineIn(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The tree of a text; what is too long, or past the budget, is left out.
 * @param added lines that stand before the text as it was given
 */
export function parsed(parser: Parser, text: string, budget: Budget, added = 0): Source {
  const kept = text.slice(0, MOST_OF_SOURCE);
  const parse = parser.startParse(kept);
  let tree = parse.advance();
  while (tree === null) {
    if (!budget.spend(1) && parse.stoppedAt === null) parse.stopAt(parse.parsedPos);
    tree = parse.advance();
  }
  const starts = beginnings(kept);
  return {
    text: kept,
    top: tree.topNode,
    lineAt: (offset) => Math.max(0, lineIn(starts, offset) - added),
  };
}

/** The children of a node, in their order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** So much of the text of an argument is looked at: no pattern has to read a whole function. */
export const MOST_OF_ARGUMENT = 2000;

export const textIn = ({ text }: Source, { from, to }: SyntaxNode): string => text.slice(from, to);

/** Whether a node stands in another. */
export const isWithin = (node: SyntaxNode, outer: SyntaxNode): boolean =>
  node.from >= outer.from && node.to <= outer.to;
