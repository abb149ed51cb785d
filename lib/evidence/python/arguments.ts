/** Arguments of a call, by name and place, each as its text; a name that stands for a plain value is that value. */
import type { SyntaxNode } from "@lezer/common";
import type { Func } from "../source/functions";
import { childrenOf, MOST_OF_ARGUMENT, textIn } from "../source/syntax";
import type { Names } from "./names";
import type { Outline } from "./outline";

const PLAIN =
  /^(Number|String|Boolean|None|DictionaryExpression|CallExpression|ContinuedString|UnaryExpression)$/;
/** A setting that comes from the environment: its default is what is known. */
const FROM_ENVIRONMENT =
  /^(?:float|int)?\(?\s*os\.(?:environ\.get|getenv)\(\s*["'][\w.]{1,80}["']\s*,\s*["']?([^"'()]{0,80})["']?\s*\)\s*\)?$/;

/** The text of a value, followed through names that are bound to plain values. */
export function valueText(node: SyntaxNode, func: Func, names: Names, outline: Outline, steps = 0): string {
  const text = textIn(outline.source, node).slice(0, MOST_OF_ARGUMENT);
  if (node.name === "VariableName" && steps < 4)
    for (const bound of names.boundTo(text, func))
      if (bound.is === "value" && PLAIN.test(bound.node.name) && bound.node.parent?.name !== "ParamList")
        return valueText(bound.node, bound.within, names, outline, steps + 1);
  return FROM_ENVIRONMENT.exec(text)?.[1] ?? text;
}

/** Each argument with its node. `*` and `**` stand for what cannot be known from the call. */
export function argumentNodes(list: SyntaxNode | null, { source }: Outline): [string, SyntaxNode][] {
  const found: [string, SyntaxNode][] = [];
  const children = list ? childrenOf(list) : [];
  let place = 0;
  children.forEach((child, at) => {
    const before = children[at - 1]?.name ?? "";
    const after = children[at + 1]?.name ?? "";
    if (/^[(),*]+$|^(AssignOp|Comment|for|async|in|if)$/.test(child.name) || child.name === "⚠") return;
    if (after === "AssignOp") return;
    if (before === "*" || before === "**") found.push([before, child]);
    else if (before === "AssignOp") {
      const named = children[at - 2];
      if (named) found.push([textIn(source, named), child]);
    } else if (before === "(" || before === ",") found.push([String(place++), child]);
  });
  return found;
}
