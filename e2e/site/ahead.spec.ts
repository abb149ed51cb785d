/** What a page fetches by itself, and what it fetches before a press. */
import { expect, test, type Page, type Request } from "@playwright/test";
import { OUT } from "../../lib/tasks/export/stamp";
import { fetchedBy } from "../../lib/tasks/checks/sizes";
import { dialog, field, hits, openSearch, wholeHits } from "./seek";

const GUIDE = "/guides/langgraph/";
const OTHER = "/guides/langchain/";

/** The requests of a page for another document, made before anything is pressed. */
function aheadOf(page: Page): string[] {
  const asked: string[] = [];
  page.context().on("request", (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname === OTHER) asked.push(pathname);
  });
  return asked;
}

const link = (page: Page) => page.locator(`main a[href="${OTHER}"]`).first();

test("a guide that nobody touches fetches what its budget counts, and nothing else", async ({ page }) => {
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(GUIDE, { waitUntil: "networkidle" });
  await expect.poll(() => [...asked].some((path) => path.includes("/_site/offline."))).toBe(true);
  const counted = fetchedBy(OUT, "guides/langgraph/index.html").map((file) => `/${file}`);
  expect([...asked].filter((path) => path !== GUIDE && !counted.includes(path))).toEqual([]);
  expect([...asked].filter((path) => path.includes("/_site/")).length).toBeGreaterThan(3);
});

test("the page behind a link is marked once the pointer rests on it, and a press leads there", async ({
  page,
}) => {
  await page.goto(GUIDE);
  await expect(page.locator("html[data-js]")).toBeAttached();
  await expect(link(page)).not.toHaveAttribute("data-ahead");
  await link(page).hover();
  await expect(link(page)).toHaveAttribute("data-ahead", "");
  await page.locator("main h1").hover();
  await expect(page.locator("main a[data-ahead]")).toHaveCount(1);
  await link(page).click();
  await expect(page).toHaveURL(OTHER);
});

test("hits that come to lie under a pointer at rest are not fetched ahead", async ({ page }) => {
  await openSearch(page, GUIDE);
  await field(page).fill("buffering");
  await expect(wholeHits(page)).toBeVisible();
  await hits(page).first().hover();
  await expect(dialog(page).locator("a[data-ahead]")).toHaveCount(1);
  for (const text of ["proxy_read_timeout", "heartbeat", "gunicorn"]) {
    await field(page).fill(text);
    await expect(hits(page).first()).toContainText(new RegExp(text, "i"));
    await page.waitForTimeout(100);
    await expect(dialog(page).locator("a[data-ahead]")).toHaveCount(0);
  }
});

test("on a line where data is saved nothing is fetched ahead", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await page.goto(GUIDE);
  await expect(page.locator("html[data-js]")).toBeAttached();
  await link(page).hover();
  await page.waitForTimeout(300);
  await expect(link(page)).not.toHaveAttribute("data-ahead");
});

test("where there are no rules for it, each page is fetched once into the cache", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(HTMLScriptElement, "supports", { value: () => false });
  });
  const asked = aheadOf(page);
  await page.goto(GUIDE);
  await expect(page.locator("html[data-js]")).toBeAttached();
  await link(page).hover();
  await expect.poll(() => asked).toEqual([OTHER]);
  await page.locator("main h1").hover();
  await link(page).hover();
  await page.waitForTimeout(300);
  expect(asked).toEqual([OTHER]);
});

test("blocks that are not in view are found, linked to, and printed", async ({ page }) => {
  await page.goto(`${GUIDE}#sources`);
  await expect(page.locator("h2#sources")).toBeInViewport();
  await page.goto(`${GUIDE}#configs`);
  await expect(page.locator("h2#configs")).toBeInViewport();
  await page.emulateMedia({ media: "print" });
  const skipped = await page
    .locator(".prose > *")
    .evaluateAll(
      (blocks) => blocks.filter((block) => getComputedStyle(block).contentVisibility !== "visible").length,
    );
  expect(skipped).toBe(0);
});

test("the lists behind “More” open and close by keyboard, and lead on", async ({ page }) => {
  await page.goto(GUIDE);
  const menu = page.locator("details.more");
  await menu.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(menu.getByRole("link", { name: "Code pairs" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu.getByRole("link", { name: "Code pairs" })).toBeHidden();
  await expect(menu.locator("summary")).toBeFocused();
  await menu.locator("summary").click();
  await menu.getByRole("link", { name: "Configs" }).click();
  await expect(page).toHaveURL("/configs/");
});
