/**
 * The copy menus of the table of limits. Hundreds of rows carry none of their own: a row gets one when it
 * is pointed at, focused, or named by the address.
 */
import { columnOf } from "../limits/columns";

const textOf = (row: HTMLTableRowElement, column: Parameters<typeof columnOf>[0]): string =>
  (row.cells[columnOf(column)]?.textContent ?? "").trim();

/** Give a row its menu; the row before gives its own back, unless it is open or has the focus. */
function moveTo(row: HTMLTableRowElement, table: HTMLTableElement, model: Element): void {
  if (row.querySelector("details")) return;
  for (const old of table.querySelectorAll("details:not([open])"))
    if (!old.contains(row.ownerDocument.activeElement)) old.remove();
  const menu = model.cloneNode(true) as HTMLDetailsElement;
  menu.dataset["excerpt"] = `/limits/#${row.id}`;
  const name = menu.querySelector("summary span");
  if (name) name.textContent = ` ${textOf(row, "product")}: ${textOf(row, "setting")}`;
  row.cells[columnOf("setting")]?.append(menu);
}

/** @param model the menu of which each row gets a copy */
export function startLimitMenus(table: HTMLTableElement, model: Element): void {
  const onRow = (target: EventTarget | null) => {
    const row = target instanceof Element ? target.closest<HTMLTableRowElement>("tbody tr[id]") : null;
    if (row) moveTo(row, table, model);
  };
  table.addEventListener("pointerover", ({ target }) => onRow(target));
  table.addEventListener("focusin", ({ target }) => onRow(target));
  onRow(table.querySelector("tbody tr:target"));
}
