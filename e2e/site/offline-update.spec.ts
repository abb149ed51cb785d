/** A new version of the copy: announced, taken, or left as it is. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { answered, CASE, causes, choose, openDesk, fixBy } from "./journey";
import { keepAll, onMeteredLine, Site, standing, versions, visit } from "./served";

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

async function cut(page: Page): Promise<void> {
  await site.cut();
  await page.context().setOffline(true);
}

test("a new version is announced, and taken when the user says so; open pages keep theirs, and their answers", async ({
  page,
  context,
}) => {
  await visit(page, site, CAUSE);
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
  await keepAll(reader, site);
  await cut(reader);
  await reader.goto(`${site.url}/limits/`);
  await expect(heading(reader)).toContainText(" II");
  await expect.poll(() => versions(reader)).toHaveLength(1);
});

test("text that no link keeps is named before a new version is taken", async ({ page }) => {
  await keepAll(page, site);
  await openDesk(page, `${site.url}${CASE.replace("ingress-nginx", "nginx").replace("kubernetes", "vm")}`);
  await fixBy(page, "In settings");
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

test("until a new version that is used has come, what is missing of it is read in the old one", async ({
  page,
}) => {
  await visit(page, site, "/");
  await onMeteredLine(page);
  await site.serve(await site.nextVersion());
  await page.goto(`${site.url}/limits/`);
  await news(page).getByRole("button", { name: "Use it" }).click({ timeout: 60_000 });
  await expect(heading(page)).toContainText(" II");
  await cut(page);
  await page.goto(`${site.url}/guides/crewai/`);
  await expect(heading(page)).toHaveText(/^(?!.* II)/);
  await page.goto(`${site.url}/search/`);
  await expect(heading(page)).toContainText(" II");
});

for (const [what, hinder, words] of [
  [
    "does not come whole",
    (_: Page, out: string) => {
      rmSync(join(out, "search/index.html"));
    },
    "did not come whole: /search/ did not arrive as it was built",
  ],
  [
    "has no room",
    async (page: Page) => {
      await (
        await page.context().newCDPSession(page)
      ).send("Storage.overrideQuotaForOrigin", { origin: site.url, quotaSize: 1_000_000 });
    },
    "has no room for it",
  ],
] as const) {
  test(`a new version that ${what} leaves the old one as it is`, async ({ page }) => {
    await visit(page, site, "/");
    const out = await site.nextVersion();
    await hinder(page, out);
    await site.serve(out);
    await page.goto(`${site.url}/offline/`);
    await expect(standing(page)).toContainText(words, { timeout: 60_000 });
    await expect(standing(page)).toContainText("This browser has the whole site, version");
    await expect(news(page)).toBeEmpty();
    await cut(page);
    await page.goto(`${site.url}/guides/crewai/`);
    await expect(heading(page)).not.toContainText(" II");
  });
}
