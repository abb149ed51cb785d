/** The browser that is measured with, and what runs in its pages for every measure. */
import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser } from "../../lib/tasks/browser";

/** A slow line, as the browser's own tools know it. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
/** How many times slower than this machine the processor of a reader is taken to be. */
export const SLOWER = 4;

/** @param more flags besides ours */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("there is no Chromium here: name one in CHROME_PATH.");
  return chromium.launch({
    executablePath,
    args: ["--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...more],
  });
}

/** Slow the processor of a page down, and its network too where that is asked for. */
export async function slow(page: Page, network: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  if (!network) return;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
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
