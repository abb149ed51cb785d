/** The browser that is measured with, and what runs in its pages for every measure. */
import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser } from "../../lib/tasks/browser";

/** How many times slower than this machine the processor of a reader is taken to be. */
export const SLOWER = 4;

export async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("there is no Chromium here: name one in CHROME_PATH.");
  return chromium.launch({
    executablePath,
    args: ["--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
}

/** Calls back once the frame that is being made is painted, with the time of the page's clock. */
export type AfterPaint = (then: (now: number) => void) => void;

/** Runs in the page. The frame is painted once a task that its callback posts comes to run. */
const afterPaint: AfterPaint = (then) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      then(performance.now());
    };
    port2.postMessage(null);
  });
};

/**
 * Run a function in a page before anything of its own.
 * @param install takes nothing from around it, as its text goes over
 */
export async function installIn(page: Page, install: (afterPaint: AfterPaint) => void): Promise<void> {
  // What the compiler calls to name functions is not in the page.
  const named = "var __name = (f) => f;";
  await page.addInitScript({ content: `${named} (${install.toString()})(${afterPaint.toString()})` });
}
