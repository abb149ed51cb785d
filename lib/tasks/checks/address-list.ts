/**
 * Addresses that were published once, in `content/addresses.txt`: pages, the anchors of those that are linked
 * into, and links of the wizard (`/#question=answer`). Runbooks hold them, so each has to answer for good; none leaves the list.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "../../content/kinds/all";
import type { Knowledge } from "../../model/knowledge";
import { decode } from "../../state/codec";
import { pagesOf } from "../export/pages";
import { addressOf } from "../export/site";
import { parsePage } from "../page";

export const ADDRESSES = "content/addresses.txt";
/** Whether the anchors of a page are addresses of their own. */
const isAnchored = (page: string): boolean => KINDS.some(({ anchored }) => anchored?.test(page));
const NO_PAGE = /^(404|_not-found)(\/|\.html$)/;

/** Addresses on the list, in its order. */
export function published(file = ADDRESSES): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("# "));
}

/** Each page of an export, with the ids in its main part; what a fork's team has added can be left out, as it may take it away again. */
function pagesWithAnchors(out: string, team: boolean): Map<string, Set<string>> {
  return new Map(
    pagesOf(out)
      .filter((page) => !NO_PAGE.test(page))
      .map((page) => {
        const ids = parsePage(readFileSync(join(out, page), "utf8"))
          .querySelectorAll("main [id]")
          .filter((element) => team || element.closest("[data-team]") === null)
          .map((element) => element.getAttribute("id") ?? "");
        return [addressOf(page), new Set(ids)];
      }),
  );
}

/** One link for each answer that can be given: together they hold every id that an address may hold. */
export const wizardAddresses = (knowledge: Knowledge): string[] =>
  KINDS.flatMap(({ links }) => links?.(knowledge) ?? []);

/** Every address that an export answers to and that is worth a place on the list. */
export function addressesOf(out: string, knowledge: Knowledge): string[] {
  const pages = [...pagesWithAnchors(out, false)].flatMap(([page, ids]) => [
    page,
    ...(isAnchored(page) ? [...ids].map((id) => `${page}#${id}`) : []),
  ]);
  return [...pages, ...wizardAddresses(knowledge)];
}

/** What is wrong with one published address; null where it still answers. */
function lost(
  address: string,
  pages: ReadonlyMap<string, ReadonlySet<string>>,
  knowledge: Knowledge,
): string | null {
  const [page = "", fragment = ""] = address.split("#");
  const ids = pages.get(page);
  if (ids === undefined)
    return `${address} was published, and there is no such page any more: bring it back, or leave a page there that leads on.`;
  if (page === "/" && fragment !== "") {
    const { answers, dropped } = decode(fragment, knowledge);
    return dropped.length === 0 && Object.keys(answers).length > 0
      ? null
      : `${address} was published, and no longer opens whole (${dropped.join(" ")}): keep its ids, or let lib/state/codec.ts read the old ones.`;
  }
  return fragment === "" || ids.has(fragment)
    ? null
    : `${address} was published, and the page has no such anchor any more: give the id back to what it named.`;
}

/** Published addresses that no longer answer, one sentence each. */
export function lostAddresses(out: string, list: readonly string[], knowledge: Knowledge): string[] {
  const pages = pagesWithAnchors(out, true);
  return list.flatMap((address) => lost(address, pages, knowledge) ?? []);
}

/** Addresses of an export that are not on the list yet. */
export function unlisted(out: string, list: readonly string[], knowledge: Knowledge): string[] {
  const listed = new Set(list);
  return addressesOf(out, knowledge).filter((address) => !listed.has(address));
}

/** Add addresses to the list. Those that stand there stay, each on its line. */
export function append(addresses: readonly string[], file = ADDRESSES): void {
  const head = existsSync(file)
    ? readFileSync(file, "utf8").trimEnd()
    : "# Published addresses. `npm run addresses` adds new ones; take none away: each has to answer for good.";
  writeFileSync(file, `${[head, ...addresses].join("\n")}\n`);
}

/** For the line of a step: how many addresses are new, a few of them, and how they come on the list; empty where there is none. */
export function newOnes(out: string, knowledge: Knowledge): string {
  const fresh = unlisted(out, published(), knowledge);
  const few = fresh.slice(0, 5).join(" ");
  return fresh.length === 0
    ? ""
    : `; ${fresh.length} new, not yet in ${ADDRESSES} (${few}${fresh.length > 5 ? " …" : ""}): npm run addresses adds them`;
}
