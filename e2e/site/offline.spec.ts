import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { OUT } from "../../lib/tasks/export/export";
import { pagesOf } from "../../lib/tasks/export/pages";
import { answered, CASE, causes, choose, KINDS, openDesk } from "./journey";
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

const CAUSE = "/causes/proxy-buffering/";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const news = (page: Page) => page.locator("[data-site-says]");
/** Parts of documents inside the verdict, and whether one of them is missing. */
const fragments = (page: Page) => page.locator(".verdict [data-fragment]");

async function cut(page: Page): Promise<void> {
  await site.cut();
  await page.context().setOffline(true);
}

test("after one visit every page opens without network, and an address that is not there says so", async ({
  page,
}) => {
  await visit(page, `${site.url}/causes/`);
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
  await visit(page, `${site.url}/limits/`);
  await cut(page);
  await openDesk(page, `${site.url}/`);
  for (const [id, label] of [
    ["framework", "LangGraph"],
    ["hosting", "Kubernetes"],
    ["proxy", "ingress-nginx"],
    ["symptom", "Long silence"],
  ] as const) {
    await choose(page, id, label);
    await expect(answered(page, id)).toBeVisible();
  }
  await expect(page.locator("[data-pair] pre").first()).toBeVisible();
  await expect(page.locator("[data-configs] pre").first()).toBeVisible();
  await page.locator(".next[data-check] button.chip").first().click();
  await expect(page).toHaveURL(/check\./);
  await expect(page.getByText("This part could not be loaded.")).toHaveCount(0);
  await page.reload();
  await expect(answered(page, "symptom")).toBeVisible();
  await expect.poll(() => fragments(page).count()).toBeGreaterThan(3);
});

test("without network the search finds, and its hit opens", async ({ page }) => {
  await visit(page, `${site.url}/guides/`);
  await cut(page);
  await page.goto(`${site.url}/limits/`);
  await expect(page.locator("html[data-js]")).toBeAttached();
  await page.keyboard.press("Control+k");
  await expect(page.locator("textarea#seek-field")).toBeFocused();
  await page.keyboard.type("proxy_read_timeout");
  await expect(page.getByRole("option").filter({ hasText: "proxy_read_timeout" }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(`${site.url}/limits/`);
  await expect(heading(page)).toBeVisible();
});

test("without network a document and a verdict are copied whole", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.url });
  await visit(page, `${site.url}/limits/`);
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
  await visit(page, `${site.url}/`);
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

test("a new version is announced, and taken when the user says so; open pages keep theirs, and their answers", async ({
  page,
  context,
}) => {
  await visit(page, `${site.url}${CAUSE}`);
  const desk = await context.newPage();
  await openDesk(desk, `${site.url}/`);
  await site.serve(await site.nextVersion());
  await page.goto(`${site.url}/guides/`);
  await expect(news(page)).toContainText("A new version is here.", { timeout: 60_000 });
  await expect(news(desk)).toContainText("A new version is here.");
  expect(await versions(page)).toHaveLength(2);
  // Nobody has taken it: all pages are those of the old version, also after each has been closed.
  await page.close();
  const reader = await context.newPage();
  await reader.goto(`${site.url}${CAUSE}`);
  await expect(heading(reader)).not.toContainText(" II");
  await news(reader).getByRole("button", { name: "Use it" }).click();
  await expect(heading(reader)).toContainText(" II");
  await expect(news(reader)).toBeEmpty();
  // The desk was loaded from the old version, whose fragments no server has any more.
  const asked: string[] = [];
  desk.on("request", (request) => {
    if (request.url().includes("/f/")) asked.push(new URL(request.url()).pathname.split("/")[2]!);
  });
  await choose(desk, "symptom", "All at once");
  await choose(desk, "framework", "LangGraph");
  await expect(desk.locator("[data-pair] pre").first()).toBeVisible();
  await expect(desk.getByText("This part could not be loaded.")).toHaveCount(0);
  expect(new Set(asked).size).toBe(1);
  await news(desk).getByRole("button", { name: "Use it" }).click();
  await expect(desk.locator("[data-pair] pre").first()).toBeVisible();
  for (const id of ["symptom", "framework"]) await expect(answered(desk, id)).toBeVisible();
  await expect.poll(() => new Set(asked).size).toBe(2);
  await cut(reader);
  await reader.goto(`${site.url}/limits/`);
  await expect(heading(reader)).toContainText(" II");
  await expect.poll(() => versions(reader)).toHaveLength(1);
});

test("text that no link keeps is named before a new version is taken", async ({ page }) => {
  await visit(page, `${site.url}/`);
  await openDesk(page, `${site.url}${CASE.replace("ingress-nginx", "nginx").replace("kubernetes", "vm")}`);
  await page.getByText("Fill in your own values").click();
  await page.getByLabel("Longest silence, seconds").fill("777");
  await site.serve(await site.nextVersion());
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await news(page).getByRole("button", { name: "Use it" }).click({ timeout: 60_000 });
  await expect(news(page)).toContainText("does not stay");
  await expect(page.getByLabel("Longest silence, seconds")).toHaveValue("777");
  await news(page).getByRole("button", { name: "Use it" }).click();
  await expect(causes(page).first()).toBeVisible();
  await expect(news(page)).toBeEmpty();
});

for (const [what, hinder] of [
  [
    "does not come whole",
    (_: Page, out: string) => {
      rmSync(join(out, "guides/crewai/index.html"));
    },
  ],
  [
    "has no room",
    async (page: Page) => {
      await (
        await page.context().newCDPSession(page)
      ).send("Storage.overrideQuotaForOrigin", { origin: site.url, quotaSize: 1_000_000 });
    },
  ],
] as const) {
  test(`a new version that ${what} leaves the old one as it is`, async ({ page }) => {
    await visit(page, `${site.url}/`);
    const out = await site.nextVersion();
    await hinder(page, out);
    await site.serve(out);
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const coming = registration?.installing;
      return new Promise((resolve) => {
        if (!coming) resolve("none");
        coming?.addEventListener("statechange", () => {
          resolve(coming.state);
        });
      });
    });
    expect(state).toBe("redundant");
    await cut(page);
    await page.goto(`${site.url}/guides/crewai/`);
    await expect(heading(page)).not.toContainText(" II");
    expect(await versions(page)).toHaveLength(1);
  });
}
