/** What a JavaScript or TypeScript file uses, with full names, circumstances and arguments. */
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";
import type { Budget } from "../budget";
import { Circumstances, isAboutStreams, type FileFacts } from "../source/circumstances";
import type { Func } from "../source/functions";
import { childrenOf, dedented, MOST_DEEP, MOST_OF_ARGUMENT, parsed, textIn } from "../source/syntax";
import type { Use } from "../uses";
import { Names } from "./names";
import { keyOf, outlineOf, type Outline } from "./outline";
import { findRoles } from "./roles";
import { placeOf } from "./where";

const MOST_OF_ALL = 400;
const READER = parser.configure({ dialect: "ts jsx" });

/** What the body of a loop does with the pieces. */
const APPENDS = /\+=|\.push\(/;
const SENDS =
  /\b(yield|write|enqueue|send\w*|emit\w*|postMessage|set[A-Z]\w*|on[A-Z]\w*|console|stdout|writeSSE|dispatch)\b/;

interface Arguments {
  texts: Map<string, string>;
  lines: Map<string, number>;
}

class Finder {
  readonly uses: Use[] = [];
  private readonly names: Names;
  private readonly facts: FileFacts;

  constructor(
    private readonly outline: Outline,
    private readonly budget: Budget,
  ) {
    this.names = new Names(outline);
    const { source, file, roots, imports } = outline;
    this.facts = {
      imports: roots,
      words: file.words,
      text: source.text.toLowerCase(),
      handed: new Set(),
      streams: isAboutStreams(file.words),
    };
    findRoles(outline, this.names, (see) => this.walk(source.top, file, see));
    for (const { name, node } of imports) this.add("import", name, node, file);
    this.walk(source.top, file, (node, func) => this.look(node, func));
  }

  private walk(node: SyntaxNode, func: Func, see: (node: SyntaxNode, func: Func) => void, depth = 0): void {
    if (depth > MOST_DEEP || !this.budget.spend(1)) return;
    const inner = this.outline.funcOf.get(keyOf(node)) ?? func;
    see(node, inner);
    for (const child of childrenOf(node)) this.walk(child, inner, see, depth + 1);
  }

  private text(node: SyntaxNode): string {
    return textIn(this.outline.source, node);
  }

  private add(
    find: string,
    name: string,
    node: SyntaxNode,
    func: Func,
    { texts, lines }: Arguments = { texts: new Map(), lines: new Map() },
    more: readonly string[] = [],
  ): void {
    const { source, file } = this.outline;
    const own = placeOf(node, source);
    for (const one of more) own.add(one);
    own.add(func === file ? "module" : func.isAsync ? "async" : "sync");
    // What stands in a callback stands in what it is a callback of, too.
    for (let one = func.parent; one; one = one.parent)
      for (const role of one.roles)
        if (/^(route|served|effect|cleanup|listener|stream-body)$/.test(role)) own.add(role);
    const end =
      find === "call" && node.name === "CallExpression" ? (node.firstChild?.to ?? node.from) : node.from;
    const where = new Circumstances(own, func, this.facts);
    this.uses.push({ find, name, at: source.lineAt(end), where, args: texts, lines });
  }

  /** The value of a name that is bound to a plain one. */
  private valueText(node: SyntaxNode, func: Func): string {
    const bound = node.name === "VariableName" ? this.names.boundTo(this.text(node), func) : null;
    const plain =
      bound?.is === "value" && /^(Number|String|ObjectExpression|BooleanLiteral)$/.test(bound.node.name);
    return this.text(plain ? bound.node : node).slice(0, MOST_OF_ARGUMENT);
  }

  /** The properties of an object literal, those of objects in it by their own names too. */
  private properties(object: SyntaxNode, func: Func, args: Arguments, depth = 0): void {
    for (const one of childrenOf(object)) {
      if (one.name === "Property") {
        const key = one.firstChild?.name === "async" ? one.firstChild.nextSibling : one.firstChild;
        const value = one.lastChild;
        if (!key || !value || one.getChild("Spread")) {
          args.texts.set("**", this.text(one));
          continue;
        }
        const name = this.text(key).replace(/^["']|["']$/g, "");
        if (args.texts.has(name)) continue;
        args.texts.set(name, this.valueText(value, func));
        args.lines.set(name, this.outline.source.lineAt(one.from));
        if (value.name === "ObjectExpression" && depth < 2) this.properties(value, func, args, depth + 1);
      }
    }
  }

  private argumentsIn(list: SyntaxNode | null, func: Func): Arguments {
    const args: Arguments = { texts: new Map(), lines: new Map() };
    if (!list) return args;
    args.texts.set("all", this.text(list).slice(0, MOST_OF_ALL));
    const given = childrenOf(list).filter(({ name }) => !/^[(),]$|Comment$|^TypeArgList$|^⚠$/.test(name));
    given.forEach((one, place) => {
      args.texts.set(String(place), this.valueText(one, func));
      args.lines.set(String(place), this.outline.source.lineAt(one.from));
      if (one.name === "ObjectExpression") this.properties(one, func, args);
    });
    return args;
  }

  private look(node: SyntaxNode, func: Func): void {
    switch (node.name) {
      case "CallExpression":
      case "NewExpression":
        return this.call(node, func);
      case "AssignmentExpression":
        return this.assignment(node.firstChild, node.lastChild, node, func, []);
      case "VariableDeclaration":
        return this.declaration(node, func);
      case "ForOfSpec":
        return this.loop(node, func);
      case "MemberExpression":
        return this.read(node, func);
    }
  }

  private call(node: SyntaxNode, func: Func): void {
    const name = this.names.of(node, func);
    if (node.firstChild && this.text(node.firstChild) === "require")
      return this.add("import", name, node, func);
    const list = node.getChild("ArgList");
    const more = node.name === "NewExpression" ? ["new"] : [];
    if (this.isHeldToTheEnd(node, func)) more.push("held-to-the-end");
    if (this.setsWhatItLists(list)) more.push("sets-what-it-lists");
    this.add("call", name, node, func, this.argumentsIn(list, func), more);
  }

  /** Whether a constant holds what a call gives until the last loop of its function is over: `clear(x)` stands below it. */
  private isHeldToTheEnd(node: SyntaxNode, func: Func): boolean {
    const variable = node.prevSibling?.name === "Equals" ? node.prevSibling.prevSibling : null;
    if (variable?.name !== "VariableDefinition" || !/^const\b/.test(this.text(variable.parent ?? variable)))
      return false;
    const name = this.text(variable);
    let loopEnds = -1;
    const uses: SyntaxNode[] = [];
    this.walk(func.node, func, (one) => {
      if (/^(For|While|Do)Statement$/.test(one.name)) loopEnds = Math.max(loopEnds, one.to);
      if (one.name === "VariableName" && this.text(one) === name) uses.push(one);
    });
    return loopEnds > node.to && uses.length > 0 && uses.every(({ from }) => from > loopEnds);
  }

  /** Whether what a call is given sets a state that its list names: it runs anew by what it does. */
  private setsWhatItLists(list: SyntaxNode | null): boolean {
    const [work, names, ...others] = list ? childrenOf(list).filter(({ name }) => !/^[(),]$/.test(name)) : [];
    if (!work || names?.name !== "ArrayExpression" || others.length > 0) return false;
    const done = this.text(work);
    return names
      .getChildren("VariableName")
      .map((one) => this.text(one))
      .some((name) => done.includes(`set${name.charAt(0).toUpperCase()}${name.slice(1)}(`));
  }

  /** What is read of something imported, outside of a call of it. */
  private read(node: SyntaxNode, func: Func): void {
    const { parent } = node;
    const isCallee = parent?.name === "CallExpression" && node.prevSibling === null;
    if (parent?.name === "MemberExpression" || isCallee) return;
    const name = this.names.of(node, func);
    if ([...this.outline.roots].some((root) => name.startsWith(`${root}.`)))
      this.add("read", name, node, func);
  }

  private assignment(
    target: SyntaxNode | null,
    value: SyntaxNode | null,
    node: SyntaxNode,
    func: Func,
    more: readonly string[],
  ): void {
    if (!target || !value) return;
    const full = target.name === "MemberExpression" ? this.names.of(target, func) : this.text(target);
    const args: Arguments = {
      texts: new Map([["value", this.text(value).slice(0, MOST_OF_ALL)]]),
      lines: new Map(),
    };
    this.add("assign", full, node, func, args, more);
  }

  private declaration(node: SyntaxNode, func: Func): void {
    const isExported = node.parent?.name === "ExportDeclaration";
    const target = node.getChild("VariableDefinition");
    const value = node.getChild("Equals")?.nextSibling ?? null;
    if (isExported) this.assignment(target, value, node, func, ["exported"]);
  }

  private loop(node: SyntaxNode, func: Func): void {
    const iterable = node.getChild("of")?.nextSibling;
    if (!iterable) return;
    const body = node.nextSibling ? this.text(node.nextSibling) : "";
    const done = [node.parent?.getChild("await") ? "for-await" : "for"];
    if (APPENDS.test(body)) done.push("appends");
    if (SENDS.test(body)) done.push("sends");
    const args: Arguments = {
      texts: new Map([["iterable", this.text(iterable).slice(0, MOST_OF_ARGUMENT)]]),
      lines: new Map(),
    };
    this.add("loop", this.names.of(iterable, func), node, func, args, done);
  }
}

/** What a file uses, in the order of its lines. */
export function javascriptUses(text: string, budget: Budget): Use[] {
  const source = parsed(READER, dedented(text), budget);
  return new Finder(outlineOf(source, budget), budget).uses.sort((a, b) => a.at - b.at);
}
