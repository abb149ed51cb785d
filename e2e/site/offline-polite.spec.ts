/** The copy comes in two parts, out of the way of whatever else is asked for. */
import { expect, test, type Page } from "@playwright/test";
import { answerFirst, openDesk } from "./journey";
import { openSearch } from "./seek";
import { onMeteredLine, Site, standing } from "./served";

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
const button = (page: Page) => page.getByRole("button", { name: "Keep it all now" });
/** Addresses that only the copy asks for while documents are read: the desk's scripts come first, then what verdicts show. */
const FIRST = /^\/_next\/static\/chunks\//;
const PACK = /^\/f\/[^/]+\/pack\.json$/;
const PACKED = /^\/f\/[^/]+\/causes\//;
const REST = /^\/f\/[^/]+\/(configs|pairs)\//;
const count = (pattern: RegExp) => site.asked.filter((address) => pattern.test(address)).length;
const hasFirst = (page: Page) => expect(standing(page)).toContainText("The rest", { timeout: 60_000 });

test("what an incident needs comes first, and works without network while the rest is not here", async ({
  page,
}) => {
  await onMeteredLine(page);
  await page.goto(`${site.url}/offline/`);
  await hasFirst(page);
  await expect(standing(page)).toContainText("The rest comes when you ask for it");
  expect([count(PACK), count(PACKED), count(REST)]).toEqual([1, 0, 0]);
  await site.cut();
  await page.context().setOffline(true);
  await openDesk(page, `${site.url}/`);
  await answerFirst(page);
  await page.locator(".next[data-check] button.chip").first().click();
  await expect(page.locator(".verdict [data-fragment]").first()).toBeVisible();
  for (const address of ["/limits/", "/search/", "/offline/"]) {
    expect((await page.goto(site.url + address))?.status(), address).toBe(200);
    await expect(page.locator("html[data-js]"), address).toBeAttached();
  }
  await openSearch(page, `${site.url}/limits/`);
  await page.keyboard.type("proxy_read_timeout");
  await expect(page.getByRole("option").filter({ hasText: "proxy_read_timeout" }).first()).toBeVisible();
  expect((await page.goto(`${site.url}/guides/crewai/`))?.status()).toBe(404);
  await expect(page.getByText("it may just not have come yet")).toBeVisible();
});

test("the rest comes one file at a time", async ({ page }) => {
  let together = 0;
  const most = { first: 0, rest: 0 };
  site.before = async (address) => {
    const part = FIRST.test(address) ? "first" : REST.test(address) ? "rest" : null;
    if (part === null) return;
    together += 1;
    most[part] = Math.max(most[part], together);
    await new Promise((resolve) => setTimeout(resolve, 20));
    together -= 1;
  };
  await page.goto(`${site.url}/causes/`);
  await expect.poll(() => count(REST), { timeout: 60_000 }).toBeGreaterThan(15);
  expect(most).toEqual({ first: 3, rest: 1 });
});

test("what is coming stops as soon as anything is asked for, and goes on when it is quiet", async ({
  page,
}) => {
  const log: { address: string; at: number }[] = [];
  let slow = true;
  site.before = async (address) => {
    log.push({ address, at: Date.now() });
    if (slow && REST.test(address)) await new Promise((resolve) => setTimeout(resolve, 5_000));
  };
  await page.goto(`${site.url}/causes/`);
  await expect.poll(() => count(REST), { timeout: 60_000 }).toBe(1);
  const [stopped] = site.asked.filter((address) => REST.test(address));
  const before = log.length;
  await page.getByRole("link", { name: "Guides" }).first().click();
  await expect(heading(page)).toContainText("Streaming");
  slow = false;
  await expect.poll(() => count(REST), { timeout: 60_000 }).toBeGreaterThan(1);
  // The browser looks by itself, past the worker, whether there is a newer one.
  const after = log.slice(before).filter(({ address }) => address !== "/sw.js");
  const next = after.findIndex(({ address }) => REST.test(address));
  // Whatever pages ask for comes first, then a moment of quiet, then the file that was stopped.
  expect(after[next]?.address).toBe(stopped);
  expect(after[next]!.at - after[next - 1]!.at, JSON.stringify(after)).toBeGreaterThan(900);
});

test("nothing comes while nobody looks at the page", async ({ page }) => {
  await page.addInitScript(() => {
    const state = { value: "hidden" };
    Object.assign(window, { state });
    Object.defineProperty(Document.prototype, "visibilityState", { get: () => state.value });
  });
  await page.goto(`${site.url}/causes/`);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await page.waitForTimeout(2_000);
  expect(count(FIRST) + count(REST)).toBe(0);
  await page.evaluate(() => {
    (window as unknown as { state: { value: string } }).state.value = "visible";
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(() => count(FIRST), { timeout: 60_000 }).toBeGreaterThan(5);
});

test("on a metered line the rest comes when somebody asks, and then at once, also on the next page", async ({
  page,
}) => {
  await onMeteredLine(page);
  await page.goto(`${site.url}/offline/`);
  await hasFirst(page);
  await page.waitForTimeout(1_500);
  expect(count(REST)).toBe(0);
  let together = 0;
  let most = 0;
  site.before = async () => {
    together += 1;
    most = Math.max(most, together);
    await new Promise((resolve) => setTimeout(resolve, 30));
    together -= 1;
  };
  await button(page).click();
  await expect(standing(page)).toContainText("The rest is on its way");
  await expect(button(page)).toBeHidden();
  await page.goto(`${site.url}/causes/`);
  await page.waitForTimeout(2_000);
  await page.goto(`${site.url}/offline/`);
  await expect(standing(page)).toContainText("This browser has the whole site:", { timeout: 60_000 });
  expect(most).toBeGreaterThan(3);
});

test("how far it is can be seen, and is not read out with each file", async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    document.addEventListener("DOMContentLoaded", () => {
      const region = document.querySelector("[data-offline-state]")!;
      new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
    });
  });
  await page.goto(`${site.url}/offline/`);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* of \d+ files$/)).toBeVisible({ timeout: 60_000 });
  await button(page).click();
  await expect(standing(page)).toContainText("This browser has the whole site:", { timeout: 60_000 });
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(standing(page)).toBeFocused();
  expect((await page.evaluate(() => (window as unknown as { said: string[] }).said)).length).toBeLessThan(6);
});
