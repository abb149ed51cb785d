/** A Caddyfile: each `reverse_proxy` with what stands in its block, and with what its site and the global options set. */
import { addValues, type Block, type Value } from "../blocks";
import type { Budget } from "../budget";

/** A line with what stands in its block. */
interface Directive {
  words: readonly string[];
  at: number;
  block: readonly Directive[];
}

const MOST_DEEP = 40;
const WORD = /"(?:[^"\\]|\\[^])*"|`[^`]*`|[^\s"`]+/g;

/** Words of a line; `#` begins a comment where a word would begin. */
const wordsOf = (line: string): string[] =>
  (line.replace(/(^|\s)#.*$/, "").match(WORD) ?? []).map((word) => word.replace(/^["`]([^]*)["`]$/, "$1"));

/** The directives of a text. Blocks that are cut off end where the text ends. */
function parsed(text: string, budget: Budget): Directive[] {
  const top: Directive[] = [];
  const open: Directive[][] = [top];
  text.split("\n").forEach((line, at) => {
    if (!budget.spend(1)) return;
    const words = wordsOf(line);
    const inner = open.at(-1) ?? top;
    if (words.at(-1) === "{") {
      const block: Directive[] = [];
      inner.push({ words: words.slice(0, -1), at, block });
      if (open.length < MOST_DEEP) open.push(block);
    } else if (words[0] === "}") {
      if (open.length > 1) open.pop();
    } else if (words.length > 0) inner.push({ words, at, block: [] });
  });
  return top;
}

/** Everything in a block under dotted names: `transport.read_timeout`, `match`. The words of a block are its value. */
function flatten(own: readonly Directive[], prefix: string, settings: Map<string, Value[]>): void {
  for (const { words, at, block } of own) {
    const [name = "", ...rest] = words;
    const path = `${prefix}${name}`;
    addValues(settings, path, [{ text: rest.join(" "), at }]);
    flatten(block, `${path}.`, settings);
  }
}

/** Blocks of directives, in which a request is handled. */
const NESTED = /^(handle|handle_path|route|@\S+|redir)$/;

function proxiesIn(
  own: readonly Directive[],
  name: string,
  above: ReadonlyMap<string, readonly Value[]>,
): Block[] {
  const settings = new Map(above);
  // `encode` and its like count for what stands in the same block.
  const here = new Map<string, Value[]>();
  flatten(
    own.filter(({ words }) => words[0] === "encode"),
    "",
    here,
  );
  for (const [key, values] of here) settings.set(key, values);
  return own.flatMap(({ words, at, block }) => {
    const [is = "", ...rest] = words;
    if (is === "reverse_proxy") {
      const inside = new Map<string, Value[]>();
      flatten([{ words: ["to", ...rest], at, block: [] }, ...block], "", inside);
      return [
        {
          kind: "proxy",
          name: [name, ...rest].join(" "),
          at,
          settings: new Map([...settings, ...inside]),
          partial: false,
        },
      ];
    }
    return NESTED.test(is) ? proxiesIn(block, [name, ...rest].join(" "), settings) : [];
  });
}

/** The blocks of a Caddyfile: `proxy` for each `reverse_proxy`, and `options` for the global ones. */
export function caddyBlocks(text: string, budget: Budget): Block[] {
  const top = parsed(text, budget);
  const found: Block[] = [];
  for (const { words, at, block } of top) {
    const settings = new Map<string, Value[]>();
    if (words.length === 0) {
      flatten(block, "", settings);
      found.push({ kind: "options", name: "", at, settings, partial: false });
    } else found.push(...proxiesIn(block, words.join(" "), new Map()));
  }
  // A site without braces, or a piece of one.
  const alone = top.filter(
    ({ block, words }) => block.length === 0 || /^(reverse_proxy|handle)/.test(words[0] ?? ""),
  );
  return [...found, ...proxiesIn(alone, "", new Map())];
}
