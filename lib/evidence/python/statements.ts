/** Statements of a Python file: loops, what is returned and yielded, assignments, handlers of errors, classes. */
import type { SyntaxNode } from "@lezer/common";
import type { Func } from "../source/functions";
import { childrenOf, MOST_OF_ARGUMENT } from "../source/syntax";
import { valueText } from "./arguments";
import { noArguments, type Arguments, type Notes } from "./notes";
import { doneIn } from "./where";

/** An iterable: its full name, the arguments of the call that it comes from, and whether the file makes it. */
function iterated(
  iterable: SyntaxNode,
  func: Func,
  notes: Notes,
): { name: string; args: Arguments; more: string[] } {
  const call = notes.origin(iterable, func);
  const args = notes.argumentsIn(call?.getChild("ArgList") ?? null, func);
  // What the call was given stands elsewhere than the loop.
  args.lines.clear();
  args.texts.set("iterable", notes.text(iterable).slice(0, MOST_OF_ARGUMENT));
  const more = notes.localOf(call, func)?.isGenerator ? ["of-generator"] : [];
  return { name: notes.names.of(iterable, func), args, more };
}

/** A loop, with what its body does with each piece. */
export function noteLoop(node: SyntaxNode, func: Func, notes: Notes): void {
  const iterable = node.getChild("in")?.nextSibling;
  const body = node.getChild("Body");
  if (!iterable || !body) return;
  const { name, args, more } = iterated(iterable, func, notes);
  const kind = node.firstChild?.name === "async" ? "async-for" : "for";
  notes.add({ find: "loop", name }, node, func, args, [kind, ...doneIn(body, notes.outline.source), ...more]);
}

/** What gathers an iterable at one place. */
export function noteComprehension(node: SyntaxNode, func: Func, notes: Notes): void {
  const iterable = node.getChild("in")?.nextSibling;
  if (!iterable) return;
  const { name, args, more } = iterated(iterable, func, notes);
  args.texts.set("text", notes.text(node).slice(0, MOST_OF_ARGUMENT));
  const kind = node.getChild("async") ? "async-for" : "for";
  notes.add({ find: "collect", name }, node, func, args, [...more, kind]);
}

/** What is returned or yielded: a generator of the file by its own name, anything else by its full one. */
export function noteGiven(node: SyntaxNode, func: Func, notes: Notes): void {
  const value = node.lastChild;
  const find = node.name === "ReturnStatement" ? "return" : "yield";
  if (!value?.prevSibling) return notes.add({ find, name: "" }, node, func);
  const call = notes.origin(value, func);
  const local = notes.localOf(call, func);
  const args = noArguments();
  args.texts.set("0", notes.text(value).slice(0, MOST_OF_ARGUMENT));
  if (local?.isGenerator)
    return notes.add({ find, name: local.name ?? "" }, node, func, args, ["of-generator"]);
  const callee = call && !local ? call.firstChild : null;
  notes.add({ find, name: notes.names.of(callee ?? value, func) }, node, func, args);
}

export function noteAssignment(node: SyntaxNode, func: Func, notes: Notes): void {
  const { firstChild: target, lastChild: value } = node;
  if (!value || !target) return;
  const full = target.name === "VariableName" ? "" : notes.names.of(target, func);
  const args = noArguments();
  args.texts.set("value", valueText(value, func, notes.names, notes.outline));
  const key = /\[\s*["']([^"']{1,60})["']\s*\]$/.exec(notes.text(target))?.[1];
  if (key !== undefined) args.texts.set("key", key);
  notes.add({ find: "assign", name: full === "" ? notes.text(target) : full }, node, func, args);
}

/** What is done with a caught exception. */
function reaction(body: string): string[] {
  const done = [/\braise\b/.test(body) ? "raises" : "swallows"];
  if (/\byield\b/.test(body)) done.push("reports");
  if (/^:\s*(pass|\.\.\.|continue|return|break)\s*(#.*)?$/.test(body.trim())) done.push("silent");
  return done;
}

/** Whether a `try` holds nothing but the wait for a task that was cancelled just before. */
function awaitsCancelled(node: SyntaxNode, notes: Notes): boolean {
  const tried = node.getChild("Body");
  const [, task] = /^:\s*await\s+([\w.]{1,80})\s*(?:#.*)?$/.exec(tried ? notes.text(tried).trim() : "") ?? [];
  if (task === undefined) return false;
  for (let before = node.prevSibling; before; before = before.prevSibling)
    if (notes.text(before).startsWith(`${task}.cancel(`)) return true;
  return false;
}

/** Each exception that is caught; `*` stands for all. */
export function noteHandlers(node: SyntaxNode, func: Func, notes: Notes): void {
  const children = childrenOf(node);
  children.forEach((child, at) => {
    if (child.name !== "except") return;
    const body = children.slice(at).find(({ name }) => name === "Body");
    const caught = children[at + 1];
    if (!body || !caught) return;
    const more = reaction(notes.text(body));
    if (awaitsCancelled(node, notes)) more.push("awaits-cancelled");
    const named = caught.name === "TupleExpression" ? childrenOf(caught) : [caught];
    const names = named.map((one) => notes.names.of(one, func)).filter((one) => one !== "");
    for (const name of names.length > 0 ? names : ["*"])
      notes.add({ find: "except", name }, child, func, noArguments(), more);
  });
}

/** What a class is made from, with the plain attributes of its body. */
export function noteBases(node: SyntaxNode, func: Func, notes: Notes): void {
  const { source } = notes.outline;
  const args = noArguments();
  for (const one of node.getChild("Body")?.getChildren("AssignStatement") ?? [])
    if (one.firstChild && one.lastChild) {
      args.texts.set(notes.text(one.firstChild), notes.text(one.lastChild));
      args.lines.set(notes.text(one.firstChild), source.lineAt(one.from));
    }
  const list = node.getChild("ArgList");
  for (const base of list ? childrenOf(list) : [])
    if (/^(VariableName|MemberExpression)$/.test(base.name))
      notes.add({ find: "class", name: notes.names.of(base, func) }, node, func, args);
}

export function noteDecorator(node: SyntaxNode, func: Func, notes: Notes): void {
  const definition = node.parent?.getChild("FunctionDefinition");
  const decorated = (definition && notes.outline.funcOf.get(definition.from)) ?? func;
  const text = notes
    .text(node)
    .replace(/^@\s*/, "")
    .replace(/\([^]*$/, "")
    .trim();
  const [first = "", ...rest] = text.split(".");
  const variable = node.getChild("VariableName");
  const root = variable ? notes.names.of(variable, func) : first;
  const args = notes.argumentsIn(node.getChild("ArgList"), func);
  notes.add({ find: "decorator", name: [root, ...rest].join(".") }, node, decorated, args);
}

export function noteFunction(node: SyntaxNode, func: Func, notes: Notes): void {
  const list = node.getChild("ParamList");
  const args = noArguments();
  if (list) args.texts.set("parameters", notes.text(list).slice(0, MOST_OF_ARGUMENT));
  notes.add({ find: "function", name: func.name ?? "" }, node, func, args);
}
