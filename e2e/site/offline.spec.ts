/** Without network: pages, wizard and search from the copy that this browser keeps. */
import { expect, test, type Page } from "@playwright/test";
import { OUT } from "../../lib/tasks/export/stamp";
import { pagesOf } from "../../lib/tasks/export/pages";
import { answered, answerFirst, CASE, fixBy, KINDS, openDesk } from "./journey";
import { openSearch } from "./seek";
import { Site, visit } from "./served";

test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 120_000 });

let site: Site;
test.beforeEach(async () => {
  site = await new Site().serve();
});
test.afterEach(async () => {
  await site.end();
});

const CAUSE = "/causes/proxy-buffering/";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
/** Parts of documents inside the verdict, and whether one of them is missing. */
const fragments = (page: Page) => page.locator(".verdict [data-fragment]");

async function cut(page: Page): Promise<void> {
  await site.cut();
  await page.context().setOffline(true);
}

test("once everything is kept every page opens without network, and an address that is not there says so", async ({
  page,
}) => {
  await visit(page, site, "/causes/");
  await cut(page);
  for (const kind of KINDS.filter((address) => address !== "/no-such-page/")) {
    expect((await page.goto(site.url + kind))?.status() ?? 200, kind).toBe(200);
    await expect(heading(page).first(), kind).toBeVisible();
    await expect(page.locator("html[data-js]"), kind).toBeAttached();
  }
  const missing = await page.goto(`${site.url}/no-such-page/`);
  expect(missing?.status()).toBe(404);
  await expect(heading(page)).toHaveText("This page is not here");
  const addresses = pagesOf(OUT)
    .filter((file) => !/^(404|_not-found)/.test(file))
    .map((file) => `/${file.replace(/index\.html$/, "")}`);
  const broken = await page.evaluate(async (all) => {
    const answers = await Promise.all(
      all.map(async (address) => [address, (await fetch(address)).status] as const),
    );
    return answers.filter(([, status]) => status !== 200);
  }, addresses);
  expect(broken).toEqual([]);
});

test("without network the wizard goes to a verdict, with code, settings and checks", async ({ page }) => {
  await visit(page, site, "/limits/");
  await cut(page);
  await openDesk(page, `${site.url}/`);
  await answerFirst(page);
  await expect(page.locator("[data-pair] pre").first()).toBeVisible();
  await fixBy(page, "In settings");
  await expect(page.locator("[data-configs] pre").first()).toBeVisible();
  await page.locator(".next[data-check] button.chip").first().click();
  await expect(page).toHaveURL(/check\./);
  await expect(page.getByText("This part could not be loaded.")).toHaveCount(0);
  await page.reload();
  await expect(answered(page, "symptom")).toBeVisible();
  await expect.poll(() => fragments(page).count()).toBeGreaterThan(3);
});

test("without network the search finds, and its hit opens", async ({ page }) => {
  await visit(page, site, "/guides/");
  await cut(page);
  await openSearch(page, `${site.url}/limits/`);
  await page.keyboard.type("proxy_read_timeout");
  await expect(page.getByRole("option").filter({ hasText: "proxy_read_timeout" }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(`${site.url}/limits/`);
  await expect(heading(page)).toBeVisible();
});

test("without network a document and a verdict are copied whole", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.url });
  await visit(page, site, "/limits/");
  await cut(page);
  for (const address of [CAUSE, CASE]) {
    await page.goto(site.url + address);
    const menu = page.locator("details.copy-as").first();
    await menu.locator("summary").click();
    await menu.getByRole("button", { name: "Copy as Markdown" }).click();
    await expect(menu.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText()), address).toContain("### Then");
  }
});

test("queries, index.html and missing closing slashes lead to the same page", async ({ page }) => {
  await visit(page, site, "/");
  await cut(page);
  for (const address of [
    `${CAUSE}?from=mail`,
    `${CAUSE}index.html`,
    CAUSE.slice(0, -1),
    `${CAUSE.slice(0, -1)}?from=mail#fix`,
  ]) {
    await page.goto(site.url + address);
    await expect(page.locator(".kicker code"), address).toHaveText("proxy-buffering");
  }
  expect(page.url()).toBe(`${site.url}${CAUSE}?from=mail#fix`);
});
