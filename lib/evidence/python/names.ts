/** Full dotted names: through imports, assignments, annotations, attributes of `self`, and what a function returns. */
import type { SyntaxNode } from "@lezer/common";
import type { Func } from "../source/functions";
import { childrenOf, textIn } from "../source/syntax";
import type { Bound, Outline } from "./outline";

/** So many steps are followed from a name to what it is. */
const MOST_STEPS = 14;
/** Annotations that wrap the one that counts. */
const WRAPPERS = /^(?:typing\.|t\.)?(?:Optional|Annotated|Union|Type|type|ClassVar|Final)$/;

export class Names {
  private readonly known = new Map<string, string>();

  constructor(private readonly outline: Outline) {}

  /** The full name of an expression in a function; empty where it has none. */
  of(node: SyntaxNode, func: Func, steps = 0): string {
    if (steps > MOST_STEPS) return "";
    const key = `${node.from}:${node.to}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const name = this.find(node, func, steps);
    if (steps === 0) this.known.set(key, name);
    return name;
  }

  /** What a name is bound to in a function, or around it. */
  boundTo(name: string, func: Func): readonly Bound[] {
    for (let one: Func | null = func; one; one = one.parent) {
      const bound = this.outline.names.get(one)?.get(name);
      if (bound) return bound;
    }
    return [];
  }

  private find(node: SyntaxNode, func: Func, steps: number): string {
    const first = node.firstChild;
    switch (node.name) {
      case "VariableName":
        return this.variable(textIn(this.outline.source, node), node, func, steps);
      case "MemberExpression":
        return this.member(node, func, steps);
      case "CallExpression":
        return first ? this.call(first, func, steps) : "";
      case "String":
      case "FormatString":
      case "ContinuedString":
        return "str";
      case "AwaitExpression":
        return node.lastChild ? this.of(node.lastChild, func, steps + 1) : "";
      case "ParenthesizedExpression":
        return first?.nextSibling ? this.of(first.nextSibling, func, steps + 1) : "";
      case "BinaryExpression":
        return this.firstNamed([first, node.lastChild], func, steps);
      case "ConditionalExpression":
        return this.firstNamed([first, node.lastChild], func, steps);
      case "NamedExpression":
        return node.lastChild ? this.of(node.lastChild, func, steps + 1) : "";
      default:
        return "";
    }
  }

  private firstNamed(nodes: readonly (SyntaxNode | null)[], func: Func, steps: number): string {
    for (const node of nodes) {
      const name = node ? this.of(node, func, steps + 1) : "";
      if (name !== "") return name;
    }
    return "";
  }

  private bound(bound: readonly Bound[], steps: number, itself: SyntaxNode): string {
    for (const one of bound) {
      if (one.is === "import") return one.name;
      if (one.is === "function") return one.func.name ?? "";
      if (one.is === "class") return this.classOf(one, steps);
      // `model = model.bind(…)` is itself once more.
      if (itself.from >= one.node.from && itself.to <= one.node.to) continue;
      const name = this.of(one.node, one.within, steps + 1);
      if (name !== "") return name;
    }
    return "";
  }

  /** A class of the file is what it is made from, as that says what its methods do. */
  private classOf({ node, within }: Bound & { is: "class" }, steps: number): string {
    const base = node.getChild("ArgList")?.firstChild?.nextSibling;
    const name = base && base.name !== ")" ? this.of(base, within, steps + 1) : "";
    const own = node.getChild("VariableName");
    return name !== "" ? name : own ? textIn(this.outline.source, own) : "";
  }

  private variable(name: string, node: SyntaxNode, func: Func, steps: number): string {
    const full = this.bound(this.latest(name, node, func), steps, node);
    return full === "" ? name : full;
  }

  private member(node: SyntaxNode, func: Func, steps: number): string {
    const { firstChild: object, lastChild: last } = node;
    if (!object || !last) return "";
    if (last.name !== "PropertyName") return this.subscript(node, object, func, steps);
    const property = textIn(this.outline.source, last);
    const owner = textIn(this.outline.source, object);
    if (owner === "self" || owner === "cls") {
      const full = this.bound(this.outline.attributes.get(property) ?? [], steps, node);
      return full === "" ? `self.${property}` : full;
    }
    const full = this.of(object, func, steps + 1);
    return full === "" ? property : `${full}.${property}`;
  }

  /** `Optional[X]` is X; `items[0]` is one of the items. */
  private subscript(node: SyntaxNode, object: SyntaxNode, func: Func, steps: number): string {
    const inside = object.nextSibling?.nextSibling;
    if (WRAPPERS.test(textIn(this.outline.source, object)) && inside) {
      const call = node.getChild("CallExpression");
      return this.of(call ?? inside, func, steps + 1);
    }
    const name = this.of(object, func, steps + 1);
    return name === "" ? "" : `${name}[]`;
  }

  /** A function of the file gives what it returns; a class gives one of itself, `Depends(f)` what f returns. */
  private call(callee: SyntaxNode, func: Func, steps: number): string {
    const given = this.dependency(callee, func, steps);
    if (given !== null) return given;
    const local = this.functionOf(callee, func);
    if (local) {
      const returned = this.returned(local, steps);
      if (returned !== "") return returned;
    }
    const name = this.of(callee, func, steps + 1);
    return name !== "" && this.isMade(callee, func) ? `${name}.__call__` : name;
  }

  /** Whether a name stands for an object that a call made: what a call of it gives is something else. */
  private isMade(callee: SyntaxNode, func: Func): boolean {
    if (callee.name !== "VariableName") return false;
    const [bound] = this.latest(textIn(this.outline.source, callee), callee, func);
    return bound?.is === "value" && bound.node.name === "CallExpression";
  }

  /** What a name is bound to, the last one that stands before it in its own function first. */
  private latest(name: string, node: SyntaxNode, func: Func): readonly Bound[] {
    const bound = this.boundTo(name, func);
    if (bound.length < 2 || bound !== this.outline.names.get(func)?.get(name)) return bound;
    const isBefore = (one: Bound) => one.is === "value" && one.node.to <= node.from;
    return [...bound.filter(isBefore).reverse(), ...bound.filter((one) => !isBefore(one))];
  }

  private dependency(callee: SyntaxNode, func: Func, steps: number): string | null {
    if (!/(^|\.)Depends$/.test(textIn(this.outline.source, callee))) return null;
    const given = callee.nextSibling?.firstChild?.nextSibling;
    if (given?.name !== "VariableName") return "";
    return this.call(given, func, steps + 1);
  }

  /** The function of the file that an expression names. */
  functionOf(callee: SyntaxNode, func: Func): Func | null {
    const text = textIn(this.outline.source, callee);
    const own = /^(?:self|cls)\.(\w+)$/.exec(text)?.[1];
    const bound = own === undefined ? this.boundTo(text, func) : (this.outline.attributes.get(own) ?? []);
    for (const one of bound) if (one.is === "function") return one.func;
    return null;
  }

  private returned(func: Func, steps: number): string {
    const annotation = func.node.getChild("TypeDef")?.lastChild;
    const declared = annotation ? this.of(annotation, func, steps + 1) : "";
    // What a type of the standard library says of what is inside is less than what the code says.
    if (this.isImported(declared) && !/^(typing|collections)\./.test(declared)) return declared;
    for (const value of returnsOf(func.node)) {
      const name = this.of(value, func, steps + 1);
      if (this.isImported(name)) return name;
    }
    return "";
  }

  private isImported(name: string): boolean {
    return this.outline.roots.has(name.split(".")[0] ?? "");
  }
}

/** The values of the `return` and `yield` statements of a function's own body, a few levels deep. */
function returnsOf(node: SyntaxNode, depth = 0): SyntaxNode[] {
  if (depth > 8) return [];
  return childrenOf(node).flatMap((child) => {
    if (child.name === "FunctionDefinition" || child.name === "ClassDefinition") return [];
    const value =
      child.name === "ReturnStatement" || child.name === "YieldStatement" ? child.lastChild : null;
    return value ? [value] : /Statement|Body/.test(child.name) ? returnsOf(child, depth + 1) : [];
  });
}
