/** YAML and JSON as trees with lines. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document } from "yaml";
import type { Budget } from "../budget";
import { MOST_DEEP, withoutTemplates, type Node } from "./nodes";

interface Walk {
  document: Document;
  lines: LineCounter;
  budget: Budget;
}

const offsetOf = (item: unknown): number | undefined =>
  (item as { range?: [number, number, number] | null } | null)?.range?.[0];

function nodeOf(item: unknown, at: number, depth: number, walk: Walk): Node {
  const { document, lines, budget } = walk;
  if (depth > MOST_DEEP || !budget.spend(1)) return { at, text: null, children: [] };
  const lineOf = (part: unknown): number => {
    const offset = offsetOf(part);
    return offset === undefined ? at : lines.linePos(offset).line - 1;
  };
  if (isAlias(item)) return nodeOf(item.resolve(document), at, depth + 1, walk);
  if (isMap(item)) {
    const children = item.items.flatMap(({ key, value }): (readonly [string, Node])[] => {
      const name = isScalar(key) ? String(key.value) : "";
      const node = nodeOf(value, lineOf(key), depth + 1, walk);
      // A merge key brings what it names to this level.
      return name === "<<" ? [...node.children] : [[name, node]];
    });
    return { at, text: null, children };
  }
  if (isSeq(item))
    return {
      at,
      text: null,
      children: item.items.map((one, place) => [String(place), nodeOf(one, lineOf(one), depth + 1, walk)]),
    };
  if (!isScalar(item)) return { at, text: "", children: [] };
  const textAt = item.type === "BLOCK_LITERAL" ? lineOf(item) + 1 : undefined;
  return { at, text: String(item.value), textAt, children: [] };
}

/** How a cluster describes a thing to people: names and values in columns, and annotations beside their title. */
const DESCRIBED = /^Name:[ \t]{2,}\S/m;
const ANNOTATIONS = /^Annotations:[ \t]{2,}(?=\S[^\n]{0,300}:(\s|$))/;

/** Of a description, the annotations alone, each at its line: the rest of it is no YAML. */
export function annotationsOf(text: string): string {
  if (!DESCRIBED.test(text)) return text;
  const lines = text.split("\n");
  const first = lines.findIndex((line) => ANNOTATIONS.test(line));
  if (first < 0) return text;
  const title = ANNOTATIONS.exec(lines[first] ?? "")?.[0] ?? "";
  const indent = " ".repeat(title.length);
  const below = lines.findIndex((line, at) => at > first && !line.startsWith(indent));
  return lines
    .map((line, at) => {
      if (at === first) return indent + line.slice(title.length);
      return at > first && (below < 0 || at < below) ? line : "";
    })
    .join("\n");
}

/** The documents of a text. What cannot be parsed gives what can be read of it. */
export function yamlTrees(text: string, budget: Budget): Node[] {
  const lines = new LineCounter();
  const options = { lineCounter: lines, strict: false, uniqueKeys: false, logLevel: "silent" } as const;
  try {
    const documents = parseAllDocuments(withoutTemplates(annotationsOf(text)), options);
    if (!Array.isArray(documents)) return [];
    return documents.map((document) => {
      const offset = offsetOf(document.contents);
      const at = offset === undefined ? 0 : lines.linePos(offset).line - 1;
      return nodeOf(document.contents, at, 0, { document, lines, budget });
    });
  } catch {
    // Nested deeper than the parser goes.
    return [];
  }
}
