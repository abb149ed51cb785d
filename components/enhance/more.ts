/** The menu of the bar closes as one expects of it: with Escape, and with a press beside it. */

export function startMore(page: Document): void {
  const menu = page.querySelector<HTMLDetailsElement>("details.more");
  if (!menu) return;
  page.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
