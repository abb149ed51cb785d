/**
 * The page behind a link is fetched when the pointer rests on it or the finger goes down: a press then paints from
 * memory. Nothing is fetched so on a line where it would cost.
 */
import { siteHere } from "../base/at";
import { AHEAD, AHEAD_RULE } from "@/lib/offline/ahead";
import { isMetered } from "./idle";

/** Long enough to tell a pointer that rests from one that passes. */
const RESTS_MS = 30;

/** A link to another page of this site. */
function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  const isPage = link?.href.startsWith(`${siteHere()}/`) === true && link.pathname.endsWith("/");
  return isPage && link.pathname !== location.pathname ? link : null;
}

/**
 * How a page is fetched ahead: by a rule, which needs no second look at the server; where the browser knows none, into
 * its cache, so that only a look is left. (`rel=prefetch` counts as `default-src` in Firefox, which our policy refuses.)
 */
function fetcher(page: Document): (link: HTMLAnchorElement) => void {
  if ("supports" in HTMLScriptElement && HTMLScriptElement.supports("speculationrules")) {
    const rule = page.createElement("script");
    rule.type = "speculationrules";
    rule.textContent = AHEAD_RULE;
    page.head.append(rule);
    return (link) => link.setAttribute(AHEAD, "");
  }
  const fetched = new Set<string>();
  return ({ pathname }) => {
    if (fetched.has(pathname)) return;
    fetched.add(pathname);
    // What does not come now is said by the press.
    fetch(pathname, { priority: "low" })
      .then((response) => response.arrayBuffer())
      .catch(() => null);
  };
}

export function startAhead(page: Document): void {
  const fetchAhead = fetcher(page);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const consider = (target: EventTarget | null, after: number) => {
    clearTimeout(timer);
    const link = linkAt(target);
    if (!link || isMetered()) return;
    timer = setTimeout(() => {
      fetchAhead(link);
    }, after);
  };
  // A link that comes to lie under a pointer that nobody moves (hits, while one types) is not pointed at.
  let was = "";
  page.addEventListener("pointerover", ({ target, pointerType, screenX, screenY }) => {
    const is = `${screenX} ${screenY}`;
    if (pointerType === "mouse" && is !== was) consider(target, RESTS_MS);
    was = is;
  });
  page.addEventListener("pointerdown", ({ target }) => consider(target, 0));
}
