/**
 * HCL (Terraform) as a tree: a block is a node under its type and labels, an attribute one under its name. Expressions
 * stay text, but for objects and lists. Cut-off and templated files give what can be read.
 */
import type { Budget } from "../budget";
import { MOST_DEEP, type Node } from "../tree/nodes";

interface Token {
  text: string;
  at: number;
  /** A quoted word is never a sign. */
  quoted: boolean;
}

type Child = readonly [name: string, node: Node];

/** One of: a comment, a text block with its end mark, a quoted word, blanks, a name or number, any other sign. */
const TOKEN =
  /(?:#|\/\/)[^\n]*|\/\*[^]*?(?:\*\/|$)|<<-?(\w{1,40})\n[^]*?(?:\n[ \t]*\1(?=\n|$)|$)|"(?:[^"\\\n]|\\.)*"?|[ \t\r]+|[\w.*-]+|[^]/g;

function tokensOf(text: string, budget: Budget): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if (!budget.spend(1)) break;
    if (!/^(?:[ \t\r]|#|\/\/|\/\*)/.test(token)) {
      const quoted = token.startsWith('"');
      tokens.push({ text: quoted ? token.replace(/^"|"$/g, "") : token, at, quoted });
    }
    at += token.split("\n").length - 1;
  }
  return tokens;
}

/** A place in the tokens that moves on. */
interface Reader {
  tokens: readonly Token[];
  next: number;
}

const peek = ({ tokens, next }: Reader): Token | undefined => tokens[next];
const isSign = (token: Token | undefined, sign: string): boolean => !token?.quoted && token?.text === sign;

const OPENS = /^[[({]$/;
const CLOSES = /^[\])}]$/;

/** The text of an expression, up to the end of its line or to a comma outside all brackets. */
function textOf(reader: Reader): string {
  const parts: string[] = [];
  let depth = 0;
  for (let token = peek(reader); token; token = peek(reader)) {
    if (depth === 0 && !token.quoted && /^[\n,\])}]$/.test(token.text)) break;
    if (!token.quoted && OPENS.test(token.text)) depth += 1;
    if (!token.quoted && CLOSES.test(token.text)) depth -= 1;
    if (token.text !== "\n") parts.push(token.text);
    reader.next += 1;
  }
  return parts.join(" ");
}

function skipLines(reader: Reader): void {
  while (isSign(peek(reader), "\n") || isSign(peek(reader), ",")) reader.next += 1;
}

function listOf(reader: Reader, at: number, depth: number): Node {
  const children: Child[] = [];
  skipLines(reader);
  while (peek(reader) && !isSign(peek(reader), "]")) {
    const before = reader.next;
    children.push([String(children.length), valueOf(reader, peek(reader)?.at ?? at, depth + 1)]);
    if (reader.next === before) reader.next += 1;
    skipLines(reader);
  }
  reader.next += 1;
  return { at, text: null, children };
}

function valueOf(reader: Reader, at: number, depth: number): Node {
  const first = peek(reader);
  if (depth < MOST_DEEP && isSign(first, "{")) {
    reader.next += 1;
    return { at, text: null, children: bodyOf(reader, depth + 1) };
  }
  if (depth < MOST_DEEP && isSign(first, "[") && !isSign(reader.tokens[reader.next + 1], "for")) {
    reader.next += 1;
    return listOf(reader, at, depth);
  }
  return { at, text: textOf(reader), children: [] };
}

/** A block under its type and its labels. */
const underLabels = (names: readonly string[], node: Node): Child => {
  const [type = "", ...labels] = names;
  const inner = labels.reduceRight<Node>(
    (own, label) => ({ ...own, text: null, children: [[label, own]] }),
    node,
  );
  return [type, inner];
};

/** One attribute or block, or null where neither stands. */
function entryOf(reader: Reader, depth: number): Child | null {
  const at = peek(reader)?.at ?? 0;
  const names: string[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (!token.quoted && !/^[\w.*-]+$/.test(token.text)) break;
    names.push(token.text);
    reader.next += 1;
  }
  if (names.length === 0) return null;
  if (isSign(peek(reader), "=") || isSign(peek(reader), ":")) {
    reader.next += 1;
    return [names.at(-1) ?? "", valueOf(reader, at, depth)];
  }
  if (!isSign(peek(reader), "{")) return null;
  reader.next += 1;
  const children = depth < MOST_DEEP ? bodyOf(reader, depth + 1) : [];
  return underLabels(names, { at, text: null, children });
}

/** What stands up to the brace that closes it, or to the end. */
function bodyOf(reader: Reader, depth: number): Child[] {
  const children: Child[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (isSign(token, "}")) {
      reader.next += 1;
      // A lone closing brace belongs to what was cut off before.
      if (depth > 0) break;
      continue;
    }
    const before = reader.next;
    const entry = entryOf(reader, depth);
    if (entry) children.push(entry);
    if (reader.next === before) reader.next += 1;
  }
  return children;
}

/** The tree of a text. Never throws. */
export function hclTree(text: string, budget: Budget): Node {
  const reader: Reader = { tokens: tokensOf(text, budget), next: 0 };
  return { at: 0, text: null, children: bodyOf(reader, 0) };
}
