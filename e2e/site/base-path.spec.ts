/** The site below a path of its host: built for it, served there, and walked through by whoever lands on it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { baseProblems } from "../../lib/tasks/checks/base-check";
import { cspProblems } from "../../lib/tasks/checks/csp-check";
import { program } from "../../lib/tasks/steps";
import { give, line, NGINX, piece } from "./evidence";
import { answerFirst, causes, fixBy, openDesk } from "./journey";
import { dialog, field, openSearch } from "./seek";
import { onMeteredLine, Site, standing } from "./served";

const BASE = "/lastbyte";

// One build for all, which takes about a minute.
test.describe.configure({ mode: "serial", timeout: 60_000 });
test.use({ serviceWorkers: "allow" });

const folder = mkdtempSync(join(tmpdir(), "lastbyte-below-"));
const out = join(folder, "out");
const site = new Site();
/** What went wrong on the pages of a journey. */
let wrong: string[];

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const { code, said } = await program(process.execPath, ["lib/tasks/run.mjs", "lib/tasks/build", out], {
    env: { BASE_PATH: `${BASE}/` },
  });
  expect(code, said).toBe(0);
  await site.serve(out);
});
test.afterAll(async () => {
  await site.end();
  rmSync(folder, { recursive: true, force: true });
});

test.beforeEach(async ({ context }) => {
  wrong = [];
  site.asked.length = 0;
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(site.url).origin });
  // The page says what its policy refuses in a line of the console, too.
  context.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  context.on("weberror", (error) => wrong.push(error.error().message));
  context.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${site.url}/`))
      wrong.push(`${request.url()} is outside`);
  });
});
test.afterEach(() => {
  expect(wrong).toEqual([]);
  // Among them what the worker asked for.
  expect(site.asked.filter((address) => !address.startsWith(`${BASE}/`))).toEqual([]);
});

/** Hits of the search; the table of limits has options of its own. */
const hits = (page: Page) => dialog(page).getByRole("option");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Copy what stands in a box in one of the ways of its menu. */
async function copied(page: Page, box: string, way: string): Promise<string> {
  const menu = page.locator(box).locator("details.copy-as").first();
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: way }).click();
  await expect(menu.getByRole("button", { name: "Copied" })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await expect(menu.getByRole("button", { name: way })).toBeVisible();
  await menu.locator("summary").click();
  return text;
}

test("the export names nothing outside of its path, and its pages keep their policy", () => {
  expect(new URL(site.url).pathname).toBe(BASE);
  expect(baseProblems(out)).toEqual([]);
  expect(cspProblems(out)).toEqual([]);
});

test("the root of the host, and the path without its slash, lead to the site", async ({ request }) => {
  const { origin } = new URL(site.url);
  for (const address of [`${origin}/`, site.url])
    expect((await request.get(address)).url(), address).toBe(`${site.url}/`);
  expect((await request.get(`${origin}/causes/`)).status()).toBe(404);
  site.asked.length = 0;
});

test("from the answers to a verdict, its parts and its settings, and a link to it that opens", async ({
  page,
  context,
}) => {
  await openDesk(page, `${site.url}/`);
  await answerFirst(page);
  await expect(page).toHaveURL(new RegExp(`^${site.url}/#symptom=stall-then-cut&framework=langgraph&`));
  await expect(page.locator("[data-pair] pre").first()).toBeVisible();
  await fixBy(page, "In settings");
  await expect(page.locator("[data-configs] pre").first()).toBeVisible();
  const link = await copied(page, "section.verdict", "Copy link");
  expect(link).toBe(page.url());
  const top = (await causes(page).first().getAttribute("data-cause")) ?? "";
  expect(await copied(page, "section.verdict", "Copy as Markdown")).toContain(
    `](${site.url}/causes/${top}/)`,
  );

  const there = await context.newPage();
  await openDesk(there, link);
  await expect(causes(there).first()).toHaveAttribute("data-cause", top);
  await there.getByRole("link", { name: "The whole page of this cause" }).first().click();
  await expect(there).toHaveURL(`${site.url}/causes/${top}/`);
  expect(await copied(there, "article", "Copy link")).toBe(there.url());
});

test("from the bar to a guide and on to a cause, and a runbook’s link is one of this site", async ({
  page,
}) => {
  await page.goto(`${site.url}/`);
  await page.getByRole("link", { name: "Guides" }).first().click();
  await page
    .locator("main")
    .getByRole("link", { name: /LangGraph/ })
    .first()
    .click();
  await expect(page).toHaveURL(`${site.url}/guides/langgraph/`);
  const cause = page.locator(`article p a[href^="${BASE}/causes/"]`).first();
  const address = await cause.getAttribute("href");
  await cause.click();
  await expect(page).toHaveURL(new URL(address ?? "", site.url).href);
  await expect(heading(page)).toBeVisible();
  await page.goto(`${site.url}/runbooks/`);
  await expect(page.locator("[data-built] [data-runbook-link]")).toContainText(`${site.url}/#`);
  await page.locator("a[data-try]").click();
  await expect(causes(page).first()).toBeVisible();
  expect(page.url()).toMatch(new RegExp(`^${site.url}/#`));
});

test("the search finds and leads on, and offers the wizard and the limits", async ({ page }) => {
  await openSearch(page, `${site.url}/limits/`);
  await field(page).fill("langgraph behind nginx, cut after 60s");
  for (const [name, href] of [
    [/^Diagnose with/, `${BASE}/#framework=langgraph&proxy=nginx&after=60`],
    [/^Limits at about/, `${BASE}/limits/#seconds=60`],
  ] as const)
    await expect(dialog(page).getByRole("link", { name })).toHaveAttribute("href", href);
  await field(page).fill("proxy_buffering");
  await expect(hits(page).first()).toBeVisible();
  const href = (await hits(page).first().getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new URL(href, site.url).href);
  await expect(heading(page)).toBeVisible();
});

test("a pasted nginx.conf is read, and what it says leads on", async ({ page }) => {
  await openDesk(page, `${site.url}/`);
  await give(page, NGINX);
  await expect(piece(page)).toContainText("nginx configuration");
  await expect(line(page, 16).getByRole("link")).toHaveAttribute(
    "href",
    `${BASE}/causes/proxy-read-timeout/`,
  );
  await expect(causes(page).first()).toHaveAttribute("data-cause", "proxy-read-timeout");
  expect(site.asked.some((address) => address.startsWith(`${BASE}/_site/reader-`))).toBe(true);
});

test("the first part of the copy comes, and works with the network cut", async ({ page, context }) => {
  await onMeteredLine(page);
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText("The rest comes when you ask for it", { timeout: 40_000 });
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  );
  expect(scopes).toEqual([`${site.url}/`]);
  await site.cut();
  await context.setOffline(true);
  await openDesk(page, `${site.url}/`);
  await answerFirst(page);
  await expect(page.locator(".verdict [data-fragment]").first()).toBeVisible();
  await openSearch(page, `${site.url}/limits/`);
  await field(page).fill("proxy_read_timeout");
  await expect(hits(page).filter({ hasText: "proxy_read_timeout" }).first()).toBeVisible();
  expect((await page.goto(`${site.url}/guides/crewai/`))?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "what this browser has" })).toHaveAttribute(
    "href",
    `${BASE}/offline/`,
  );
  // What has not come cannot be had now, and the console says so.
  wrong = wrong.filter((text) => !/Failed to load resource|ERR_(INTERNET_DISCONNECTED|FAILED)/.test(text));
});
