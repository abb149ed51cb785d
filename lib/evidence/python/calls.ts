/** Calls, chains and reads of a Python file. */
import type { SyntaxNode } from "@lezer/common";
import type { Func } from "../source/functions";
import { argumentNodes } from "./arguments";
import { noArguments, type Notes } from "./notes";
import { noteComprehension } from "./statements";
import { placeOf } from "./where";

/** So much of all arguments together is looked at. */
const MOST_OF_ALL = 400;

const lastPart = (name: string): string => /(\w+)(?:\[\])?$/.exec(name)?.[1] ?? "";
const kindOf = (local: Func): string => (local.isGenerator ? "of-generator" : "of-function");

/** The variable that holds what a call gives. */
function variableOf(call: SyntaxNode): SyntaxNode | null {
  let outer = call.parent;
  while (outer && /^(AwaitExpression|ParenthesizedExpression)$/.test(outer.name)) outer = outer.parent;
  if (outer?.name === "AssignStatement" || outer?.name === "NamedExpression") return outer.firstChild;
  return outer?.name === "WithStatement" ? (call.nextSibling?.nextSibling ?? null) : null;
}

/** What ends a value does not wait for what it gives. */
const ENDS = /^\.(?:a?close|cancel\w*|stop|shutdown)\b/;

/** Where a value goes by the variable that holds it. */
function later(call: SyntaxNode, func: Func, notes: Notes): string[] {
  const variable = variableOf(call);
  if (variable?.name !== "VariableName") return [];
  const name = notes.text(variable);
  const found = new Set<string>();
  notes.walk(func.node, func, (node) => {
    if (node.name !== "VariableName" || node.from === variable.from || notes.text(node) !== name) return;
    if (node.nextSibling?.name === "AssignOp" && node.parent?.name === "ArgList") return;
    for (const one of placeOf(node, notes.outline.source))
      if (/^(iterated|returned|yielded|inside:|comprehension)/.test(one)) found.add(one);
      else if (one === "awaited" && !ENDS.test(notes.outline.source.text.slice(node.to)))
        found.add("awaited-later");
  });
  return [...found];
}

/** The innermost `with` in whose body a node stands, in the same function. */
function withAround(node: SyntaxNode): SyntaxNode | null {
  let inner = node;
  for (let outer = node.parent; outer && outer.name !== "FunctionDefinition"; outer = outer.parent) {
    if (outer.name === "WithStatement" && inner.name === "Body") return outer;
    inner = outer;
  }
  return null;
}

/** Whether a method is called on an object that the file makes once, for all requests. */
function isShared(callee: SyntaxNode, func: Func, notes: Notes): boolean {
  let root: SyntaxNode | null = callee;
  while (root?.name === "MemberExpression") root = root.firstChild;
  if (root?.name !== "VariableName" || callee.name === "VariableName" || func === notes.outline.file)
    return false;
  const [bound] = notes.names.boundTo(notes.text(root), func);
  return bound?.is === "value" && bound.within === notes.outline.file && bound.node.name === "CallExpression";
}

/** What hands text on to whoever reads the stream. */
const HANDS_ON = /^(yielded|inside:(send|write|put|publish|emit|push)\w*)$/;

/** Whether what a generator gives is only joined to be sent: what was gathered meanwhile, and no whole answer. */
function isFlush(call: SyntaxNode, func: Func, notes: Notes): boolean {
  let join = call.parent;
  while (join && !(join.name === "CallExpression" && /\.join$/.test(notes.text(join.firstChild ?? join)))) {
    if (/Statement$/.test(join.name)) return false;
    join = join.parent;
  }
  if (!join) return false;
  const places = [...placeOf(join, notes.outline.source), ...later(join, func, notes)];
  const asked = argumentNodes(call.getChild("ArgList"), notes.outline).length > 0;
  if (asked) return places.includes("loop") && places.some((one) => HANDS_ON.test(one));
  return !places.some((one) => /^(returned|inside:\w*[Rr]esponse)$/.test(one));
}

/** A call, with what becomes of its value. */
export function noteCall(node: SyntaxNode, func: Func, notes: Notes): void {
  const callee = node.firstChild;
  if (!callee) return;
  const name = notes.names.of(callee, func);
  const list = node.getChild("ArgList");
  const local = notes.names.functionOf(callee, func);
  const more = later(node, func, notes);
  if (local) more.push(kindOf(local));
  if (local?.isGenerator && isFlush(node, func, notes)) more.push("flush");
  if (isShared(callee, func, notes)) more.push("shared");
  for (const [, given] of argumentNodes(list, notes.outline)) {
    const made = lastPart(notes.names.of(given, func));
    if (made !== "") notes.facts.handed.add(`${lastPart(name)}<${made}`);
  }
  const args = notes.argumentsIn(list, func);
  if (list) args.texts.set("all", notes.text(list).slice(0, MOST_OF_ALL));
  const around = withAround(node);
  if (around) args.lines.set("with", notes.outline.source.lineAt(around.from));
  notes.add({ find: "call", name }, node, func, args, more);
  if (list?.getChild("for") && list.getChild("in")) noteComprehension(list, func, notes);
}

/** What is read of something imported, outside of a call of it. */
export function noteRead(node: SyntaxNode, func: Func, notes: Notes): void {
  const { parent } = node;
  const isCallee = parent?.name === "CallExpression" && node.prevSibling === null;
  if (parent?.name === "MemberExpression" || isCallee) return;
  const root = /^\w+/.exec(notes.text(node))?.[0] ?? "";
  const [bound] = notes.names.boundTo(root, func);
  const name = notes.names.of(node, func);
  if (bound?.is === "import" || notes.outline.roots.has(root)) notes.add({ find: "read", name }, node, func);
}

/** The last step of `a | b | c`. */
export function notePipe(node: SyntaxNode, func: Func, notes: Notes): void {
  const { firstChild: first, lastChild: last, parent } = node;
  if (node.getChild("BitOp") === null || parent?.name === "BinaryExpression" || !last) return;
  const args = noArguments();
  args.texts.set("0", notes.text(last)).set("first", first ? notes.names.of(first, func) : "");
  const given = last.name === "CallExpression" ? last.getChild("ArgList")?.firstChild?.nextSibling : null;
  const local = notes.names.functionOf(last, func) ?? (given ? notes.names.functionOf(given, func) : null);
  const name = notes.names.of(last, func);
  notes.add({ find: "pipe", name }, last, func, args, local ? [kindOf(local)] : []);
}
