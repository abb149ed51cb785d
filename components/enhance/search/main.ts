/**
 * The search itself, fetched when the box is used: the index, the question as it is typed, the hits and
 * what to do without any.
 */
import { terms } from "@/lib/search/terms";
import { understood } from "@/lib/search/understood";
import { denoised, searchedFor } from "@/lib/text/noise";
import { diagnosing } from "./diagnose";
import { linkTo, made, sorry, type Frame } from "./frame";
import { isCut } from "./left-out";
import { listIn, type List } from "./list";
import { load, readFirst, type Index, type Reading } from "./load";

export { readFirst };

/** A question that takes longer than this, about what lies between two keys of a quick hand, is asked when the hand rests. */
const SLOW_MS = 100;
const REST_MS = 150;
const MOST_ROWS = 8;
const CUT =
  " Your text is long: its lines about errors and its end stand here and are searched, the rest was left out.";

/** As many rows as the text has, where the browser does not see to it by itself. */
function grow(field: HTMLTextAreaElement): void {
  const lines = field.value
    .slice(0, 4_000)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 70)), 0);
  field.rows = Math.min(MOST_ROWS, lines);
  field.classList.toggle("lines", field.value.includes("\n"));
}

/** One sentence on what came out. */
function outcome(query: string, hits: number, cut: boolean): string {
  const long = cut ? CUT : "";
  if (hits > 0) return `${hits === 1 ? "1 hit" : `${hits} hits, best first`}.${long}`;
  const searched = searchedFor(query);
  if (searched === "")
    return `Only times, ids, addresses or paths: nothing is left to search for. Add the words of the error.${long}`;
  if (terms(denoised(query)).length === 0)
    return `“${searched}” has no word that tells one page from another. Add a word of the error, a setting or a number.${long}`;
  return `Nothing found for “${searched}”.${long}`;
}

/** The diagnosis of a text; the wizard, with what the text says of the user's path; and the limits at the seconds that it names. */
function offerMore(frame: Frame, query: string, hits: number, index: Index): void {
  const { offer } = frame;
  const page = offer.ownerDocument;
  const { names, fragment, seconds } = understood(query, index.products);
  const text = diagnosing(frame);
  const links = [
    ...(names.length > 0 ? [linkTo(page, `/#${fragment}`, `Diagnose with ${names.join(", ")}`, "btn")] : []),
    ...(names.length > 0 && seconds !== null
      ? [linkTo(page, `/limits/#seconds=${seconds}`, `Limits at about ${seconds} s`, "btn")]
      : []),
    ...(names.length + text.length + hits === 0
      ? [linkTo(page, "/", "Diagnose it with four questions", "btn")]
      : []),
  ];
  const spaced = links.flatMap((link, at) => (at === 0 ? [link] : [" ", link]));
  const next = offer.cloneNode(false) as HTMLElement;
  next.append(...text, ...(links.length > 0 ? [made(page, "p", "", ...spaced)] : []));
  // What stands there already stays, as it may have the focus.
  if (!next.isEqualNode(offer)) offer.replaceChildren(...next.childNodes);
}

function onKeys(field: HTMLTextAreaElement, list: List): void {
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      list.chosen()?.click();
      return;
    }
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    // In a text of several lines the arrows move through it first.
    if (by === null || field.value.slice(field.selectionEnd).includes("\n")) return;
    const inLines = by === -1 && field.value.includes("\n");
    if (list.move(by) || !inLines) event.preventDefault();
  });
}

/** How a box stands. */
interface State {
  index: Index | null;
  /** The rest of the index could not be loaded. */
  failed: boolean;
  /** The last question took so long that the next one waits for the hand to rest. */
  slow: boolean;
  /** Hits do not change under who is choosing. */
  choosing: boolean;
}

function say(status: HTMLElement, sentence: string): void {
  if (status.textContent !== sentence) status.textContent = sentence;
}

/** Ask what stands in the field, and show what comes out. */
function ask(frame: Frame, list: List, state: State): void {
  const { field, status, offer } = frame;
  const { index, failed } = state;
  const query = field.value;
  if (failed && !index) return;
  if (query.trim() === "" || !index) {
    list.show([]);
    offer.replaceChildren();
    say(
      status,
      query.trim() !== "" ? "Searching…" : isCut(frame) ? "There was nothing but empty lines." : "",
    );
    return;
  }
  const begun = performance.now();
  const hits = index.engine.search(query);
  list.show(hits);
  offerMore(frame, query, hits.length, index);
  const partly = failed
    ? " Only titles, settings and error lines were searched, as the texts could not be loaded."
    : "";
  say(status, outcome(query, hits.length, isCut(frame)) + partly);
  state.slow = performance.now() - begun > SLOW_MS;
}

/** Load the index, and ask again with each part that comes; what cannot be loaded is said. */
function loadInto(
  frame: Frame,
  files: readonly string[],
  reading: Reading,
  state: State,
  again: () => void,
): void {
  state.failed = false;
  const retry = () => {
    frame.offer.replaceChildren();
    loadInto(frame, files, readFirst(fetch(files[0] ?? "")), state, again);
    again();
    frame.field.focus();
  };
  load(reading, files.slice(1), (loaded) => {
    state.index = loaded;
    if (!state.choosing) again();
  })
    .then(() => {
      frame.list.dataset["whole"] = "";
    })
    .catch(() => {
      state.failed = true;
      if (state.index) again();
      else
        sorry(
          frame,
          "The index of the search could not be loaded. The network may be down, or the site has just been updated: reload the page. What you typed is kept.",
          retry,
        );
    });
}

/**
 * Bring a box to life.
 * @param files addresses of the index, in their order
 * @param reading the first of them, already under way
 */
export function start(frame: Frame, files: readonly string[], reading: Reading): void {
  const { field } = frame;
  const list = listIn(frame);
  const state: State = { index: null, failed: false, slow: false, choosing: false };
  const again = () => ask(frame, list, state);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const askNow = () => {
    clearTimeout(timer);
    timer = undefined;
    again();
  };
  field.addEventListener("input", () => {
    state.choosing = false;
    clearTimeout(timer);
    grow(field);
    // Keys that came while the last question was asked are one question.
    timer = setTimeout(askNow, state.slow ? REST_MS : 0);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    // Who chooses is to choose among the hits of what stands there, and to keep what was chosen.
    if (timer !== undefined) askNow();
    state.choosing = true;
  });
  onKeys(field, list);
  grow(field);
  again();
  loadInto(frame, files, reading, state, again);
}
