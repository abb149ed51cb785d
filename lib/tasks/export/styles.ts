/**
 * The styles of a document stand in the document itself, so that it is painted with its first answer: of the site's
 * sheet those rules that the page, or a script that it may load, has a use for.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HTMLElement } from "node-html-parser";
import { within } from "../../model/address";
import { baseOf } from "./base";
import postcss, { type AtRule, type Container, type Root } from "postcss";

/** Names of attributes that a script could set, and texts that could be classes, ids or elements. */
const WORDS = /[\w-]+/g;
const LITERALS = /(["'`])([\w -]{1,60})(?=\1)/g;
/** Classes, ids and data attributes that a selector asks for, and elements. */
const ASKED = /[.#]((?:[\w-]|\\.)+)|\[(data-[\w-]+)|(?<=^|[\s>+~])([a-z][a-z\d]*)/g;

/** What stands in the brackets of `:not()`, `:is()` and their like: none of it has to be there. */
function withoutBrackets(selector: string): string {
  const shorter = selector.replace(/:[\w-]+\([^()]*\)/g, "");
  return shorter === selector ? selector : withoutBrackets(shorter);
}

const camel = (attribute: string): string =>
  attribute.slice("data-".length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What scripts may name. */
interface Named {
  attributes: ReadonlySet<string>;
  others: ReadonlySet<string>;
}

const namedIn = (scripts: readonly string[]): Named => ({
  attributes: new Set(scripts.flatMap((text) => text.match(WORDS) ?? [])),
  others: new Set(
    scripts.flatMap((text) =>
      [...text.matchAll(LITERALS)].flatMap(([, , literal = ""]) => literal.split(" ")),
    ),
  ),
});

/** Parts of inputs that a browser draws, each with the types of input that have it. */
const DRAWN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/::-webkit-(date|calendar)/, ["date", "datetime-local", "month", "time", "week"]],
  [/::-webkit-(inner|outer)-spin-button/, ["number"]],
  [/::-webkit-search-/, ["search"]],
  [/::file-selector-button/, ["file"]],
];

/** Could an input of the page have the part that a selector asks for? */
const isDrawn = (selector: string, page: ReadonlySet<string>, scripts: Named): boolean =>
  DRAWN.filter(([part]) => part.test(selector)).every(([, types]) =>
    types.some((type) => page.has(`type=${type}`) || scripts.others.has(type)),
  );

/** Could an element of the page answer to a selector? In doubt it could. */
function answers(selector: string, page: ReadonlySet<string>, scripts: Named): boolean {
  if (!isDrawn(selector, page, scripts)) return false;
  return [...withoutBrackets(selector).matchAll(ASKED)].every(([, name = "", attribute, tag]) => {
    if (attribute !== undefined)
      return [attribute, camel(attribute)].some((one) => page.has(one) || scripts.attributes.has(one));
    const plain = tag === undefined ? name.replaceAll("\\", "") : `<${tag}`;
    return page.has(plain) || scripts.others.has(plain.replace("<", ""));
  });
}

/** The names of a page that selectors ask for; those of its elements with a bracket before them. */
function namesIn(root: HTMLElement): Set<string> {
  const names = new Set<string>();
  for (const { attributes, rawTagName } of root.querySelectorAll("*")) {
    names.add(`<${rawTagName.toLowerCase()}`);
    if (attributes["type"] !== undefined) names.add(`type=${attributes["type"]}`);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "class" || name === "id") for (const one of value.split(/\s+/)) names.add(one);
      else names.add(name.toLowerCase());
    }
  }
  return names;
}

/** Take out the rules that nothing could answer to, the properties that nothing reads, and what is empty then. */
function prune(sheet: Root, page: ReadonlySet<string>, scripts: Named): void {
  sheet.walkRules((rule) => {
    const isFrame = rule.parent?.type === "atrule" && /keyframes$/.test((rule.parent as AtRule).name);
    if (isFrame) return;
    const kept = rule.selectors.filter((selector) => answers(selector, page, scripts));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  const tidy = (container: Container) => {
    container.each((node) => {
      if (node.type !== "atrule" || node.nodes === undefined) return;
      tidy(node);
      if (node.nodes.length === 0) node.remove();
    });
  };
  tidy(sheet);
  const rest = sheet.toString();
  const isRead = (property: string) => rest.includes(`var(${property}`) || scripts.attributes.has(property);
  sheet.walkAtRules("property", (rule) => {
    if (!isRead(rule.params)) rule.remove();
  });
  sheet.walkDecls(/^--/, (declaration) => {
    const { parent } = declaration;
    if (isRead(declaration.prop)) return;
    declaration.remove();
    if (parent?.nodes.length === 0) parent.remove();
  });
  tidy(sheet);
}

/**
 * Put the styles of documents into them.
 * @param scripts the texts of all scripts that a document may load
 * @returns what does so with one page
 */
export function stylesInto(out: string, scripts: readonly string[]): (root: HTMLElement) => void {
  const named = namedIn(scripts);
  const sheets = new Map<string, Root>();
  const base = baseOf(out);
  const sheetAt = (address: string): Root => {
    const file = within(base, address) ?? address;
    const sheet = sheets.get(address) ?? postcss.parse(readFileSync(join(out, file), "utf8"));
    sheets.set(address, sheet);
    return sheet;
  };
  return (root) => {
    const links = root.querySelectorAll("link[rel=stylesheet]");
    const page = namesIn(root);
    const text = links
      .map((link) => {
        const sheet = sheetAt(link.getAttribute("href") ?? "").clone();
        prune(sheet, page, named);
        return sheet.toString();
      })
      .join("");
    for (const [at, link] of links.entries())
      if (at > 0) link.remove();
      else link.replaceWith(`<style>${text}</style>`);
  };
}
