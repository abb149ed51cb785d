/** Files that set by assignment what a command line sets by options: `worker_class = "sync"` is `--worker-class`. */
import type { Block, Value } from "../blocks";
import type { Budget } from "../budget";

const ASSIGNMENT = /^([a-z_][a-z0-9_]{0,60})[ \t]*(?::[ \t]*\w{1,20}[ \t]*)?=[ \t]*([^=\n].*)$/;

/** What an expression comes to, as far as the text tells: literals, their products, defaults of the environment. */
function valueOf(expression: string): string {
  const text = expression.replace(/\s+#[^\n"']*$/, "").trim();
  const [, fallback] =
    /(?:environ\.get|getenv)\(\s*["']\w{1,80}["']\s*,\s*["']?([\w.]{1,80})["']?\s*\)/.exec(text) ?? [];
  if (fallback !== undefined) return fallback;
  if (/^\d{1,9}(?:\s*\*\s*\d{1,9}){1,4}$/.test(text))
    return String(text.split("*").reduce((product, factor) => product * Number(factor), 1));
  return text.replace(/^(["'])(.*)\1$/, "$2");
}

/** A block of the program, with every setting under the name of its option. */
export function assignedBlocks(program: string) {
  return (text: string, budget: Budget): Block[] => {
    const settings = new Map<string, Value[]>([["program", [{ text: program, at: 0 }]]]);
    const lines = text.split("\n");
    lines.forEach((line, at) => {
      if (!budget.spend(1)) return;
      const [, name, value] = ASSIGNMENT.exec(line) ?? [];
      if (name === undefined || value === undefined) return;
      settings.set(`--${name.replaceAll("_", "-")}`, [{ text: valueOf(value), at }]);
    });
    const first = lines.findIndex((line) => ASSIGNMENT.test(line));
    return settings.size > 1
      ? [{ kind: program, name: "", at: Math.max(first, 0), settings, partial: false }]
      : [];
  };
}
