/** On paper what is folded is open, and the page says where it comes from. */

/** Controls; and what is long and has a page of its own, or is made only when it is opened. */
const STAYS_CLOSED = ".copy-as, .toc, .verdict details:has(.split), [data-configs] > li > details";

export function startPrint(page: Document): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    page.body.dataset["address"] = location.href;
    opened = [...page.querySelectorAll<HTMLDetailsElement>("main details:not([open])")].filter(
      (details) => !details.matches(STAYS_CLOSED),
    );
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}
