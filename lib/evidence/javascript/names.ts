/** Full names in JavaScript: through imports, `require`, and what variables are assigned. */
import type { SyntaxNode } from "@lezer/common";
import type { Func } from "../source/functions";
import { textIn } from "../source/syntax";
import { keyOf, type Bound, type Outline } from "./outline";

/** So many steps are followed from a name to what it is. */
const MOST_STEPS = 14;

export class Names {
  constructor(private readonly outline: Outline) {}

  /** What a name is bound to in a function, or around it. */
  boundTo(name: string, func: Func): Bound | null {
    for (let one: Func | null = func; one; one = one.parent) {
      const bound = this.outline.names.get(one)?.get(name);
      if (bound) return bound;
    }
    return null;
  }

  /** The full name of an expression in a function; empty where it has none. */
  of(node: SyntaxNode, func: Func, steps = 0): string {
    if (steps > MOST_STEPS) return "";
    const { firstChild: first, lastChild: last } = node;
    switch (node.name) {
      case "VariableName":
        return this.variable(textIn(this.outline.source, node), func, steps);
      case "MemberExpression": {
        const owner = first ? this.of(first, func, steps + 1) : "";
        const property = last?.name === "PropertyName" ? textIn(this.outline.source, last) : "[]";
        return owner === "" ? property : `${owner}.${property}`;
      }
      case "CallExpression":
        return first ? this.called(first, func, steps) : "";
      case "NewExpression":
        return first?.nextSibling ? this.of(first.nextSibling, func, steps + 1) : "";
      case "AwaitExpression":
        return last ? this.of(last, func, steps + 1) : "";
      case "ParenthesizedExpression":
      case "NonNullExpression":
        return first?.nextSibling ? this.of(first.nextSibling, func, steps + 1) : "";
      case "this":
        return "this";
      default:
        return "";
    }
  }

  /** A call of `require("x")` is what x is. */
  private called(callee: SyntaxNode, func: Func, steps: number): string {
    const name = this.of(callee, func, steps + 1);
    if (name !== "require") return name;
    const given = callee.nextSibling?.getChild("String");
    return given ? textIn(this.outline.source, given).slice(1, -1) : name;
  }

  private variable(name: string, func: Func, steps: number): string {
    const bound = this.boundTo(name, func);
    if (!bound) return name;
    if (bound.is === "import") return bound.name;
    if (bound.is === "function") return name;
    const full = this.of(bound.node, bound.within, steps + 1);
    if (full === "") return name;
    return bound.part === null ? full : `${full}.${bound.part}`;
  }

  /** The function of the file that an expression names or is. */
  functionOf(node: SyntaxNode, func: Func): Func | null {
    const own = this.outline.funcOf.get(keyOf(node));
    if (own) return own;
    if (node.name !== "VariableName") return null;
    const bound = this.boundTo(textIn(this.outline.source, node), func);
    return bound?.is === "function" ? bound.func : null;
  }
}
