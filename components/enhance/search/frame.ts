/** The search box as elements: the same in the dialog and on the page `/search/`. */

import { at } from "../../base/at";
import { typedIn } from "../typed";
import { keepShort, type Cut } from "./short";

export interface Frame {
  field: HTMLTextAreaElement;
  status: HTMLElement;
  list: HTMLElement;
  offer: HTMLElement;
  /** What was left out of the last long text that came into the field. */
  cut: () => Cut;
  /** What of the field may stand in an address. */
  typed: () => string;
}

const LISTS = [
  { name: "Causes", href: "/causes/" },
  { name: "Guides", href: "/guides/" },
  { name: "Limits", href: "/limits/" },
  { name: "Checks", href: "/checks/" },
] as const;

/** An element with a class and what stands in it; texts are text, never HTML. */
export function made<Name extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: Name,
  className = "",
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = page.createElement(name);
  if (className !== "") element.className = className;
  element.append(...inside);
  return element;
}

export function linkTo(page: Document, href: string, text: string, className = ""): HTMLAnchorElement {
  const link = made(page, "a", className, text);
  link.href = at(href);
  return link;
}

/**
 * Build the box. A text field of several lines takes no other role than that of a text field; it points to
 * the chosen hit in the listbox and keeps the focus itself.
 */
export function frameIn(root: HTMLElement, ...beside: Node[]): Frame {
  const page = root.ownerDocument;
  const field = made(page, "textarea");
  field.id = "seek-field";
  field.name = "q";
  field.rows = 1;
  field.spellcheck = false;
  field.autocomplete = "off";
  field.setAttribute("autocapitalize", "off");
  field.placeholder = "Error line, traceback, setting, question";
  field.enterKeyHint = "go";
  for (const [name, value] of [
    ["aria-autocomplete", "list"],
    ["aria-haspopup", "listbox"],
    ["aria-controls", "seek-hits"],
    ["aria-describedby", "seek-status"],
  ] as const)
    field.setAttribute(name, value);
  const label = made(
    page,
    "label",
    "live",
    "Search: an error line, a whole traceback, a setting or a question",
  );
  label.htmlFor = field.id;
  const status = made(page, "p", "seek-status");
  status.id = "seek-status";
  status.setAttribute("role", "status");
  const list = made(page, "div", "seek-hits");
  list.id = "seek-hits";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Hits");
  list.hidden = true;
  const offer = made(page, "div", "seek-offer");
  root.append(
    label,
    made(page, "div", "seek-row", field, ...beside),
    status,
    offer,
    made(page, "div", "seek-scroll", list),
  );
  return { field, status, list, offer, cut: keepShort(field), typed: typedIn(field) };
}

/** What came did not suffice: say so, keep what was typed, and offer another try and the lists. */
export function sorry({ status, list, offer }: Frame, sentence: string, again: () => void): void {
  const page = status.ownerDocument;
  status.textContent = sentence;
  list.hidden = true;
  const button = made(page, "button", "btn", "Try again");
  button.type = "button";
  button.addEventListener("click", again, { once: true });
  offer.replaceChildren(
    button,
    made(
      page,
      "p",
      "",
      "Or look it up: ",
      ...LISTS.flatMap(({ name, href }, at) => [at === 0 ? "" : ", ", linkTo(page, href, name)]),
      ".",
    ),
  );
}
