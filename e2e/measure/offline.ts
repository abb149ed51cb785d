/** Use without network: what is kept, how long it takes to come, and every page and journey with the network cut. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { filesIn } from "../../lib/tasks/files";
import { pagesOf } from "../../lib/tasks/export/pages";
import { fetchedFirst, keptFiles, partsOf, weightOf, writeWorker } from "../../lib/tasks/export/precache";
import { serve } from "../../lib/tasks/serve";
import { loadContent } from "../../lib/content/load";
import { knowledgeOf } from "../../lib/content/knowledge";
import { encode } from "../../lib/state/codec";
import { launch } from "./browser";
import { clicks } from "./clicks";

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function sayWeights(out: string): void {
  const files = keptFiles(out);
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const group = file.startsWith("f/")
      ? "parts for the desk"
      : extname(file) === ".html"
        ? "pages"
        : extname(file).slice(1);
    groups.set(group, [...(groups.get(group) ?? []), file]);
  }
  const all = weightOf(out, files);
  console.log(`kept: ${files.length} files, ${kB(all.bytes)} raw, ${kB(all.gzip)} gzip`);
  for (const [group, own] of groups) {
    const { bytes, gzip } = weightOf(out, own);
    console.log(`  ${group}: ${own.length} files, ${kB(bytes)} raw, ${kB(gzip)} gzip`);
  }
  for (const [part, own] of Object.entries(partsOf(out))) {
    const { bytes } = weightOf(out, own);
    const { gzip } = weightOf(out, part === "first" ? fetchedFirst(out) : own);
    console.log(
      `  ${part === "first" ? "what an incident needs" : "the rest"}: ${own.length} files, ${kB(bytes)} raw, ${kB(gzip)} gzip`,
    );
  }
  const worker = weightOf(out, ["sw.js"]);
  console.log(
    `worker: ${kB(worker.bytes)} raw, ${kB(worker.gzip)} gzip; zip: ${kB(readFileSync(join(out, "lastbyte-site.zip")).length)}`,
  );
}

/** Wait until a part of the copy is here. @param mark what the worker puts beside a part that is whole */
async function untilHere(page: Page, mark: ".first" | ".whole"): Promise<void> {
  while (!(await page.evaluate(async (path) => (await caches.match(`/${path}`)) !== undefined, mark)))
    await page.waitForTimeout(50);
}

/** One visit, from whose start the times are counted; then all of it at once, in another browser. */
async function sayTimes(browser: Browser, page: Page, url: string): Promise<void> {
  const start = performance.now();
  const since = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
  await page.goto(`${url}/`);
  await untilHere(page, ".first");
  console.log(`one visit: what an incident needs is kept after ${since(start)}, server on the same machine`);
  await untilHere(page, ".whole");
  console.log(`one visit: everything is kept after ${since(start)}, one file at a time`);
  const context = await browser.newContext();
  const asking = await context.newPage();
  await asking.goto(`${url}/offline/`);
  await asking.getByRole("button", { name: "Keep it all now" }).click();
  const asked = performance.now();
  await untilHere(asking, ".whole");
  console.log(`asked for at once: everything is kept after ${since(asked)}`);
  await context.close();
}

/** Every exported page opens, each from its own address. */
async function tryPages(page: Page, url: string, out: string): Promise<void> {
  const files = pagesOf(out).filter((file) => !/^(404|_not-found)/.test(file));
  const failed: string[] = [];
  for (const file of files) {
    const address = `/${file.replace(/index\.html$/, "")}`;
    const status = (await page.goto(url + address))?.status();
    if (status !== 200 || (await page.locator("h1").count()) === 0) failed.push(`${address} (${status})`);
  }
  console.log(
    `network cut: ${files.length} pages opened, ${failed.length} failed${failed.map((line) => `\n  ${line}`).join("")}`,
  );
  const missing = await page.goto(`${url}/not-here/?x=1`);
  console.log(
    `network cut: an unknown address answers ${missing?.status()}, "${await page.locator("h1").first().textContent()}"`,
  );
}

/** The first answers of each cause's fixture, as a link: the verdict with all its parts. */
async function tryJourneys(context: BrowserContext, url: string): Promise<void> {
  const content = loadContent("content");
  const knowledge = knowledgeOf(content);
  const links = content.causes.map(({ fixture }) =>
    encode(
      Object.fromEntries(Object.entries(fixture?.first ?? {}).map(([key, value]) => [key, value.split(",")])),
      knowledge,
    ),
  );
  const failed: string[] = [];
  let parts = 0;
  for (const link of links) {
    const page = await context.newPage();
    await page.goto(`${url}/#${link}`);
    await page.locator("ol[data-verdict] > li[data-cause]").first().waitFor();
    await page.locator(".verdict [data-fragment]").first().waitFor();
    await page
      .waitForFunction(
        () => !document.querySelector(".verdict")?.textContent.includes("Loading…"),
        undefined,
        { timeout: 10_000 },
      )
      .catch(() => undefined);
    parts += await page.locator(".verdict [data-fragment]").count();
    if ((await page.getByText(/could not be loaded|Loading…/).count()) > 0) failed.push(link);
    await page.close();
  }
  console.log(
    `network cut: ${links.length} verdicts opened with ${parts} parts of documents, ${failed.length} failed${failed.map((link) => `\n  #${link}`).join("")}`,
  );
}

/** An update after which only the build's own names have changed, and one sentence. */
function nextVersion(out: string): string {
  const next = mkdtempSync(join(tmpdir(), "lastbyte-next-"));
  cpSync(out, next, { recursive: true });
  const [hash = ""] = readdirSync(join(next, "f"));
  const other = hash.split("").reverse().join("");
  for (const file of filesIn(next).filter((name) => /\.(html|js)$/.test(name)))
    writeFileSync(join(next, file), readFileSync(join(next, file), "utf8").replaceAll(hash, other));
  renameSync(join(next, "f", hash), join(next, "f", other));
  writeFileSync(
    join(next, "causes/index.html"),
    readFileSync(join(next, "causes/index.html"), "utf8").replace("</h1>", " anew</h1>"),
  );
  return next;
}

async function tryUpdate(page: Page, next: string, port: number): Promise<void> {
  await writeWorker(next);
  const fetched: string[] = [];
  const { close } = await serve(next, port, { onRequest: (address) => void fetched.push(address) });
  try {
    await page.goto(`http://localhost:${port}/limits/`);
    await page.locator("[data-site-says] button").first().waitFor({ timeout: 120_000 });
    console.log(
      `update of the desk's script, one page and the folder of parts: ${new Set(fetched.filter((address) => address !== "/sw.js")).size} files fetched, of ${keptFiles(next).length}`,
    );
  } finally {
    await close();
  }
}

/**
 * Measure an export and say what was found.
 * @param out path of the export
 */
export async function offline(out: string): Promise<void> {
  sayWeights(out);
  const { url, close } = await serve(out, 0);
  const next = nextVersion(out);
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await sayTimes(browser, page, url);
    await clicks(browser, url);
    await close();
    await tryPages(page, url, out);
    await tryJourneys(context, url);
    await tryUpdate(page, next, Number(new URL(url).port));
  } finally {
    await browser.close();
    await close();
    rmSync(next, { recursive: true, force: true });
  }
}
