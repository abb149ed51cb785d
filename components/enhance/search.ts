/**
 * The way to the search: a link to `/search/` that opens a dialog, and Ctrl-K or ⌘-K. Code and index are fetched when the
 * box is used, and not before. No single key opens it, as such a key would get in the way of who speaks to the machine.
 */
import { frameIn, made, sorry, type Frame } from "./search/frame";
import type { start } from "./search/main";

interface Code { start: typeof start }

/** Code and first part of the index come at the same time; the code waits for the rest. */
function begin(frame: Frame, [code = "", ...files]: readonly string[], attempt = 0): void {
  frame.offer.replaceChildren();
  const first = fetch(files[0] ?? "");
  // Whoever reads it sees the failure; until then it must not count as one that nobody minds.
  first.catch(() => null);
  // A browser may remember that a module could not be had, by its address.
  const address = attempt === 0 ? code : `${code}?${attempt}`;
  (import(/* turbopackIgnore: true */ address) as Promise<Code>).then(
    (loaded) => { loaded.start(frame, files, first); },
    () => { sorry(frame, "The search could not be loaded. The network may be down. What you typed is kept.", () => { begin(frame, [code, ...files], attempt + 1); }); },
  );
}

function makeDialog(page: Document): { dialog: HTMLDialogElement; frame: Frame } {
  const dialog = made(page, "dialog", "seek no-print");
  dialog.setAttribute("aria-label", "Search");
  const close = made(page, "button", "seek-close", "Close");
  close.type = "button";
  const frame = frameIn(dialog, close);
  close.addEventListener("click", () => { dialog.close(); });
  dialog.addEventListener("click", (event) => {
    // Beside the dialog, or on a link of it that leads to this very page.
    if (event.target === dialog || (event.target instanceof Element && event.target.closest("a") !== null)) dialog.close();
  });
  page.body.append(dialog);
  return { dialog, frame };
}

export function startSearch(page: Document): void {
  const sources = page.querySelector<HTMLMetaElement>("meta[name=search]")?.content.split(" ") ?? [];
  if (sources.length < 2) return;
  const control = page.querySelector<HTMLAnchorElement>("a[data-search]");
  const apple = /mac|iphone|ipad/i.test(navigator.userAgent);
  const keys = control?.querySelector("kbd");
  if (apple && keys) keys.textContent = "⌘ K";
  control?.setAttribute("aria-keyshortcuts", apple ? "Meta+K" : "Control+K");

  const here = page.querySelector<HTMLElement>("[data-search-here]");
  let field: HTMLTextAreaElement | null = null;
  let dialog: HTMLDialogElement | null = null;
  if (here) {
    const frame = frameIn(here);
    ({ field } = frame);
    field.addEventListener("focus", () => { begin(frame, sources); }, { once: true });
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.focus({ preventScroll: true });
  }
  const open = () => {
    if (!here && !dialog) {
      const built = makeDialog(page);
      ({ dialog } = built);
      ({ field } = built.frame);
      begin(built.frame, sources);
    }
    if (dialog && !dialog.open) dialog.showModal();
    field?.focus();
    field?.select();
  };
  control?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  page.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(apple ? event.metaKey : event.ctrlKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
