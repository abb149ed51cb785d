/** Whatever goes wrong in the worker, the network answers; and what is gone comes again. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { keepAll, Site, standing, versions, visit } from "./served";

test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 120_000 });

let site: Site;
test.beforeEach(() => {
  site = new Site();
});
test.afterEach(async () => {
  await site.end();
});

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** What a browser may fail at, in the words of the worker's code. */
const CALLS = [
  "CacheStorage.prototype.match",
  "CacheStorage.prototype.open",
  "CacheStorage.prototype.keys",
  "CacheStorage.prototype.has",
  "Cache.prototype.match",
  "Cache.prototype.put",
  "Cache.prototype.keys",
  "Response.prototype.arrayBuffer",
  "Response.prototype.text",
  "StorageManager.prototype.estimate",
  "Clients.prototype.matchAll",
];

/** The same site with a worker whose calls fail once a page sends their name: each rejects, or never answers. */
async function serveBreakable(): Promise<void> {
  const out = site.copy();
  const worker = join(out, "sw.js");
  const faults = CALLS.map(
    (call) => `{
      const real = ${call};
      ${call} = function (...given) {
        if (broken.what !== "${call}") return real.apply(this, given);
        return broken.hangs ? new Promise(() => undefined) : Promise.reject(new Error("the disk fails"));
      }; }`,
  );
  writeFileSync(
    worker,
    `let broken = {};
     addEventListener("message", ({ data }) => { if (data.what) broken = data; });
     ${faults.join("\n")}
     ${readFileSync(worker, "utf8")}`,
  );
  await site.serve(out);
}

const breakWorker = (page: Page, what: string, hangs: boolean) =>
  page.evaluate((fault) => navigator.serviceWorker.controller?.postMessage(fault), { what, hangs });

async function everyPageOpens(page: Page, what: string): Promise<void> {
  expect((await page.goto(`${site.url}/guides/crewai/`))?.status(), what).toBe(200);
  await expect(heading(page), what).toBeVisible();
  await expect(page.locator("html[data-js]"), what).toBeAttached({ timeout: 15_000 });
  expect((await page.goto(`${site.url}/no-such-page/`))?.status(), what).toBe(404);
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page), what).not.toContainText("Looking at", { timeout: 15_000 });
}

test("whatever rejects in the worker, the network answers", async ({ page }) => {
  await serveBreakable();
  await visit(page, site, "/causes/");
  for (const call of CALLS) {
    await breakWorker(page, call, false);
    await everyPageOpens(page, call);
  }
});

test("when the storage never answers the worker, the network does", async ({ page }) => {
  await serveBreakable();
  await visit(page, site, "/causes/");
  await breakWorker(page, "CacheStorage.prototype.match", true);
  await everyPageOpens(page, "match");
  const start = Date.now();
  await everyPageOpens(page, "match, once more");
  // Each request would wait for as long as it takes to give the storage up.
  expect(Date.now() - start).toBeLessThan(10_000);
});

test("notes that cannot be read stop nothing", async ({ page }) => {
  await site.serve();
  await visit(page, site, "/causes/");
  const browser = await page.context().newCDPSession(page);
  await browser.send("ServiceWorker.enable");
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    '{"active":7}',
    '{"active":"x","clients":null}',
    '{"active":"lastbyte-gone","clients":{}}',
  ]) {
    await page.evaluate(async (written) => {
      await (await caches.open("lastbyte-notes")).put("/.notes", new Response(written));
    }, text);
    // The worker reads its notes when it starts.
    await browser.send("ServiceWorker.stopAllWorkers");
    expect((await page.goto(`${site.url}/guides/crewai/`))?.status(), text).toBe(200);
    await site.cut();
    await page.goto(`${site.url}/checks/`);
    await expect(heading(page), text).toHaveText(/check/i);
    await site.serve();
  }
});

for (const [what, gone] of [
  ["all caches are", /^lastbyte-/],
  ["the copy is", /^lastbyte-[0-9a-f]{12}$/],
  ["the notes are", /^lastbyte-notes$/],
] as const)
  test(`when ${what} deleted and the worker stays, /offline/ says what is here, and it comes again`, async ({
    page,
  }) => {
    await site.serve();
    await visit(page, site, "/causes/");
    await page.evaluate(async (pattern) => {
      for (const name of await caches.keys()) if (new RegExp(pattern).test(name)) await caches.delete(name);
    }, gone.source);
    if (gone.test("lastbyte-0123456789ab")) {
      // Only what the page says at first is looked at: nothing may come in the meantime.
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      site.before = (address) => (address.startsWith("/f/") ? held : Promise.resolve());
      await page.goto(`${site.url}/offline/`);
      await expect(standing(page)).toContainText("What an incident needs");
      await expect(standing(page)).toContainText("is on its way");
      release();
    }
    await keepAll(page, site);
    expect(await versions(page)).toHaveLength(1);
    await site.cut();
    await page.goto(`${site.url}/guides/crewai/`);
    await expect(heading(page)).toContainText("CrewAI");
  });
