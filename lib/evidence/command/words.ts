/** Shell text as simple commands, each a list of words with their lines. Cut-off quotes and odd text give what can be read. */
import type { Budget } from "../budget";

export interface Word {
  text: string;
  /** Line from 0. */
  at: number;
}

/** Values of variables by name. */
export type Variables = ReadonlyMap<string, string>;

/**
 * One of: a continued line, a comment at the beginning of a word, blanks, what separates commands, a quoted part, a
 * variable in braces, an escaped sign, a plain part, any other sign.
 */
const PIECE =
  /\\\n|#[^\n]*|\n|[ \t\r]+|&&|\|\||[;|&()]|"(?:[^"\\]|\\[^]){0,20000}"|'[^']{0,20000}'|\$\{[^}\n]*\}|\\[^]|[^\s;|&()"'\\$#]+#?|[^]/g;
const BLANK = /^[ \t\r\n]|^\\\n$|^(?:&&|\|\||[;|&()])$/;

/** A variable with what it is worth: its value where it is known, else the default that it names, else as it stands. */
const resolved = (text: string, variables: Variables): string =>
  text.replace(
    /\$(?:\{(\w{1,80})(?::?-([^}\n]{0,200}))?\}|(\w{1,80}))/g,
    (whole, braced?: string, fallback?: string, plain?: string) =>
      variables.get(braced ?? plain ?? "") ?? fallback ?? whole,
  );

/** What a piece adds to its word. */
function inner(piece: string, variables: Variables): string {
  if (piece.startsWith("'") && piece.endsWith("'") && piece.length > 1) return piece.slice(1, -1);
  const bare =
    piece.startsWith('"') && piece.length > 1 ? piece.slice(1, -1).replace(/\\([^])/g, "$1") : piece;
  return resolved(/^\\[^\n]$/.test(bare) ? bare.slice(1) : bare, variables);
}

/** `NAME=value` at the beginning of a command. */
const ASSIGNED = /^(\w{1,80})=(.*)$/s;

/** What a command sets before it runs anything. */
function assignmentsOf(words: readonly Word[]): [string, string][] {
  const ends = words.findIndex(({ text }) => text !== "export" && !ASSIGNED.test(text));
  return words.slice(0, ends < 0 ? words.length : ends).flatMap(({ text }): [string, string][] => {
    const [, name, value = ""] = ASSIGNED.exec(text) ?? [];
    return name === undefined || value.includes("$") ? [] : [[name, value]];
  });
}

/** A word that a piece makes longer. */
function grown(before: string, piece: string, variables: Variables): string {
  // "$" and the name behind it come as two pieces.
  return before.endsWith("$") ? resolved(before + piece, variables) : before + inner(piece, variables);
}

/**
 * The simple commands of a text. What one of them sets (`TIMEOUT=60`) counts in those that come after it.
 * @param variables what is known of the environment
 * @param from number of the text's first line
 */
export function commandsOf(
  text: string,
  budget: Budget,
  variables: Variables = new Map(),
  from = 0,
): Word[][] {
  const known = new Map(variables);
  const commands: Word[][] = [[]];
  let word: Word | null = null;
  let at = from;
  for (const [piece] of text.matchAll(PIECE)) {
    if (!budget.spend(1)) break;
    const words = commands.at(-1) ?? [];
    if (BLANK.test(piece) || (piece.startsWith("#") && !word)) {
      word = null;
      if (/^(?:\n|[;|&()])/.test(piece) && words.length > 0) {
        for (const [name, value] of assignmentsOf(words)) known.set(name, value);
        commands.push([]);
      }
    } else if (word) word.text = grown(word.text, piece, known);
    else {
      word = { text: grown("", piece, known), at };
      words.push(word);
    }
    at += piece.split("\n").length - 1;
  }
  return commands.filter((words) => words.length > 0);
}

/** The words of a JSON list, as container files write a command. */
export function listedWords(text: string, variables: Variables, from: number): Word[] {
  const words: Word[] = [];
  let at = from;
  for (const [piece] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|\n/g)) {
    if (piece === "\n") at += 1;
    else words.push({ text: resolved(piece.slice(1, -1).replace(/\\(.)/g, "$1"), variables), at });
  }
  return words;
}
