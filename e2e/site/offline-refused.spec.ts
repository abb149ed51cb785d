/** A copy that cannot be had, or not whole: what is said, and that nothing else suffers. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { CASE, openDesk } from "./journey";
import { Site, standing, visit } from "./served";

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

/** How often an address was asked for. */
const times = (address: string) => site.asked.filter((asked) => asked === address).length;

for (const [name, file, damage] of [
  ["of the rest is missing", "guides/crewai/index.html", (path: string) => rmSync(path)],
  [
    "of the rest is of another version",
    "guides/crewai/index.html",
    (path: string) => writeFileSync(path, "<h1>Other</h1>"),
  ],
  ["that an incident needs is missing", "search/index.html", (path: string) => rmSync(path)],
] as const) {
  test(`a file ${name}: it is named, and asked for once however many pages are opened`, async ({ page }) => {
    const out = site.copy();
    const address = `/${file.replace("index.html", "")}`;
    damage(join(out, file));
    await site.serve(out);
    await page.goto(`${site.url}/offline/`);
    await page.getByRole("button", { name: "Keep it all now" }).click();
    await expect(standing(page)).toContainText(
      `did not come whole: ${address} did not arrive as it was built`,
      {
        timeout: 60_000,
      },
    );
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible({ timeout: 60_000 });
    await site.quiet();
    site.asked.length = 0;
    for (const other of ["/limits/", "/guides/", "/"]) {
      await page.goto(site.url + other);
      await expect(page.locator("html[data-js]")).toBeAttached();
      await page.waitForTimeout(1_500);
    }
    expect(times(address)).toBe(0);
    expect(site.asked.filter((asked) => asked.startsWith("/f/"))).toEqual([]);
    await site.serve();
    await page.goto(`${site.url}/offline/`);
    await expect(standing(page)).toContainText(/The next try is after \d/);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(standing(page)).toContainText("This browser has the whole site:", { timeout: 60_000 });
  });
}

test("a first part that is not whole is not used, and says so without being asked", async ({ page }) => {
  const out = site.copy();
  rmSync(join(out, "search/index.html"));
  await site.serve(out);
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText("What an incident needs", { timeout: 60_000 });
  await expect(standing(page)).toContainText("/search/ did not arrive as it was built", { timeout: 60_000 });
  await openDesk(page, `${site.url}${CASE}`);
  await expect(news(page)).toBeEmpty();
  const asked = times("/");
  await page.goto(`${site.url}/`);
  expect(times("/")).toBe(asked + 1);
});

test("a browser that is full says how much is missing, and nothing breaks", async ({ page, context }) => {
  const full = await context.newCDPSession(page);
  await full.send("Storage.overrideQuotaForOrigin", { origin: site.url, quotaSize: 1_000_000 });
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText("no room for it", { timeout: 60_000 });
  await openDesk(page, `${site.url}${CASE}`);
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText(/no room for it: \d\.\d MB more/);
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
  await page.getByRole("button", { name: "Keep it all now" }).click();
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
  await visit(page, site, "/");
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
