/** TOML as a tree with lines: the parser gives the values, and where each stands is looked up in the text. */
import { parse, TomlDate, TomlError, type TomlTable, type TomlValue } from "smol-toml";
import type { Budget } from "../budget";
import { MOST_DEEP, withoutTemplates, type Node } from "./nodes";

/** So many lines that are no TOML are left out; a text with more of them is none. */
const MOST_BAD = 20;

/** The table of a text; lines that the parser refuses are left out. Null where it is no TOML. */
function tableOf(text: string, budget: Budget): TomlTable | null {
  const lines = text.split("\n");
  for (let bad = 0; bad < MOST_BAD && budget.spend(lines.length); bad += 1)
    try {
      return parse(lines.join("\n"));
    } catch (error) {
      if (!(error instanceof TomlError) || !lines[error.line - 1]) return null;
      lines[error.line - 1] = "";
    }
  return null;
}

const PART = /"([^"\n]*)"|'([^'\n]*)'|([\w-]+)/g;
const partsOf = (name: string): string[] =>
  [...name.matchAll(PART)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");

/** The line of each table and key by its dotted name; entries of lists of tables are counted from 0. */
function placesOf(text: string): Map<string, number> {
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  let table: string[] = [];
  const put = (parts: readonly string[], at: number) => {
    parts.forEach((_, place) => {
      const name = parts.slice(0, place + 1).join(".");
      if (!places.has(name)) places.set(name, at);
    });
  };
  text.split("\n").forEach((line, at) => {
    const [, open, header] = /^\s*(\[{1,2})([^\]\n]{1,200})\]/.exec(line) ?? [];
    const [, key] = /^\s*((?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[\w.-]){1,60})\s*=/.exec(line) ?? [];
    if (header !== undefined) {
      // Below a list of tables, a table belongs to its last entry.
      table = partsOf(header).reduce<string[]>((path, part) => {
        const name = [...path, part].join(".");
        const count = counts.get(name);
        return count === undefined ? [...path, part] : [...path, part, String(count)];
      }, []);
      if (open === "[[") {
        const list = partsOf(header);
        const isNew = table.length === list.length || !/^\d+$/.test(table.at(-1) ?? "");
        const name = isNew ? table.join(".") : table.slice(0, -1).join(".");
        const next = (counts.get(name) ?? -1) + 1;
        counts.set(name, next);
        table = [...name.split("."), String(next)];
      }
      put(table, at);
    } else if (key !== undefined) put([...table, ...partsOf(key)], at);
  });
  return places;
}

function nodeOf(
  value: TomlValue,
  path: string,
  at: number,
  depth: number,
  places: Map<string, number>,
): Node {
  const here = places.get(path) ?? at;
  if (typeof value !== "object" || value instanceof TomlDate)
    return { at: here, text: String(value), children: [] };
  if (depth > MOST_DEEP) return { at: here, text: null, children: [] };
  const children = Object.entries(value).map(([name, inner]): readonly [string, Node] => [
    name,
    nodeOf(inner, path === "" ? name : `${path}.${name}`, here, depth + 1, places),
  ]);
  return { at: here, text: null, children };
}

/** The tree of a text, as a list of one; empty where it is no TOML. Never throws. */
export function tomlTrees(text: string, budget: Budget): Node[] {
  const plain = withoutTemplates(text);
  const table = tableOf(plain, budget);
  return table ? [nodeOf(table, "", 0, 0, placesOf(plain))] : [];
}
