/**
 * The blocks of a tree that the rules of a format ask for. A rule names its block by the document's kind and a path:
 * `Ingress`, `Deployment|StatefulSet/spec.template.spec.containers.*`, `document/**.routes.*`. A document's kind is what
 * its own field `kind` says, else `document`; `*` is any. `***` is any number of parts, by which a block is named.
 */
import { addValues, type Block, type Value } from "../blocks";
import type { Budget } from "../budget";
import { childOf, type Node } from "./nodes";

const DOCUMENT = "document";

/** What a node says of itself as a value: the plain values of a list stand in one text, with blanks between them. */
const textOf = ({ text, children }: Node): string =>
  text ??
  (children.every(([name]) => /^\d+$/.test(name))
    ? children.flatMap(([, { text: one }]) => one ?? []).join(" ")
    : "");

/** Every value below a node, under its dotted name. A part with children is there too, to be asked for. */
function flatten(node: Node, prefix: string, settings: Map<string, Value[]>, budget: Budget): void {
  for (const [name, child] of node.children) {
    if (!budget.spend(1)) return;
    const path = prefix === "" ? name : `${prefix}.${name}`;
    addValues(settings, path, [{ text: textOf(child), at: child.at, textAt: child.textAt }]);
    flatten(child, path, settings, budget);
  }
}

/** Every value below a node, by its dotted name. */
export function settingsUnder(node: Node, budget: Budget): Map<string, Value[]> {
  const settings = new Map<string, Value[]>();
  flatten(node, "", settings, budget);
  return settings;
}

/** The nodes under a path in which `*` is one part, `**` and `***` any number of them and `a|b` either name, each with the names that `*` and `***` stand for. */
function under(node: Node, parts: readonly string[], name: string, budget: Budget): [string, Node][] {
  const [first, ...rest] = parts;
  if (first === undefined) return [[name, node]];
  if (!budget.spend(1)) return [];
  if (first === "***")
    return [
      ...under(node, rest, name, budget),
      ...node.children.flatMap(([own, child]) => under(child, parts, `${name} ${own}`, budget)),
    ];
  if (first === "**")
    return [
      ...under(node, rest, name, budget),
      ...node.children.flatMap(([, child]) => under(child, parts, name, budget)),
    ];
  return node.children
    .filter(([own]) => first === "*" || first.split("|").includes(own))
    .flatMap(([own, child]) => under(child, rest, first === "*" ? `${name} ${own}` : name, budget));
}

/** Settings by which a part says what it is for. */
const NAMING = /^(name|path|rule|model|match\..*|matches\..*)$/;

/** The resources of a document: a list of them, as a cluster prints it, holds several. */
function resourcesOf(tree: Node): readonly Node[] {
  const items = childOf(tree, "items");
  return items && /List$/.test(childOf(tree, "kind")?.text ?? "")
    ? items.children.map(([, one]) => one)
    : [tree];
}

type Flat = Map<Node, Map<string, Value[]>>;

/** The settings below a node; blocks of several kinds can begin at one. */
function settingsOf(node: Node, flat: Flat, budget: Budget): Map<string, Value[]> {
  const known = flat.get(node);
  if (known) return known;
  const settings = settingsUnder(node, budget);
  flat.set(node, settings);
  return settings;
}

function blockOf(want: string, named: string, node: Node, settings: Map<string, Value[]>): Block {
  const said = [...settings].flatMap(([key, values]) =>
    NAMING.test(key) ? values.map(({ text }) => text) : [],
  );
  return {
    kind: want,
    name: [named, ...said].join(" ").trim(),
    at: node.at,
    settings,
    partial: false,
  };
}

/**
 * Blocks of the kinds that are wanted.
 * @param wanted kinds of blocks, as rules name them
 */
export function treeBlocks(trees: readonly Node[], wanted: readonly string[], budget: Budget): Block[] {
  return trees.flatMap(resourcesOf).flatMap((tree) => {
    const kind = childOf(tree, "kind")?.text ?? DOCUMENT;
    const metadata = childOf(tree, "metadata");
    const title = (metadata && childOf(metadata, "name")?.text) ?? "";
    const flat: Flat = new Map();
    return wanted.flatMap((want): Block[] => {
      const [wantedKind = "", path = ""] = want.split("/", 2);
      if (!wantedKind.split("|").includes(kind) && wantedKind !== "*") return [];
      return under(tree, path === "" ? [] : path.split("."), title, budget).map(([name, node]) =>
        blockOf(want, name, node, settingsOf(node, flat, budget)),
      );
    });
  });
}
