/** The pages of an export: which there are, and of which kind each is. */
import { readdirSync } from "node:fs";
import { filesIn } from "../files";

/** The desk stays a React application; a document is read, and carries no script but ours. */
export type PageKind = "desk" | "document";

/** The route groups of `app/`, and the kind of the pages in each. */
const GROUPS: ReadonlyMap<string, PageKind> = new Map([
  ["(desk)", "desk"],
  ["(documents)", "document"],
]);
/** Folder of the parts of documents that the desk fetches. */
export const FRAGMENTS = "f";
const ROUTE = /(^|\/)page\.[jt]sx?$/;

interface Route {
  kind: PageKind;
  /** Matches the files that the route is exported as. */
  files: RegExp;
  /** Parts of its address that stand for many. */
  open: number;
}

/** What a part of a route's address matches in the name of an exported file. */
function patternOf(part: string): string {
  if (/^\[?\[\.\.\./.test(part)) return ".+";
  if (part.startsWith("[")) return "[^/]+";
  return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function routeOf(file: string, app: string): Route {
  const parts = file.split("/").slice(0, -1);
  const kind = GROUPS.get(parts[0] ?? "");
  if (kind === undefined)
    throw new Error(
      `${app}/${file} stands in no route group: move it under ${[...GROUPS.keys()].map((group) => `${app}/${group}/`).join(" or ")}, which says what kind of page it is.`,
    );
  const address = parts.filter((part) => !part.startsWith("("));
  return {
    kind,
    files: new RegExp(`^${[...address.map(patternOf), "index\\.html"].join("/")}$`),
    open: address.filter((part) => part.startsWith("[")).length,
  };
}

/**
 * The kind of each page, which its route group says and nothing else.
 * @param app folder of the routes
 * @returns the kind of a page of the export, named by its file; a page that no route makes, such as
 * 404.html, is a document
 * @throws Error with a sentence, when a route stands in no group
 */
export function pageKinds(app = "app"): (page: string) => PageKind {
  const routes = filesIn(app)
    .filter((file) => ROUTE.test(file))
    .map((file) => routeOf(file, app))
    // As the framework does it: a route that names its address goes before one that leaves a part of it open.
    .sort((a, b) => a.open - b.open);
  return (page) => routes.find(({ files }) => files.test(page))?.kind ?? "document";
}

/** Is a file of an export a part of a document, which the desk fetches? */
export const isFragment = (file: string): boolean => file.startsWith(`${FRAGMENTS}/`);

/** Every HTML file of an export but the fragments, relative to it. */
export function pagesOf(out: string): string[] {
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && !isFragment(file))
    .sort();
}
