/** The text of an nginx configuration as a tree of directives. Cut-off and templated files give what can be read. */
import type { Budget } from "../budget";
import { isProse } from "../segments";

/** A directive with its arguments, and what stands in its block. */
export interface Directive {
  name: string;
  args: readonly string[];
  /** Line of each argument: a list may run over many. */
  argsAt: readonly number[];
  /** Line from 0. */
  at: number;
  /** Null where it has no block. */
  block: readonly Directive[] | null;
  /** Its block is cut off: what is absent in it may have stood below. */
  cut: boolean;
}

interface Token {
  text: string;
  at: number;
  /** A quoted word is never a brace or a semicolon. */
  quoted: boolean;
}

/** Blocks are nested no deeper. */
const MOST_DEEP = 40;

/** Without the sentences that people write above and below what they paste. */
const withoutProse = (text: string): string =>
  text
    .split("\n")
    .map((line) => (/["']/.test(line) || !isProse(line) ? line : ""))
    .join("\n");

/** What templates of deployment tools put into files: a line of its own says nothing, elsewhere it is a word. */
const withoutTemplates = (text: string): string =>
  text
    .replace(/^[ \t]*\{\{[^\n]{0,400}\}\}[ \t]*$/gm, "")
    .replace(/\{%[^\n]{0,400}?%\}/g, "")
    .replace(/\{\{[^{}\n]{0,400}\}\}/g, "templated");

/** One of: a comment, a quoted word, a brace or semicolon, a word (in which a variable may have braces). */
const TOKEN =
  /#[^\n]*|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[{};]|(?:\$\{[^}\n]*\}|\\[^]|[^\s{};"'#\\])+|\n/g;

function tokensOf(text: string, budget: Budget): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const [token] of withoutProse(withoutTemplates(text)).matchAll(TOKEN)) {
    if (!budget.spend(1)) break;
    if (token === "\n") at += 1;
    else if (!token.startsWith("#")) {
      const quoted = token.startsWith('"') || token.startsWith("'");
      tokens.push({ text: quoted ? token.slice(1, -1) : token, at, quoted });
      at += token.split("\n").length - 1;
    }
  }
  return tokens;
}

const isSign = ({ text, quoted }: Token, sign: string): boolean => !quoted && text === sign;

interface Level {
  found: Directive[];
  /** The token behind the brace that closes it. */
  next: number;
  /** Whether there was such a brace. */
  closed: boolean;
}

/** The directives from a token on, up to the brace that closes them. */
function directives(tokens: readonly Token[], from: number, depth: number): Level {
  const found: Directive[] = [];
  let words: Token[] = [];
  let next = from;
  const add = (block: Directive[] | null, cut = false) => {
    const [first, ...rest] = words;
    if (first) {
      const [args, argsAt] = [rest.map(({ text }) => text), rest.map(({ at }) => at)];
      found.push({ name: first.text, args, argsAt, at: first.at, block, cut });
    }
    words = [];
  };
  while (next < tokens.length) {
    const token = tokens[next] as Token;
    next += 1;
    if (isSign(token, ";")) add(null);
    else if (isSign(token, "{") && depth < MOST_DEEP) {
      const block = directives(tokens, next, depth + 1);
      add(block.found, !block.closed);
      next = block.next;
    } else if (isSign(token, "}")) {
      if (depth > 0) return { found, next, closed: true };
      // A lone closing brace ends a place whose beginning was cut off.
      const [first] = found;
      const block = found.splice(0);
      if (first) found.push({ name: "location", args: [], argsAt: [], at: first.at, block, cut: true });
      words = [];
    } else if (!isSign(token, "{")) words.push(token);
  }
  return { found, next, closed: false };
}

/** The directives of a text. Never throws. */
export const parseNginx = (text: string, budget: Budget): Directive[] =>
  directives(tokensOf(text, budget), 0, 0).found;
