/** What a Python file uses, with full names, circumstances and arguments. */
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Budget } from "../budget";
import type { Func } from "../source/functions";
import { dedented, parsed } from "../source/syntax";
import type { Use } from "../uses";
import { noteCall, notePipe, noteRead } from "./calls";
import { Notes } from "./notes";
import { outlineOf } from "./outline";
import { Roles } from "./roles";
import {
  noteAssignment,
  noteBases,
  noteComprehension,
  noteDecorator,
  noteFunction,
  noteGiven,
  noteHandlers,
  noteLoop,
} from "./statements";

/** A header for code that begins inside a function: its first line is indented, and a later one is not. */
const HEADERS = { async: "async def cut_off():\n", sync: "def cut_off():\n" } as const;

const NOTE: Readonly<Record<string, (node: SyntaxNode, func: Func, notes: Notes) => void>> = {
  CallExpression: noteCall,
  MemberExpression: noteRead,
  BinaryExpression: notePipe,
  AssignStatement: noteAssignment,
  ForStatement: noteLoop,
  ReturnStatement: noteGiven,
  YieldStatement: noteGiven,
  TryStatement: noteHandlers,
  ClassDefinition: noteBases,
  Decorator: noteDecorator,
  FunctionDefinition: noteFunction,
  ArrayComprehensionExpression: noteComprehension,
};

/** `as (a, b)` is more than the parser knows: one name of the same length stands for it. */
const withPlainTargets = (text: string): string =>
  text.replace(/\bas \([\w, ]{1,80}\)(?=:)/g, (target) => `as ${target.slice(3).replace(/\W/g, "_")}`);

/** The attribute that a loop goes over, `content` of `for line in response.content`, stands among the words as `in content`. */
function noteIterated(node: SyntaxNode, func: Func, notes: Notes): void {
  const iterable = node.getChild("in")?.nextSibling;
  const name = iterable?.name === "MemberExpression" ? iterable.lastChild : null;
  if (!name) return;
  for (let one: Func | null = func; one; one = one.parent) one.words.add(`in ${notes.text(name)}`);
}

/** What each function is for, by all that is done with it in the file. */
function findRoles(notes: Notes): void {
  const { outline, names } = notes;
  const roles = new Roles(outline, names);
  notes.walk(outline.source.top, outline.file, (node, func) => {
    if (/^(CallExpression|VariableName|MemberExpression)$/.test(node.name)) roles.note(node, func);
    if (/String$/.test(node.name)) roles.noteText(node, func);
    if (node.name === "ForStatement") noteIterated(node, func, notes);
  });
  roles.follow();
}

/** What a Python file uses, in the order of its lines. */
export function pythonUses(text: string, budget: Budget): Use[] {
  const plain = dedented(withPlainTargets(text));
  const isInside = /^[ \t]/.test(/^[ \t]*\S.*$/m.exec(plain)?.[0] ?? "");
  const header = /\bawait\b|\basync (for|with)\b/.test(plain) ? HEADERS.async : HEADERS.sync;
  const source = parsed(parser, isInside ? header + plain : plain, budget, isInside ? 1 : 0);
  const outline = outlineOf(source, budget);
  const notes = new Notes(outline, budget);
  findRoles(notes);
  for (const { name, node } of outline.imports) notes.add({ find: "import", name }, node, outline.file);
  notes.walk(source.top, outline.file, (node, func) => NOTE[node.name]?.(node, func, notes));
  return notes.uses.sort((a, b) => a.at - b.at);
}
