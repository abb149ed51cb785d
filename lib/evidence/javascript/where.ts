/** The circumstances of a place in a JavaScript file: what it stands in, up to the function around it. */
import type { SyntaxNode } from "@lezer/common";
import { textIn, type Source } from "../source/syntax";
import { makesFunction } from "./outline";

const CARRIES =
  /^(MemberExpression|CallExpression|ParenthesizedExpression|AwaitExpression|NonNullExpression)$/;

const lastName = (text: string): string => /([\w$]+)\s*$/.exec(text)?.[1] ?? "";

/** Names of the calls in whose arguments a node stands, and what statements are around it. */
function around(outer: SyntaxNode, inner: SyntaxNode, source: Source, where: Set<string>): void {
  switch (outer.name) {
    case "ArgList": {
      const callee = outer.prevSibling;
      if (callee) where.add(`inside:${lastName(textIn(source, callee))}`);
      return;
    }
    case "ForStatement":
    case "WhileStatement":
    case "DoStatement":
      if (inner.name === "Block" || /Statement$/.test(inner.name)) where.add("loop");
      return;
    case "TryStatement":
      if (inner.name === "Block") where.add("in-try");
      return;
    case "CatchClause":
      where.add("in-except");
      return;
    case "FinallyClause":
      where.add("in-finally");
  }
}

/** Circumstances of a node; what holds for its own value alone is told as far as nothing else is made of it. */
export function placeOf(node: SyntaxNode, source: Source): Set<string> {
  const where = new Set<string>();
  let own = true;
  let inner = node;
  for (let outer = node.parent; outer && !makesFunction(outer); outer = outer.parent) {
    around(outer, inner, source, where);
    if (own && outer.name === "AwaitExpression") where.add("awaited");
    if (own && outer.name === "ReturnStatement") where.add("returned");
    if (own && outer.name === "ExpressionStatement") where.add("bare");
    if (own && outer.name === "ForOfSpec") where.add("iterated");
    own = own && CARRIES.test(outer.name);
    inner = outer;
  }
  return where;
}
