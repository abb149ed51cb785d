/**
 * The menus of a document that copy a part of it. What they copy is data that the build wrote, fetched when
 * one of them is opened.
 */
import { wayOf } from "../copy-as/ways";

const load = () => Promise.all([import("../copy-as/copy"), import("../copy-as/fetch")]);

const menuOf = (target: EventTarget | null): HTMLDetailsElement | null =>
  target instanceof Element ? target.closest<HTMLDetailsElement>("details[data-excerpt]") : null;

export function startCopyAs(page: Document): void {
  // The text is ready before a button is pressed: browsers hand the clipboard over only while a press is
  // fresh.
  page.addEventListener(
    "toggle",
    ({ target }) => {
      const menu = menuOf(target);
      if (menu?.open !== true || target !== menu) return;
      void load()
        .then(([, { excerptFrom }]) => excerptFrom(page, menu.dataset["excerpt"] ?? ""))
        .catch(() => null);
    },
    true,
  );
  page.addEventListener("click", ({ target }) => {
    const href = menuOf(target)?.dataset["excerpt"];
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-way]") : null;
    if (href === undefined || !button) return;
    void load().then(([{ copyAs }, { excerptFrom }]) =>
      copyAs(button, wayOf(button.dataset["way"]), href, () => excerptFrom(page, href)),
    );
  });
  page.addEventListener("keydown", (event) => {
    const menu =
      event.key === "Escape" && event.target instanceof Element
        ? event.target.closest<HTMLDetailsElement>("details.copy-as[open]")
        : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
