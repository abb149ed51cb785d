/**
 * The table of limits: filter by words, kind and seconds, and sort by a column. The address keeps the
 * filter.
 */

import { columnOf, COLUMNS } from "../limits/columns";
import { secondsStated } from "../limits/seconds";
import { startLimitMenus } from "./limit-menus";
import { given, keepInAddress, typedIn } from "./typed";

const NAMES = ["q", "kind", "seconds"] as const;
const SETTING = columnOf("setting");
const VALUE = columnOf("value");
const CLOCK = columnOf("clock");

const kindOf = (row: HTMLTableRowElement) => row.cells[CLOCK]?.querySelector("i")?.textContent ?? "";

function near(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) <= Math.max(1, wanted * 0.1);
}

/** The seconds of a row that its value states. */
function readSeconds(row: HTMLTableRowElement): void {
  const stated = secondsStated(row.cells[VALUE]?.firstChild?.textContent ?? "");
  if (row.dataset["seconds"] === undefined && stated !== null) row.dataset["seconds"] = String(stated);
}

/** Each setting becomes a link to its own row, to be copied into a runbook. */
function linkToItself(row: HTMLTableRowElement): void {
  const cell = row.cells[SETTING];
  if (!cell) return;
  const link = row.ownerDocument.createElement("a");
  link.href = `#${row.id}`;
  link.className = "row-link";
  link.append(...cell.childNodes);
  cell.append(link);
}

export function startLimits(page: Document, form: HTMLFormElement): void {
  const table = page.querySelector<HTMLTableElement>("table.limits");
  const body = table?.tBodies[0];
  const count = page.querySelector<HTMLElement>("[data-limits-count]");
  if (!table || !body || !count) return;
  const rows = [...body.rows];
  rows.forEach(linkToItself);
  rows.forEach(readSeconds);
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const field = (name: (typeof NAMES)[number]) =>
    form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;

  const show = () => {
    const words = field("q").value.toLowerCase().split(/\s+/).filter(Boolean);
    const kind = field("kind").value;
    const seconds = Number(field("seconds").value);
    let shown = 0;
    for (const row of rows) {
      const own = row.dataset["seconds"] ?? "";
      row.hidden = !(
        words.every((word) => texts.get(row)?.includes(word)) &&
        (kind === "" || kindOf(row) === kind) &&
        (!(seconds > 0) || (own !== "" && near(Number(own), seconds)))
      );
      if (!row.hidden) shown += 1;
    }
    count.textContent = shown === 0 ? "No limit fits. Clear a filter." : `${shown} of ${rows.length} limits`;
  };
  const typed = typedIn(form.elements.namedItem("q") as HTMLInputElement);
  const keep = () =>
    keepInAddress({ q: typed(), kind: field("kind").value, seconds: field("seconds").value });
  const fill = () => {
    const link = given();
    // Without a filter in the link, what was written before this script came, or stands there again after a reload, stays.
    if (NAMES.some((name) => link.has(name)))
      for (const name of NAMES) field(name).value = link.get(name) ?? "";
    if (NAMES.some((name) => field(name).value !== "")) show();
    // An old link has its filter in a part of the address that is sent: it stands there no longer.
    if (location.search !== "") keep();
  };
  const change = () => {
    show();
    keep();
  };
  form.addEventListener("input", change);
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => event.preventDefault());
  COLUMNS.forEach(({ sorts }, column) => {
    const head = table.tHead?.rows[0]?.cells[column];
    if (sorts && head) sortsBy(head, body);
  });
  const model = page.querySelector("[data-limit-menu] > details");
  if (model) startLimitMenus(table, model);
  fill();
  addEventListener("hashchange", fill);
}

/** The words of a head become the button that sorts by its column: without this script none would do anything. */
function sortsBy(head: HTMLTableCellElement, body: HTMLTableSectionElement): void {
  const button = head.ownerDocument.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", () => sortBy(head, body));
  head.append(button);
}

function sortBy(head: HTMLTableCellElement, body: HTMLTableSectionElement): void {
  const ascending = head.getAttribute("aria-sort") !== "ascending";
  for (const other of head.parentElement?.children ?? []) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  const column = head.cellIndex;
  const key = (row: HTMLTableRowElement) =>
    (column === VALUE ? row.dataset["seconds"] : row.cells[column]?.textContent) ?? "";
  const order = (a: HTMLTableRowElement, b: HTMLTableRowElement) =>
    key(a).localeCompare(key(b), "en", { numeric: true }) * (ascending ? 1 : -1);
  // Rows without a value stay at the end, whichever way.
  body.append(...[...body.rows].sort((a, b) => Number(key(a) === "") - Number(key(b) === "") || order(a, b)));
}
