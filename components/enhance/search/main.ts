/** The search itself, fetched when the box is used: the index, the question as it is typed, the hits and what to do without any. */
import { denoised, searchedFor, terms } from "@/lib/search/text";
import { understood } from "@/lib/search/understood";
import { keepInAddress } from "../typed";
import { linkTo, made, sorry, type Frame } from "./frame";
import { listIn } from "./list";
import { load, type Index } from "./load";

/** A question that takes longer than this is asked when the hand rests. */
const SLOW_MS = 30;
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
function outcome(query: string, hits: number, isCut: boolean): string {
  const long = isCut ? CUT : "";
  if (hits > 0) return `${hits === 1 ? "1 hit" : `${hits} hits, best first`}.${long}`;
  const searched = searchedFor(query);
  if (searched === "")
    return `Only times, ids, addresses or paths: nothing is left to search for. Add the words of the error.${long}`;
  if (terms(denoised(query)).length === 0)
    return `“${searched}” has no word that tells one page from another. Add a word of the error, a setting or a number.${long}`;
  return `Nothing found for “${searched}”.${long}`;
}

/** The wizard, with what the text says of the user's path; and the limits at the seconds that it names. */
function offerWizard({ offer }: Frame, query: string, hits: number, index: Index): void {
  const page = offer.ownerDocument;
  const { names, fragment, seconds } = understood(query, index.products);
  const limits =
    seconds === null
      ? []
      : [" ", linkTo(page, `/limits/#seconds=${seconds}`, `Limits at about ${seconds} s`, "btn")];
  if (names.length > 0)
    offer.replaceChildren(
      made(
        page,
        "p",
        "",
        linkTo(page, `/#${fragment}`, `Diagnose with ${names.join(", ")}`, "btn"),
        ...limits,
      ),
    );
  else if (hits === 0)
    offer.replaceChildren(made(page, "p", "", linkTo(page, "/", "Diagnose it with four questions", "btn")));
  else offer.replaceChildren();
}

function onKeys(field: HTMLTextAreaElement, list: ReturnType<typeof listIn>): void {
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

/**
 * Bring a box to life.
 * @param files addresses of the index, in their order
 * @param first the first of them, already under way
 */
export function start(frame: Frame, files: readonly string[], first: Promise<Response>): void {
  const { field, status, offer } = frame;
  const list = listIn(frame);
  let index: Index | null = null;
  let failed = false;
  /** Hits do not change under who is choosing. */
  let choosing = false;
  let slow = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (sentence: string) => {
    if (status.textContent !== sentence) status.textContent = sentence;
  };
  const ask = () => {
    const query = field.value;
    if (failed && !index) return;
    if (query.trim() === "" || !index) {
      list.show([]);
      offer.replaceChildren();
      say(query.trim() !== "" ? "Searching…" : frame.isCut() ? "There was nothing but empty lines." : "");
      return;
    }
    const begun = performance.now();
    const hits = index.engine.search(query);
    list.show(hits);
    offerWizard(frame, query, hits.length, index);
    say(
      `${outcome(query, hits.length, frame.isCut())}${failed ? " Only titles, settings and error lines were searched, as the texts could not be loaded." : ""}`,
    );
    slow = performance.now() - begun > SLOW_MS;
  };
  const fetchAll = (begun: Promise<Response>) => {
    failed = false;
    load(files, begun, (loaded) => {
      index = loaded;
      if (!choosing) ask();
    })
      .then(() => {
        frame.list.dataset["whole"] = "";
      })
      .catch(() => {
        failed = true;
        if (index) ask();
        else
          sorry(
            frame,
            "The index of the search could not be loaded. The network may be down, or the site has just been updated: reload the page. What you typed is kept.",
            () => {
              offer.replaceChildren();
              fetchAll(fetch(files[0] ?? ""));
              ask();
              field.focus();
            },
          );
      });
  };

  field.addEventListener("input", () => {
    choosing = false;
    clearTimeout(timer);
    grow(field);
    if (slow) timer = setTimeout(ask, REST_MS);
    else ask();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choosing = true;
  });
  onKeys(field, list);
  if (!field.closest("dialog")) field.addEventListener("input", () => keepInAddress({ q: frame.typed() }));
  grow(field);
  ask();
  fetchAll(first);
}
