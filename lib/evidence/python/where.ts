/** The circumstances of a place in a Python file: what it stands in, up to the function around it. */
import type { SyntaxNode } from "@lezer/common";
import { childrenOf, isWithin, textIn, type Source } from "../source/syntax";

const lastName = (text: string): string => /(\w+)\s*$/.exec(text)?.[1] ?? "";

/** The part of a compound statement that a node stands in: the keyword that begins it. */
function keywordOf(statement: SyntaxNode, inside: SyntaxNode): string {
  let keyword = "";
  for (const child of childrenOf(statement)) {
    if (/^(try|except|else|finally|for|in|while|with|if|elif)$/.test(child.name)) keyword = child.name;
    if (isWithin(inside, child)) return child.name === "Body" ? `${keyword}-body` : keyword;
  }
  return keyword;
}

const PARTS: Readonly<Record<string, string>> = {
  "TryStatement try-body": "in-try",
  "TryStatement except-body": "in-except",
  "TryStatement finally-body": "in-finally",
  "ForStatement for-body": "loop",
  "ForStatement in-body": "loop",
  "WhileStatement while-body": "loop",
  "WithStatement with-body": "in-with",
  "WithStatement with": "with-item",
  "IfStatement if-body": "in-if",
};

/** The errors that a `try` catches, by the last part of their names; an empty name is all of them. */
function caughtBy(statement: SyntaxNode, source: Source): string[] {
  return statement.getChildren("except").flatMap(({ nextSibling: what }) => {
    if (!what || what.name === "Body") return [""];
    return [...textIn(source, what).matchAll(/[\w.]+/g)].map(([name]) => lastName(name));
  });
}

const COMPREHENSION = /Comprehension(Expression)?$/;

function compound(
  outer: SyntaxNode,
  node: SyntaxNode,
  source: Source,
  own: boolean,
  where: Set<string>,
): void {
  const part = PARTS[`${outer.name} ${keywordOf(outer, node)}`];
  if (part !== undefined) where.add(part);
  if (part === "in-try") for (const name of caughtBy(outer, source)) where.add(`caught:${name}`);
  if (outer.name === "WithStatement" && part === "in-with")
    for (const { firstChild } of outer.getChildren("CallExpression"))
      if (firstChild) where.add(`in-with:${lastName(textIn(source, firstChild))}`);
  if (own && outer.name === "ForStatement" && keywordOf(outer, node) === "in")
    where.add(outer.firstChild?.name === "async" ? "iterated-async" : "iterated");
}

function direct(outer: SyntaxNode, node: SyntaxNode, source: Source, where: Set<string>): void {
  if (outer.name === "AwaitExpression") where.add("awaited");
  else if (outer.name === "ReturnStatement") where.add("returned");
  else if (/^Yield/.test(outer.name)) where.add("yielded");
  else if (outer.name === "ExpressionStatement") where.add("bare");
  else if (outer.name === "ArgList" || COMPREHENSION.test(outer.name)) {
    if (COMPREHENSION.test(outer.name) || outer.getChild("for")) where.add("comprehension");
    if (node.prevSibling?.name === "in")
      where.add(node.prevSibling.parent?.getChild("async") ? "iterated-async" : "iterated");
    const callee = outer.name === "ArgList" ? outer.parent?.firstChild : null;
    if (callee) where.add(`inside:${lastName(textIn(source, callee))}`);
  }
}

/** A node that is more of the same value: `x` in `x.y`, `(x)`, `await x`. */
const CARRIES = /^(MemberExpression|CallExpression|ParenthesizedExpression|AwaitExpression|NamedExpression)$/;

/**
 * Circumstances of a node. What holds for its own value alone (awaited, iterated, returned, bare) is told only as far as
 * nothing else is made of it.
 */
export function placeOf(node: SyntaxNode, source: Source): Set<string> {
  const where = new Set<string>();
  let own = true;
  let inner = node;
  for (let outer = node.parent; outer && outer.name !== "FunctionDefinition"; outer = outer.parent) {
    if (/^(For|While|With|Try|If)Statement$/.test(outer.name)) compound(outer, inner, source, own, where);
    else if (outer.name === "LambdaExpression") where.add("in-lambda");
    else if (own) direct(outer, inner, source, where);
    else if (outer.name === "ArgList" || COMPREHENSION.test(outer.name)) {
      const callee = outer.name === "ArgList" ? outer.parent?.firstChild : null;
      if (callee) where.add(`inside:${lastName(textIn(source, callee))}`);
      if (COMPREHENSION.test(outer.name)) where.add("comprehension");
    }
    own = own && CARRIES.test(outer.name);
    inner = outer;
  }
  return where;
}

/** What the body of a loop does with the pieces: yields, sends, appends, breaks. */
export function doneIn(body: SyntaxNode, source: Source, depth = 0): Set<string> {
  const done = new Set<string>();
  if (depth > 40) return done;
  for (const child of childrenOf(body)) {
    if (child.name === "FunctionDefinition") continue;
    if (/^Yield/.test(child.name)) done.add("yields");
    else if (child.name === "BreakStatement") done.add("breaks");
    else if (child.name === "UpdateStatement" && /\+=/.test(textIn(source, child))) done.add("appends");
    else if (child.name === "CallExpression" && child.firstChild) {
      const name = lastName(textIn(source, child.firstChild));
      if (/^(append|extend|add|join)$/.test(name)) done.add("appends");
      else if (SENDS.test(name)) done.add("sends");
      else done.add("calls");
    }
    for (const one of doneIn(child, source, depth + 1)) done.add(one);
  }
  return done;
}

const SENDS =
  /^(send\w*|write\w*|put\w*|publish\w*|emit\w*|print|stream_token|push\w*|callback|on_\w+|update|markdown|flush|echo)$/;
