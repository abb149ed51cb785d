/**
 * The way to the search: a link to `/search/` that opens a dialog, and Ctrl-K or ⌘-K. Its code and the
 * first tier of the index are fetched when the page is idle or the box is used, the rest when the box is
 * used. No single key opens it, as such a key would get in the way of who speaks to the machine.
 */
import { isThrifty, whenIdle } from "./idle";
import { frameIn, made, sorry, type Frame } from "./search/frame";
import { given, keepInAddress } from "./typed";
import type { readFirst, start } from "./search/main";

interface Code {
  start: typeof start;
  readFirst: typeof readFirst;
}

/** What the search needs first: its code, and the first tier of the index, which the code reads as it comes. */
interface Begun {
  code: Promise<Code>;
  reading: Promise<ReturnType<typeof readFirst>>;
}

/**
 * Code and first tier come at the same time.
 * @param attempt a browser may remember, by its address, that a module could not be had
 */
function fetchBoth([code = "", first = ""]: readonly string[], attempt: number): Begun {
  const response = fetch(first);
  const loaded = import(
    /* turbopackIgnore: true */ attempt === 0 ? code : `${code}?${attempt}`
  ) as Promise<Code>;
  const reading = loaded.then(({ readFirst }) => readFirst(response));
  // Whoever uses them sees the failure; until then it must not count as one that nobody minds.
  for (const promise of [response, reading]) promise.catch(() => null);
  return { code: loaded, reading };
}

function begin(frame: Frame, sources: readonly string[], { code, reading }: Begun, attempt = 0): void {
  frame.offer.replaceChildren();
  Promise.all([code, reading]).then(
    ([{ start }, first]) => {
      start(frame, sources.slice(1), first);
    },
    () => {
      sorry(frame, "The search could not be loaded. The network may be down. What you typed is kept.", () => {
        begin(frame, sources, fetchBoth(sources, attempt + 1), attempt + 1);
      });
    },
  );
}

/** Put the question of a link into the field, now and whenever the address changes. */
function fillFromAddress({ field, typed }: Frame): void {
  const fill = () => {
    field.value = given().get("q") ?? "";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  fill();
  // An old link has its question in a part of the address that is sent: it stands there no longer.
  if (location.search !== "") keepInAddress({ q: typed() });
  addEventListener("hashchange", fill);
  // Also what is typed before the search has come.
  field.addEventListener("input", () => {
    keepInAddress({ q: typed() });
  });
}

function makeDialog(page: Document): { dialog: HTMLDialogElement; frame: Frame } {
  const dialog = made(page, "dialog", "seek no-print");
  dialog.setAttribute("aria-label", "Search");
  const close = made(page, "button", "seek-close", "Close");
  close.type = "button";
  const frame = frameIn(dialog, close);
  close.addEventListener("click", () => {
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    // Beside the dialog, or on a link of it that leads to this very page.
    if (event.target === dialog || (event.target instanceof Element && event.target.closest("a") !== null))
      dialog.close();
  });
  page.body.append(dialog);
  return { dialog, frame };
}

/** The box on `/search/`: it comes to life with the focus, which it is given at once. */
function fillPage(place: HTMLElement, sources: readonly string[], begun: () => Begun): HTMLTextAreaElement {
  const frame = frameIn(place);
  const { field } = frame;
  field.addEventListener(
    "focus",
    () => {
      begin(frame, sources, begun());
    },
    { once: true },
  );
  fillFromAddress(frame);
  field.focus({ preventScroll: true });
  return field;
}

/** Open with the link in the bar, and with the keys that it names. */
function onControl(page: Document, open: () => void): void {
  const control = page.querySelector<HTMLAnchorElement>("a[data-search]");
  const apple = /mac|iphone|ipad/i.test(navigator.userAgent);
  const keys = control?.querySelector("kbd");
  if (apple && keys) keys.textContent = "⌘ K";
  control?.setAttribute("aria-keyshortcuts", apple ? "Meta+K" : "Control+K");
  control?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  page.addEventListener("keydown", (event) => {
    const modified = apple ? event.metaKey : event.ctrlKey;
    if (event.key.toLowerCase() !== "k" || !modified || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}

export function startSearch(page: Document): void {
  const sources = page.querySelector<HTMLMetaElement>("meta[name=search]")?.content.split(" ") ?? [];
  if (sources.length < 2) return;
  let early: Begun | null = null;
  const begun = () => (early ??= fetchBoth(sources, 0));
  whenIdle(page, () => {
    if (isThrifty()) return;
    // The network may be back when the box is used.
    begun()
      .reading.then(({ first }) => first)
      .catch(() => {
        early = null;
      });
  });

  const here = page.querySelector<HTMLElement>("[data-search-here]");
  let field = here && fillPage(here, sources, begun);
  let dialog: HTMLDialogElement | null = null;
  onControl(page, () => {
    if (!here && !dialog) {
      const built = makeDialog(page);
      ({ dialog } = built);
      ({ field } = built.frame);
      begin(built.frame, sources, begun());
    }
    if (dialog && !dialog.open) dialog.showModal();
    field?.focus();
    field?.select();
  });
}
