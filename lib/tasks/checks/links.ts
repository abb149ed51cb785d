/** Every address on every exported page leads somewhere: to a file that is there, and to an anchor that is in it. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { HTMLElement } from "node-html-parser";
import { under, within } from "../../model/address";
import { baseOf } from "../export/base";
import { pagesOf } from "../export/pages";
import { searchedAddresses } from "../export/search-index";
import { addressOf } from "../export/site";
import { parsePage } from "../page";

const ORIGIN = "http://export.invalid";

interface Page {
  root: HTMLElement;
  ids: Set<string>;
  twice: string[];
}

function read(file: string): Page {
  const root = parsePage(readFileSync(file, "utf8"));
  const ids = new Set<string>();
  const twice: string[] = [];
  for (const element of root.querySelectorAll("[id]")) {
    const id = element.getAttribute("id") ?? "";
    if (ids.has(id)) twice.push(id);
    ids.add(id);
  }
  return { root, ids, twice };
}

/** The file of the export that an address from the root of the site names; null where there is none. */
function fileOf(out: string, path: string | null): string | null {
  if (path === null) return null;
  const file = join(out, decodeURIComponent(path), path.endsWith("/") ? "index.html" : "");
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** Pages that keep their state in the fragment: the case, the filter, the question. */
const KEEP_STATE: ReadonlySet<string> = new Set(["/", "/limits/", "/search/"]);
/** State has an equals sign, and is no anchor. */
const isState = (path: string, fragment: string): boolean => KEEP_STATE.has(path) && fragment.includes("=");

/** Problems with the links of an export, as sentences. */
export function linkProblems(out: string): string[] {
  const pages = new Map(pagesOf(out).map((page) => [join(out, page), read(join(out, page))]));
  const problems: string[] = [];
  const base = baseOf(out);
  for (const page of pagesOf(out)) {
    const { root, twice } = pages.get(join(out, page)) ?? { root: parsePage(""), twice: [] };
    for (const id of new Set(twice)) problems.push(`${page}: the id "${id}" stands more than once`);
    const addresses = root
      .querySelectorAll("[href], [src]")
      .flatMap((element) => [element.getAttribute("href"), element.getAttribute("src")]);
    for (const address of new Set(addresses.filter((one) => one !== undefined))) {
      const here = ORIGIN + under(base, addressOf(page));
      if (!URL.canParse(address, here)) {
        problems.push(`${page}: "${address}" is no address`);
        continue;
      }
      const url = new URL(address, here);
      if (url.origin !== ORIGIN) {
        if (!["https:", "http:", "mailto:", "data:"].includes(url.protocol))
          problems.push(`${page}: "${address}" has a scheme that is not for links`);
        continue;
      }
      const path = within(base, url.pathname);
      const file = fileOf(out, path);
      if (path === null || file === null) {
        const slash = path?.endsWith("/") === false && fileOf(out, `${path}/`) !== null;
        problems.push(`${page}: "${address}" ${slash ? "needs a closing slash" : "leads nowhere"}`);
        continue;
      }
      const fragment = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/, "");
      const target = pages.get(file);
      if (fragment !== "" && target && !target.ids.has(fragment) && !isState(path, fragment))
        problems.push(`${page}: "${address}" names an anchor that is not there`);
    }
  }
  for (const href of searchedAddresses(out)) {
    const url = new URL(href, ORIGIN);
    const file = fileOf(out, url.pathname);
    const fragment = decodeURIComponent(url.hash.slice(1));
    if (file === null || (fragment !== "" && pages.get(file)?.ids.has(fragment) !== true))
      problems.push(`the search leads to "${href}", which is not there`);
  }
  return problems;
}
