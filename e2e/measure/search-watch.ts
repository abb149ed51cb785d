/** A page whose search is timed: from an event to the frame that shows the hits. */
import type { Browser, Page } from "@playwright/test";
import { installIn, type AfterPaint } from "./browser";

/** The whole index of multiplied content takes its time to be read. */
const PATIENCE_MS = 300_000;

interface Watch {
  opened: (query: string) => Promise<number>;
  keys: number[];
}
declare global {
  interface Window {
    watch: Watch;
  }
}

/** Runs in the page: from an event to the frame that shows the hits. */
function installWatch(afterPaint: AfterPaint): void {
  const keys: number[] = [];
  let observer: MutationObserver | null = null;
  addEventListener(
    "input",
    (event) => {
      const list = document.getElementById("seek-hits");
      if (!list) return;
      // An answer that changes nothing is none that could be timed, nor may the next one count for it.
      observer?.disconnect();
      observer = new MutationObserver(() => {
        observer?.disconnect();
        afterPaint((now) => {
          keys.push(now - event.timeStamp);
        });
      });
      observer.observe(list, { childList: true });
    },
    { capture: true },
  );
  window.watch = {
    keys,
    /** Use the control, write at once, and wait for a hit. @returns when it was painted, from the start of the page */
    opened: (query) =>
      new Promise((resolve) => {
        document.querySelector<HTMLElement>("a[data-search]")?.click();
        const field = document.querySelector<HTMLTextAreaElement>("#seek-field");
        const list = document.getElementById("seek-hits");
        if (!field || !list) throw new Error("there is no search box");
        new MutationObserver((_, observer) => {
          if (list.childElementCount === 0) return;
          observer.disconnect();
          afterPaint(resolve);
        }).observe(list, { childList: true });
        field.value = query;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }),
  };
}

/**
 * A page in a browser of its own, with the watch in it.
 * @param idle whether the page may fetch what it fetches when it is idle
 */
export async function fresh(browser: Browser, idle: boolean): Promise<Page> {
  const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await installIn(page, installWatch);
  if (!idle)
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
  return page;
}
