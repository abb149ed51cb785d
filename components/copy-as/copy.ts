/** Copy an excerpt in one of three ways, or say why not. */
import { siteHere } from "../base/at";
import { asMarkdown, asStep, placedOn, wholeAddress, type Excerpt } from "@/lib/share/excerpt";
import type { Way } from "./ways";

const SHOWN_MS = 2000;
const SORRY =
  "The text could not be loaded. The network may be down, or the site has just been updated: reload the page. “Copy link” works without it.";

/** What was said of an earlier press goes. */
function clear(button: HTMLElement): void {
  button.closest("details")?.querySelector("[data-copy-said]")?.remove();
}

/** Whatever has to be said stands in the menu, below its buttons. */
function show(button: HTMLElement, element: HTMLElement): void {
  clear(button);
  element.dataset["copySaid"] = "";
  button.closest("details")?.append(element);
}

function showSorry(button: HTMLElement): void {
  const sentence = button.ownerDocument.createElement("p");
  sentence.className = "note";
  sentence.setAttribute("role", "alert");
  sentence.textContent = SORRY;
  show(button, sentence);
}

/** Without the clipboard the text is shown, selected, so that one key copies it. */
function showText(button: HTMLElement, text: string): void {
  const field = button.ownerDocument.createElement("textarea");
  field.readOnly = true;
  field.className = "field";
  field.value = text;
  field.setAttribute("aria-label", "The text, selected: press Ctrl-C to copy it");
  show(button, field);
  field.focus();
  field.select();
}

/** A link needs nothing but its address. */
async function textOf(way: Way, href: string, excerpt: () => Promise<Excerpt>): Promise<string> {
  const site = siteHere();
  if (way === "link") return wholeAddress(site, href);
  const placed = placedOn(site, await excerpt());
  return way === "step" ? asStep(placed) : asMarkdown(placed);
}

/**
 * Put the text into the clipboard; the button says so for a moment. Never rejects.
 * @param href address of what is copied
 * @param excerpt its data, asked for only where the way needs it
 */
export async function copyAs(
  button: HTMLElement,
  way: Way,
  href: string,
  excerpt: () => Promise<Excerpt>,
): Promise<void> {
  let text: string;
  try {
    text = await textOf(way, href, excerpt);
  } catch {
    showSorry(button);
    return;
  }
  const label = button.dataset["label"] ?? button.textContent;
  button.dataset["label"] = label;
  try {
    await navigator.clipboard.writeText(text);
    clear(button);
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = label;
    }, SHOWN_MS);
  } catch {
    showText(button, text);
  }
}
