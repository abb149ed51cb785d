/** The outline of a JavaScript or TypeScript file: its functions, and what each name in them is bound to. */
import type { SyntaxNode } from "@lezer/common";
import type { Budget } from "../budget";
import { newFunc, type Func } from "../source/functions";
import { childrenOf, MOST_DEEP, textIn, type Source } from "../source/syntax";

/** What a name stands for. `part` is what is taken out of the value: `b` of `const { a: b } = x` is its `a`. */
export type Bound =
  | { is: "import"; name: string }
  | { is: "value"; node: SyntaxNode; within: Func; part: string | null }
  | { is: "function"; func: Func };

export interface Outline {
  source: Source;
  file: Func;
  funcs: readonly Func[];
  /** Function of each node that makes one, by where it begins and ends. */
  funcOf: ReadonlyMap<string, Func>;
  names: ReadonlyMap<Func, ReadonlyMap<string, Bound>>;
  imports: readonly { name: string; node: SyntaxNode }[];
  roots: ReadonlySet<string>;
}

const FUNCTION = /^(FunctionDeclaration|FunctionExpression|ArrowFunction|MethodDeclaration)$/;
export const keyOf = ({ from, to }: SyntaxNode): string => `${from}:${to}`;
/** Whether a node makes a function: a method of an object literal is a property with parameters. */
export const makesFunction = (node: SyntaxNode): boolean =>
  FUNCTION.test(node.name) || (node.name === "Property" && node.getChild("ParamList") !== null);

const LONGEST_WORD = 60;
const bare = (text: string): string => text.replace(/^["'`]|["'`]$/g, "");

class Outliner {
  readonly funcs: Func[] = [];
  readonly funcOf = new Map<string, Func>();
  readonly names = new Map<Func, Map<string, Bound>>();
  readonly imports: { name: string; node: SyntaxNode }[] = [];
  readonly file: Func;

  constructor(
    private readonly source: Source,
    private readonly budget: Budget,
  ) {
    this.file = newFunc(source.top, null, null);
    this.funcs.push(this.file);
    this.visit(source.top, this.file, 0);
  }

  private text(node: SyntaxNode): string {
    return textIn(this.source, node);
  }

  private bind(func: Func, name: string, bound: Bound): void {
    const own = this.names.get(func) ?? new Map<string, Bound>();
    this.names.set(func, own);
    if (!own.has(name)) own.set(name, bound);
  }

  private note(word: string, func: Func): void {
    for (let one: Func | null = func; one; one = one.parent) one.words.add(word);
  }

  private readImport(node: SyntaxNode, func: Func): void {
    const quoted = node.getChild("String");
    if (!quoted) return;
    const from = bare(this.text(quoted));
    this.imports.push({ name: from, node });
    for (const part of [node, ...node.getChildren("ImportGroup")])
      for (const child of part.getChildren("VariableDefinition")) {
        const before = child.prevSibling?.name === "as" ? child.prevSibling.prevSibling : null;
        const imported = before?.name === "Star" ? null : this.text(before ?? child);
        this.bind(func, this.text(child), { is: "import", name: imported ? `${from}.${imported}` : from });
      }
  }

  /** `const a = x`, `const { b, c: d } = x`. */
  private readVariable(node: SyntaxNode, func: Func): void {
    for (const equals of node.getChildren("Equals")) {
      const value = equals.nextSibling;
      let target = equals.prevSibling;
      if (target?.name === "TypeAnnotation") target = target.prevSibling;
      if (!target || !value) continue;
      if (target.name === "VariableDefinition")
        this.bind(func, this.text(target), { is: "value", node: value, within: func, part: null });
      if (target.name === "ObjectPattern")
        for (const one of target.getChildren("PatternProperty")) {
          const names = [...one.getChildren("PropertyName"), ...one.getChildren("VariableDefinition")];
          const [first] = names;
          const last = names.at(-1);
          if (first && last)
            this.bind(func, this.text(last), {
              is: "value",
              node: value,
              within: func,
              part: this.text(first),
            });
        }
    }
  }

  /** The name that a function has, or that what it is assigned to has. */
  private nameOf(node: SyntaxNode): string | null {
    const own = node.getChild("VariableDefinition") ?? node.getChild("PropertyDefinition");
    if (own && node.name !== "ArrowFunction") return this.text(own);
    const before = node.prevSibling?.name === "Equals" ? node.prevSibling.prevSibling : null;
    return before?.name === "VariableDefinition" ? this.text(before) : null;
  }

  private readFunction(node: SyntaxNode, parent: Func): Func {
    const func = newFunc(node, this.nameOf(node), parent);
    func.isAsync = node.getChild("async") !== null;
    func.isGenerator = node.getChild("Star") !== null;
    this.funcs.push(func);
    this.funcOf.set(keyOf(node), func);
    if (func.name !== null) this.bind(parent, func.name, { is: "function", func });
    return func;
  }

  private visit(node: SyntaxNode, func: Func, depth: number): void {
    if (depth > MOST_DEEP || !this.budget.spend(1)) return;
    const inner = makesFunction(node) ? this.readFunction(node, func) : func;
    if (node.name === "ImportDeclaration") this.readImport(node, func);
    if (node.name === "VariableDeclaration") this.readVariable(node, func);
    if (/^(VariableName|PropertyName|PropertyDefinition|VariableDefinition)$/.test(node.name))
      this.note(this.text(node), inner);
    if (/String$/.test(node.name) && node.to - node.from <= LONGEST_WORD)
      this.note(bare(this.text(node)), inner);
    for (const child of childrenOf(node)) this.visit(child, inner, depth + 1);
  }
}

/** The outline of a file. */
export function outlineOf(source: Source, budget: Budget): Outline {
  const { funcs, funcOf, names, imports, file } = new Outliner(source, budget);
  const required = [...source.text.matchAll(/\brequire\(\s*["']([^"'\n]{1,100})["']\s*\)/g)];
  const roots = new Set([...imports.map(({ name }) => name), ...required.map(([, name = ""]) => name)]);
  return { source, file, funcs, funcOf, names, imports, roots };
}
