import { CASE, KINDS } from "../journey";
import { Site } from "../served";
import { address, click, focusIsOn, open, see, texts } from "./acts";
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

/** Ask for everything, until the browser has it; then nobody answers any more. */
async function keepAndCut(tab: Tab): Promise<void> {
  await open(tab, `${site.url}/offline/`);
  await click(tab, "[data-offline-keep]", "Keep it all now");
  await expect
    .poll(async () => (await texts(tab, "[data-offline-state]")).join(""), { timeout: 60_000 })
    .toContain("This browser has the whole site:");
  await site.cut();
}

test("once everything is kept each kind of page opens without network", async ({ tab }) => {
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
  await click(tab, ".ways button", "In settings");
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
