import { expect, test, type Page } from "@playwright/test";
import { CASE, causes, openDesk } from "./journey";

/** What a browser does before it draws the sheets. */
async function toPaper(page: Page): Promise<void> {
  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

/** Controls that would stand on paper, and boxes that are cut off at its edge. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const seen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
    const controls = [
      ...document.querySelectorAll("button, input, select, textarea, nav, form, dialog"),
    ].filter((element) => seen(element) && !element.closest("[data-tick] .chips, th"));
    const cut = [...document.querySelectorAll("main pre, main .scroll")].filter(
      (box) => seen(box) && box.scrollWidth > box.clientWidth + 1,
    );
    return [...controls, ...cut].map(
      (element) =>
        `${location.pathname} ${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`,
    );
  });

for (const address of [
  "/causes/proxy-read-timeout/",
  "/guides/langgraph/",
  "/pairs/langgraph/tool-heartbeat/",
  "/limits/",
  "/offline/",
]) {
  test(`${address} is clean on paper`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator("html[data-js]")).toBeAttached();
    const folded = page.locator("main details:not([open]):not(.copy-as, .toc)");
    const before = await folded.count();
    await toPaper(page);
    expect(await faults(page)).toEqual([]);
    await expect(folded).toHaveCount(0);
    const written = await page
      .locator('main article a[href^="http"]')
      .evaluateAll(
        (links) =>
          links.filter(
            (link) =>
              !link.closest("table.limits") &&
              !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")!),
          ).length,
      );
    expect(written).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(folded).toHaveCount(before);
  });
}

test("a verdict stands on paper with its answers, its address and the whole checklist", async ({ page }) => {
  await openDesk(page, CASE);
  await expect(page.locator("[data-pair] pre").first()).toBeVisible();
  const checks = page.locator("[data-checklist] li[data-check]");
  await toPaper(page);
  expect(await faults(page)).toEqual([]);
  await expect(page.locator(".answers")).toBeVisible();
  await expect(causes(page).nth(1)).toContainText("of the odds");
  for (const way of ["code", "settings", "owner"])
    await expect(page.locator(`#${way} :is(pre, .message)`).first(), way).toBeVisible();
  await expect(page.locator(".next[data-check] .chips")).toBeVisible();
  for (const check of await checks.all()) {
    await expect(check.locator("pre, p").first()).toBeVisible();
    await expect(check.locator(".chips")).toBeVisible();
  }
  await expect(page.getByText("Loading…").filter({ visible: true })).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body, "::after").content)).toContain(
    "symptom=stall-then-cut",
  );
});
