/** What a screen reader has of the pages that matter most: landmarks, headings and controls, their names and their order. */
import { expect, test, type Page } from "@playwright/test";
import { answered, CASE, choose, openDesk, question } from "./journey";

const body = (page: Page) => page.locator("body");

/** All that live regions say at this moment. */
const said = (page: Page): Promise<string[]> =>
  page
    .locator(":is([role=status], [role=alert]):visible")
    .evaluateAll((regions) => regions.map(({ textContent }) => textContent.trim()).filter(Boolean));

test("the first page", async ({ page }) => {
  await openDesk(page);
  await expect(body(page)).toMatchAriaSnapshot({ name: "home.aria.yml" });
  expect(await said(page)).toEqual([]);
});

test("each step of the wizard: what was answered, then what is asked, then what it means; said once", async ({
  page,
}) => {
  await openDesk(page);
  for (const [id, label] of [
    ["symptom", "All at once"],
    ["framework", "LangGraph"],
    ["hosting", "Kubernetes"],
  ] as const) {
    await choose(page, id, label);
    await expect(answered(page, id)).toBeVisible();
    await expect(body(page)).toMatchAriaSnapshot({ name: `after-${id}.aria.yml` });
    await expect(page.locator("fieldset[data-question] legend > span").first()).toBeFocused();
    await expect.poll(() => said(page)).toEqual([expect.stringMatching(/^Verdict: ./)]);
  }
});

test("a verdict", async ({ page }) => {
  await openDesk(page, CASE);
  await expect(body(page)).toMatchAriaSnapshot({ name: "verdict.aria.yml" });
  await expect.poll(() => said(page)).toEqual([expect.stringMatching(/^Verdict: ./)]);
});

test("a stop of the path says once what is known of it", async ({ page }) => {
  await openDesk(page, CASE);
  const stops = await page
    .locator(".path li")
    .evaluateAll((items) =>
      items.map((item) =>
        [...item.querySelectorAll("b, .live, small:not([aria-hidden])")]
          .map(({ textContent }) => textContent)
          .join(""),
      ),
    );
  expect(stops.length).toBeGreaterThan(3);
  for (const stop of stops)
    expect(stop).toMatch(/^[^:]+: (not cleared yet|cleared|the break is suspected here|after the break)\. /);
  expect(stops.filter((stop) => /cleared.*cleared(?! yet)/.test(stop))).toEqual([]);
});

test("the name of a question is read once, as that of its group", async ({ page }) => {
  await openDesk(page);
  const group = question(page, "framework");
  await expect(group).toHaveAccessibleName("Which framework produces the stream?");
  await expect(group.getByRole("toolbar")).toHaveAccessibleName("Answers");
});

test("the search, empty and with hits", async ({ page }) => {
  await page.goto("/search/");
  await expect(page.locator("#seek-field")).toBeVisible();
  await expect(body(page)).toMatchAriaSnapshot({ name: "search.aria.yml" });
  await page.locator("#seek-field").fill("proxy_read_timeout");
  await expect(body(page)).toMatchAriaSnapshot({ name: "search-hits.aria.yml" });
  expect(await said(page)).toHaveLength(1);
});

test("the limits", async ({ page }) => {
  await page.goto("/limits/");
  await expect(page.locator("table.limits th button").first()).toBeVisible();
  await expect(body(page)).toMatchAriaSnapshot({ name: "limits.aria.yml" });
});
