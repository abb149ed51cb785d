/** What is noted of a Python file: one use after the other, each with its circumstances. */
import type { SyntaxNode } from "@lezer/common";
import type { Budget } from "../budget";
import { Circumstances, isAboutStreams, type FileFacts } from "../source/circumstances";
import type { Func } from "../source/functions";
import { childrenOf, MOST_DEEP, textIn } from "../source/syntax";
import type { Use } from "../uses";
import { argumentNodes, valueText } from "./arguments";
import { Names } from "./names";
import type { Outline } from "./outline";
import { placeOf } from "./where";

/** Arguments with the lines at which they stand. */
export interface Arguments {
  texts: Map<string, string>;
  lines: Map<string, number>;
}

export const noArguments = (): Arguments => ({ texts: new Map(), lines: new Map() });

export class Notes {
  readonly uses: Use[] = [];
  readonly names: Names;
  readonly facts: FileFacts;

  constructor(
    readonly outline: Outline,
    private readonly budget: Budget,
  ) {
    this.names = new Names(outline);
    const { source, file, roots } = outline;
    this.facts = {
      imports: roots,
      words: file.words,
      text: source.text.toLowerCase(),
      handed: new Set(),
      streams: isAboutStreams(file.words),
    };
  }

  /** See every node below one, each with the function around it, as far as budget and depth allow. */
  walk(node: SyntaxNode, func: Func, see: (node: SyntaxNode, func: Func) => void, depth = 0): void {
    if (depth > MOST_DEEP || !this.budget.spend(1)) return;
    const inner = (node.name === "FunctionDefinition" && this.outline.funcOf.get(node.from)) || func;
    see(node, inner);
    for (const child of childrenOf(node)) this.walk(child, inner, see, depth + 1);
  }

  text(node: SyntaxNode): string {
    return textIn(this.outline.source, node);
  }

  /** Note a use at the line of a node; `more` are circumstances that its place does not tell. */
  add(
    what: Pick<Use, "find" | "name">,
    node: SyntaxNode,
    func: Func,
    args: Arguments = noArguments(),
    more: readonly string[] = [],
  ): void {
    const { source, file } = this.outline;
    const own = placeOf(node, source);
    for (const one of more) own.add(one);
    if (func === file) own.add("module");
    else own.add(func.isAsync ? "async" : "sync");
    if (func.isGenerator) own.add("generator");
    const where = new Circumstances(own, func, this.facts);
    // A chain of calls over several lines: each stands where its name ends.
    const at = source.lineAt(what.find === "call" ? (node.firstChild?.to ?? node.from) : node.from);
    this.uses.push({ ...what, at, where, args: args.texts, lines: args.lines });
  }

  /** The arguments of a list. */
  argumentsIn(list: SyntaxNode | null, func: Func): Arguments {
    const args = noArguments();
    for (const [name, node] of argumentNodes(list, this.outline)) {
      args.texts.set(name, valueText(node, func, this.names, this.outline));
      args.lines.set(name, this.outline.source.lineAt(this.written(node, func).from));
    }
    return args;
  }

  /** Where a dictionary is written that a name stands for; anything else stands where it is given. */
  private written(node: SyntaxNode, func: Func): SyntaxNode {
    if (node.name !== "VariableName") return node;
    const [bound] = this.names.boundTo(this.text(node), func);
    return bound?.is === "value" && bound.node.name === "DictionaryExpression" ? bound.node : node;
  }

  /** The call at the bottom of `await (f(x)).y`. */
  private callUnder(node: SyntaxNode | null): SyntaxNode | null {
    let call = node;
    while (call && /^(AwaitExpression|ParenthesizedExpression|MemberExpression)$/.test(call.name)) {
      if (call.name === "MemberExpression") call = call.firstChild;
      else call = call.name === "AwaitExpression" ? call.lastChild : (call.firstChild?.nextSibling ?? null);
    }
    return call;
  }

  /** The call that a value comes from: itself, or what the variable was assigned. */
  origin(node: SyntaxNode | null, func: Func): SyntaxNode | null {
    const call = this.callUnder(node);
    if (call?.name === "CallExpression") return call;
    if (call?.name !== "VariableName") return null;
    const [bound] = this.names.boundTo(this.text(call), func);
    const under = bound?.is === "value" ? this.callUnder(bound.node) : null;
    return under?.name === "CallExpression" ? under : null;
  }

  /** The function of the file that a call runs. */
  localOf(call: SyntaxNode | null, func: Func): Func | null {
    return call?.firstChild ? this.names.functionOf(call.firstChild, func) : null;
  }
}
