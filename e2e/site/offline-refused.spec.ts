import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { CASE, openDesk } from "./journey";
import { Site, versions, visit } from "./served";

test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 120_000 });

let site: Site;
test.beforeEach(async () => {
  site = await new Site().serve();
});
test.afterEach(async () => {
  await site.end();
});

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const news = (page: Page) => page.locator("[data-site-says]");
const standing = (page: Page) => page.locator("[data-offline-state]");

for (const [name, damage] of [
  [
    "is missing",
    (out: string) => {
      rmSync(join(out, "guides/crewai/index.html"));
    },
  ],
  [
    "is of another version",
    (out: string) => {
      writeFileSync(join(out, "guides/crewai/index.html"), "<h1>Other</h1>");
    },
  ],
] as const) {
  test(`a copy in which a file ${name} is not kept, and comes with another try`, async ({ page }) => {
    const out = site.copy();
    damage(out);
    await site.serve(out);
    await page.goto(`${site.url}/offline/`);
    await expect(standing(page)).toContainText("did not come whole", { timeout: 60_000 });
    expect(await versions(page)).toEqual([]);
    await openDesk(page, `${site.url}${CASE}`);
    await expect(news(page)).toBeEmpty();
    await site.serve();
    await page.goto(`${site.url}/offline/`);
    await expect(standing(page)).toContainText("This browser has the whole site", { timeout: 60_000 });
  });
}

test("a browser that is full says how much is missing, and nothing breaks", async ({ page, context }) => {
  const full = await context.newCDPSession(page);
  await full.send("Storage.overrideQuotaForOrigin", { origin: site.url, quotaSize: 1_000_000 });
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText("no room for the copy", { timeout: 60_000 });
  await openDesk(page, `${site.url}${CASE}`);
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText("no room for the copy");
  await full.send("Storage.overrideQuotaForOrigin", { origin: site.url });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(standing(page)).toContainText("This browser has the whole site", { timeout: 60_000 });
});

test("where data is saved, a copy comes on demand only", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "connection", {
      get: () => ({ saveData: true, effectiveType: "4g" }),
    }),
  );
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText(/saves data, .* \d+\.\d MB/);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.getByRole("button", { name: "Keep a copy now" }).click();
  await expect(standing(page)).toContainText("This browser has the whole site", { timeout: 60_000 });
});

test("without service workers the site is as it is, and points to the zip", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
  });
  await openDesk(page, `${site.url}${CASE}`);
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText("Take the zip");
  await expect(page.locator("[data-offline-sum]")).toHaveText(/^[0-9a-f]{64}$/);
  expect(errors).toEqual([]);
});

test("when another program answers at a local address, the worker leaves", async ({ page }) => {
  await visit(page, `${site.url}/`);
  await site.replace();
  await page.goto(`${site.url}/`);
  await expect(heading(page)).toHaveText("Somebody else");
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length,
      ),
    )
    .toBe(0);
});
