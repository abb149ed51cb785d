/** The share controls of a page. What they copy is made by a module of its own, fetched when one of them is opened. */

const reader = () => import("./share-read");

export function startShare(page: Document): void {
  // The text is ready before a button is pressed: browsers hand the clipboard over only while a press is fresh.
  page.addEventListener(
    "toggle",
    (event) => {
      if (event.target instanceof Element && event.target.matches("details.share")) void reader();
    },
    true,
  );
  page.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-share]") : null;
    if (button) void reader().then(({ share }) => share(button));
  });
  page.addEventListener("keydown", (event) => {
    const open =
      event.key === "Escape" && event.target instanceof Element
        ? event.target.closest<HTMLDetailsElement>("details.share[open]")
        : null;
    if (!open) return;
    open.open = false;
    open.querySelector("summary")?.focus();
  });
  // Hundreds of rows carry no control of their own: a row gets one when it is pointed at, focused, or named by the address.
  const onRow = (target: EventTarget | null) => {
    const row =
      target instanceof Element ? target.closest<HTMLTableRowElement>("table.limits tbody tr[id]") : null;
    if (row) void reader().then(({ shareRow }) => shareRow(row));
  };
  const table = page.querySelector("table.limits");
  table?.addEventListener("pointerover", ({ target }) => onRow(target));
  table?.addEventListener("focusin", ({ target }) => onRow(target));
  if (table) onRow(page.querySelector("table.limits tbody tr:target"));
}
