/** The outline of a Python file: its functions and classes, and what each name in them is bound to. */
import type { SyntaxNode } from "@lezer/common";
import type { Budget } from "../budget";
import { newFunc, type Func } from "../source/functions";
import { childrenOf, MOST_DEEP, textIn, type Source } from "../source/syntax";

/** What a name stands for: something imported, or an expression in a function. */
export type Bound =
  | { is: "import"; name: string }
  | { is: "value"; node: SyntaxNode; within: Func }
  | { is: "function"; func: Func; node: SyntaxNode }
  | { is: "class"; node: SyntaxNode; within: Func };

export interface Outline {
  source: Source;
  file: Func;
  funcs: readonly Func[];
  /** Innermost function of each node that makes one. */
  funcOf: ReadonlyMap<number, Func>;
  names: ReadonlyMap<Func, ReadonlyMap<string, Bound[]>>;
  /** What is bound to an attribute of `self`, anywhere in the file. */
  attributes: ReadonlyMap<string, Bound[]>;
  imports: readonly { name: string; node: SyntaxNode }[];
  roots: ReadonlySet<string>;
}

const LONGEST_WORD = 60;

class Outliner {
  readonly funcs: Func[] = [];
  readonly funcOf = new Map<number, Func>();
  readonly names = new Map<Func, Map<string, Bound[]>>();
  readonly attributes = new Map<string, Bound[]>();
  readonly imports: { name: string; node: SyntaxNode }[] = [];
  readonly file: Func;

  constructor(
    private readonly source: Source,
    private readonly budget: Budget,
  ) {
    this.file = newFunc(source.top, null, null);
    this.funcs.push(this.file);
    this.visit(source.top, this.file, false, 0);
  }

  private text(node: SyntaxNode): string {
    return textIn(this.source, node);
  }

  private bind(func: Func, name: string, bound: Bound): void {
    const own = this.names.get(func) ?? new Map<string, Bound[]>();
    this.names.set(func, own);
    own.set(name, [...(own.get(name) ?? []).slice(0, 7), bound]);
  }

  private bindAttribute(name: string, bound: Bound): void {
    this.attributes.set(name, [...(this.attributes.get(name) ?? []).slice(0, 7), bound]);
  }

  private note(word: string, func: Func): void {
    for (let one: Func | null = func; one; one = one.parent) one.words.add(word);
  }

  /** `import a.b as c`, `from a.b import c as d`. */
  private readImport(node: SyntaxNode, func: Func): void {
    const from = /^from\s+([\w.]+)\s+import\b([^]*)/.exec(this.text(node));
    const list = (from?.[2] ?? this.text(node).replace(/^import\b/, ""))
      .replace(/#.*$/gm, "")
      .replace(/[()\\]/g, " ");
    for (const part of list.split(",")) {
      const [, name, as] = /^\s*([\w.*]+)(?:\s+as\s+(\w+))?/.exec(part) ?? [];
      if (name === undefined) continue;
      const full = from ? `${from[1] ?? ""}.${name}` : name;
      this.imports.push({ name: full, node });
      // `import a.b` binds `a`, and `a.b` is then its own full name.
      if (from || as !== undefined) this.bind(func, as ?? name, { is: "import", name: full });
    }
  }

  /** Targets before each `=`, bound to what stands last. */
  private readAssignment(node: SyntaxNode, func: Func, inClass: boolean): void {
    const children = childrenOf(node);
    const last = children.map(({ name }) => name).lastIndexOf("AssignOp");
    const value = children[last + 1];
    if (!value) return;
    const several = children.slice(last + 1).length > 1;
    for (const target of children.slice(0, last)) {
      const bound: Bound = { is: "value", node: several ? node : value, within: func };
      const name = this.text(target);
      if (target.name === "VariableName") {
        if (inClass) this.bindAttribute(name, bound);
        else this.bind(this.isGlobal(func, name) ? this.file : func, name, bound);
      } else if (target.name === "MemberExpression" && /^(self|cls)\.\w+$/.test(name))
        this.bindAttribute(name.replace(/^\w+\./, ""), bound);
    }
  }

  private isGlobal(func: Func, name: string): boolean {
    return func.words.has(`global ${name}`);
  }

  private readParameters(list: SyntaxNode, func: Func): void {
    let name: string | null = null;
    for (const child of childrenOf(list)) {
      if (child.name === "VariableName" && child.prevSibling?.name !== "AssignOp") name = this.text(child);
      else if (name === null || /^[(),*:]+$/.test(child.name)) continue;
      else {
        const value = child.name === "TypeDef" ? child.lastChild : child;
        if (value && child.name !== "AssignOp")
          this.bind(func, name, { is: "value", node: value, within: func });
      }
    }
  }

  private readFunction(node: SyntaxNode, parent: Func, inClass: boolean): Func {
    const named = node.getChild("VariableName");
    const name = named ? this.text(named) : null;
    const func = newFunc(node, name, parent);
    func.isAsync = node.firstChild?.name === "async";
    this.funcs.push(func);
    this.funcOf.set(node.from, func);
    if (name !== null) {
      const bound: Bound = { is: "function", func, node };
      if (inClass) this.bindAttribute(name, bound);
      else this.bind(parent, name, bound);
    }
    const list = node.getChild("ParamList");
    if (list) this.readParameters(list, func);
    return func;
  }

  /** `with a() as b`. */
  private readWith(node: SyntaxNode, func: Func): void {
    for (const child of childrenOf(node))
      if (child.name === "VariableName" && child.prevSibling?.name === "as" && child.prevSibling.prevSibling)
        this.bind(func, this.text(child), { is: "value", node: child.prevSibling.prevSibling, within: func });
  }

  private readNode(node: SyntaxNode, func: Func, inClass: boolean): void {
    switch (node.name) {
      case "ImportStatement":
        return this.readImport(node, func);
      case "AssignStatement":
        return this.readAssignment(node, func, inClass);
      case "WithStatement":
        return this.readWith(node, func);
      case "NamedExpression": {
        const { firstChild, lastChild } = node;
        if (firstChild && lastChild)
          this.bind(func, this.text(firstChild), { is: "value", node: lastChild, within: func });
        return;
      }
      case "ScopeStatement":
        for (const name of node.getChildren("VariableName")) func.words.add(`global ${this.text(name)}`);
        return;
      case "YieldStatement":
      case "YieldExpression":
        func.isGenerator = true;
        return;
      case "VariableName":
      case "PropertyName":
        return this.note(this.text(node), func);
      case "String":
        if (node.to - node.from <= LONGEST_WORD)
          this.note(this.text(node).replace(/^\w*["']+|["']+$/g, ""), func);
    }
  }

  private visit(node: SyntaxNode, func: Func, inClass: boolean, depth: number): void {
    if (depth > MOST_DEEP || !this.budget.spend(1)) return;
    if (node.name === "FunctionDefinition") {
      const inner = this.readFunction(node, func, inClass);
      for (const child of childrenOf(node)) this.visit(child, inner, false, depth + 1);
      return;
    }
    const isClass = node.name === "ClassDefinition";
    const named = isClass ? node.getChild("VariableName") : null;
    if (named) this.bind(func, this.text(named), { is: "class", node, within: func });
    this.readNode(node, func, inClass);
    for (const child of childrenOf(node)) this.visit(child, func, inClass || isClass, depth + 1);
  }
}

/** The outline of a file. */
export function outlineOf(source: Source, budget: Budget): Outline {
  const { funcs, funcOf, names, attributes, imports, file } = new Outliner(source, budget);
  const roots = new Set(imports.map(({ name }) => name.split(".")[0] ?? ""));
  return { source, file, funcs, funcOf, names, attributes, imports, roots };
}
