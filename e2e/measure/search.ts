/** The search in a real browser: what its index weighs, how soon the first hit stands there, how soon each key is answered; with the content as it is, and 40 times. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser } from "../../lib/tasks/browser";
import { writeSearch } from "../../lib/tasks/export/search-index";
import { serve } from "../../lib/tasks/serve";
import { loadContent } from "../../lib/content/load";
import { queriesOf } from "../accuracy/search/score";
import { multiply } from "./scale";

const PAGE = "causes/proxy-read-timeout";
const TIMES = 40;
const SLOWER = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const RUNS = 9;
const QUERY = "upstream timed out";
const TYPED = 14;
const PASTED = 14;
const BETWEEN_KEYS_MS = 150;
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
function installWatch(): void {
  const painted = (then: () => void) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  };
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
        painted(() => {
          keys.push(performance.now() - event.timeStamp);
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
          painted(() => {
            resolve(performance.now());
          });
        }).observe(list, { childList: true });
        field.value = query;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }),
  };
}

const sentence = (what: string, times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    `${(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN).toFixed(0)} ms`;
  return `${what}: n ${sorted.length}, median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`;
};

function weigh(out: string): void {
  for (const file of readdirSync(join(out, "_site"))
    .filter((name) => /^(search|heads-\d+|texts)\./.test(name))
    .sort()) {
    const bytes = readFileSync(join(out, "_site", file));
    console.log(
      `  ${file}: ${(bytes.length / 1000).toFixed(1)} kB, gzip ${(gzipSync(bytes).length / 1000).toFixed(1)} kB, brotli ${(brotliCompressSync(bytes).length / 1000).toFixed(1)} kB`,
    );
  }
}

async function slow(page: Page, network: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  if (!network) return;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
}

/** @param idle whether the page may fetch what it fetches when it is idle */
async function fresh(browser: Browser, idle: boolean): Promise<Page> {
  const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript({ content: `var __name = (f) => f; (${installWatch.toString()})()` });
  if (!idle)
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
  return page;
}

/** Open the box and ask. @returns from its focus to the first hit */
const focused = (page: Page) =>
  page.evaluate(async (query) => {
    const start = performance.now();
    return (await window.watch.opened(query)) - start;
  }, QUERY);

/** From the focus, and from the load of the page, to the first hit. */
async function cold(browser: Browser, address: string): Promise<void> {
  const focus: number[] = [];
  const rested: number[] = [];
  const load: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    for (const [times, idle] of [
      [focus, false],
      [rested, true],
    ] as const) {
      const page = await fresh(browser, idle);
      await slow(page, true);
      await page.goto(address, { waitUntil: "networkidle" });
      times.push(await focused(page));
      await page.context().close();
    }
    const page = await fresh(browser, true);
    await slow(page, true);
    await page.goto(address, { waitUntil: "commit" });
    await page.locator("html[data-js]").waitFor({ state: "attached" });
    load.push(await page.evaluate((query) => window.watch.opened(query), QUERY));
    await page.context().close();
  }
  console.log(`  ${sentence("cold, from focus to the first hit, nothing fetched before", focus)}`);
  console.log(`  ${sentence("cold, from focus to the first hit, the page was idle before", rested)}`);
  console.log(`  ${sentence("cold, from the start of the page's load to the first hit", load)}`);
}

/** From a key, or a pasted text, to its hits, once the whole index is there. */
async function keys(browser: Browser, address: string): Promise<void> {
  const queries = queriesOf("e2e/accuracy/search/queries.dev.jsonl").map(({ query }) => query);
  const page = await fresh(browser, true);
  await page.goto(address);
  await page.locator("html[data-js]").waitFor({ state: "attached" });
  await page.keyboard.press("Control+k");
  const start = performance.now();
  await page.locator("#seek-hits[data-whole]").waitFor({ state: "attached" });
  console.log(
    `  whole index read, processor and network as they are: ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  await slow(page, false);
  const field = page.locator("#seek-field");
  for (const query of queries.filter((one) => one.length <= 50).slice(0, TYPED)) {
    await field.fill("");
    await field.pressSequentially(query, { delay: BETWEEN_KEYS_MS });
  }
  await page.waitForTimeout(1_000);
  const typed = await page.evaluate(() => window.watch.keys.splice(0));
  for (const query of queries.filter((one) => one.length >= 200).slice(0, PASTED)) {
    // As a paste does it: one event for the whole text.
    await field.evaluate((element, text) => {
      (element as HTMLTextAreaElement).value = text;
      element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }, query);
    await page.waitForTimeout(500);
  }
  const pasted = await page.evaluate(() => window.watch.keys.splice(0));
  console.log(`  ${sentence("a key to its hits", typed)}`);
  console.log(`  ${sentence("a pasted text to its hits", pasted)}`);
  await page.context().close();
}

async function all(browser: Browser, out: string): Promise<void> {
  weigh(out);
  const { url, close } = await serve(out, 0);
  try {
    await cold(browser, `${url}/${PAGE}/`);
    await keys(browser, `${url}/${PAGE}/`);
  } finally {
    await close();
  }
}

/** A copy of an export whose search finds 40 times as much. @returns its folder */
async function multiplied(out: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-search-"));
  cpSync("content", join(folder, "content"), { recursive: true });
  multiply(join(folder, "content"), TIMES);
  for (const name of ["404.html", PAGE, "_next"])
    cpSync(join(out, name), join(folder, "out", name), { recursive: true });
  for (const file of readdirSync(join(out, "_site")).filter((name) => name.endsWith(".js")))
    cpSync(join(out, "_site", file), join(folder, "out", "_site", file));
  const meta = await writeSearch(join(folder, "out"), loadContent(join(folder, "content")));
  const page = join(folder, "out", PAGE, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace(/<meta name="search"[^>]*>/, meta));
  return folder;
}

/**
 * Measure the search of an export and say what was found.
 * @param out path of the export
 */
export async function search(out: string): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("there is no Chromium here: name one in CHROME_PATH.");
  const browser = await chromium.launch({
    executablePath,
    args: ["--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  const folder = await multiplied(out);
  try {
    console.log(
      `search, ${SLOWER}x slower processor; cold at 1.6 Mbit/s with a round trip of 150 ms; load ${(loadavg()[0] ?? 0).toFixed(2)}`,
    );
    await all(browser, out);
    console.log(`search, content ${TIMES} times; load ${(loadavg()[0] ?? 0).toFixed(2)}`);
    await all(browser, join(folder, "out"));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
