import { CASE, KINDS } from "../journey";
import { Site } from "../served";
import { address, focusIsOn, open, see, texts } from "./acts";
import { expect, test } from "./browser-test";
import type { Tab } from "./tab";

test.describe.configure({ timeout: 120_000 });

let site: Site;
test.beforeEach(async () => {
  site = await new Site().serve();
});
test.afterEach(async () => {
  await site.end();
});

/** One visit, until the browser has everything; then nobody answers any more. */
async function keepAndCut(tab: Tab): Promise<void> {
  await open(tab, `${site.url}/causes/`);
  await expect
    .poll(() => tab.run(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
    .toBe(true);
  await site.cut();
}

test("after one visit each kind of page opens without network", async ({ tab }) => {
  await keepAndCut(tab);
  for (const kind of KINDS.filter((address) => address !== "/no-such-page/")) {
    await open(tab, site.url + kind);
    expect((await texts(tab, "h1")).length, kind).toBeGreaterThan(0);
  }
  await open(tab, `${site.url}/no-such-page/`);
  await see(tab, "h1", "This page is not here");
});

test("without network a verdict comes with its parts, and the search finds", async ({ tab }) => {
  await keepAndCut(tab);
  await open(tab, site.url + CASE);
  await see(tab, "[data-pair] pre");
  await see(tab, "[data-configs] pre");
  expect(await texts(tab, ".verdict [data-fragment]")).not.toEqual([]);
  expect((await texts(tab, "main")).join("")).not.toContain("could not be loaded");
  await tab.press("Control", "k");
  await focusIsOn(tab, "textarea#seek-field");
  await tab.type("proxy_read_timeout");
  await see(tab, '[role="option"]', "proxy_read_timeout");
  await tab.press("Enter");
  await expect.poll(() => address(tab)).not.toContain("symptom=");
  await see(tab, "h1");
});
