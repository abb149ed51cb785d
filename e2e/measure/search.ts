/** The search in a real browser: what its index weighs, how soon the first hit stands there, how soon each key is answered; with the content as it is, and 40 times. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { writeSearch } from "../../lib/tasks/export/search-index";
import { serve } from "../../lib/tasks/serve";
import { loadContent } from "../../lib/content/load";
import { queriesOf } from "../accuracy/search/score";
import { launch, slow, SLOWER } from "./browser";
import { multiply } from "./multiply";
import { fresh } from "./search-watch";
import { timesLine } from "./times";

const PAGE = "causes/proxy-read-timeout";
const TIMES = 40;
const RUNS = 9;
const QUERY = "upstream timed out";
const TYPED = 14;
const PASTED = 14;
const BETWEEN_KEYS_MS = 150;

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
  console.log(`  ${timesLine("cold, from focus to the first hit, nothing fetched before", focus)}`);
  console.log(`  ${timesLine("cold, from focus to the first hit, the page was idle before", rested)}`);
  console.log(`  ${timesLine("cold, from the start of the page's load to the first hit", load)}`);
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
  console.log(`  ${timesLine("a key to its hits", typed)}`);
  console.log(`  ${timesLine("a pasted text to its hits", pasted)}`);
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
  const { meta } = await writeSearch(join(folder, "out"), loadContent(join(folder, "content")));
  const page = join(folder, "out", PAGE, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace(/<meta name="search"[^>]*>/, meta));
  return folder;
}

/**
 * Measure the search of an export and say what was found.
 * @param out path of the export
 */
export async function search(out: string): Promise<void> {
  const browser = await launch();
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
