/** Hits as a listbox: one of them is chosen, by keys or by the hand, and each is a link. */
import { piecesOf } from "@/lib/search/line";
import type { Hit, Kind } from "@/lib/search/types";
import { linkTo, made, type Frame } from "./frame";

const NAMES: Readonly<Record<Kind, string>> = {
  cause: "Cause",
  error: "Error line",
  section: "Cause",
  guide: "Guide",
  check: "Check",
  pair: "Code pair",
  config: "Config",
  limit: "Limit",
  fact: "Measured",
  page: "Page",
};

function marked(page: Document, text: string, matched: ReadonlySet<string>): Node[] {
  return piecesOf(text, matched).map((part) =>
    part.hit ? made(page, "mark", "", part.text) : page.createTextNode(part.text),
  );
}

function option(page: Document, { entry, line, matched }: Hit, at: number): HTMLAnchorElement {
  const link = linkTo(page, entry.href, "", "seek-hit");
  link.id = `seek-hit-${at}`;
  link.setAttribute("role", "option");
  link.tabIndex = -1;
  const place =
    entry.place === "" || entry.place === NAMES[entry.kind]
      ? NAMES[entry.kind]
      : `${NAMES[entry.kind]} · ${entry.place}`;
  link.append(
    made(page, "span", "seek-title", ...marked(page, entry.title, matched)),
    " ",
    made(page, "span", "seek-kind", place),
  );
  if (line !== "")
    link.append(
      " ",
      made(
        page,
        "span",
        entry.kind === "error" ? "seek-line code" : "seek-line",
        ...marked(page, line, matched),
      ),
    );
  return link;
}

export interface List {
  show: (hits: readonly Hit[]) => void;
  /** Choose the next (1) or the one before (-1). @returns whether there was one */
  move: (by: 1 | -1) => boolean;
  chosen: () => HTMLAnchorElement | null;
}

export function listIn({ field, list }: Frame): List {
  const page = list.ownerDocument;
  let options: HTMLAnchorElement[] = [];
  let at = -1;
  const choose = (next: number, scroll: boolean) => {
    at = next;
    for (const [number, one] of options.entries()) one.setAttribute("aria-selected", String(number === at));
    const own = options[at];
    if (own) field.setAttribute("aria-activedescendant", own.id);
    else field.removeAttribute("aria-activedescendant");
    if (scroll) own?.scrollIntoView({ block: "nearest" });
  };
  list.addEventListener("pointermove", (event) => {
    const own =
      event.target instanceof Element ? options.indexOf(event.target.closest("a") as HTMLAnchorElement) : -1;
    if (own >= 0 && own !== at) choose(own, false);
  });
  return {
    show: (hits) => {
      options = hits.map((hit, number) => option(page, hit, number));
      list.replaceChildren(...options);
      list.hidden = options.length === 0;
      choose(options.length > 0 ? 0 : -1, false);
    },
    move: (by) => {
      const next = at + by;
      if (options[next]) choose(next, true);
      return options[next] !== undefined;
    },
    chosen: () => options[at] ?? null,
  };
}
