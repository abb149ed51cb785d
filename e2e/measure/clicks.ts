/** What the copy for offline use costs who reads on: from a click to the next document, with the copy under way and without a worker. */
import type { Browser, Page } from "@playwright/test";
import { median } from "./times";

const ROUNDS = 15;
const GOAL = 1.2;

/** Where the copy is when the link is pressed. */
const SITUATIONS = ["without a worker", "what an incident needs on its way", "the rest on its way"] as const;
type Situation = (typeof SITUATIONS)[number];

/** Has the copy begun the part in question? */
const isUnderWay = (page: Page, situation: Situation): Promise<boolean> =>
  page.evaluate(async (isRest) => {
    const name = (await caches.keys()).find((key) => /-[0-9a-f]{12}$/.test(key));
    if (name === undefined) return false;
    const kept = await (await caches.open(name)).keys();
    return isRest ? kept.some(({ url }) => url.includes("/configs/")) : kept.length > 3;
  }, situation === "the rest on its way");

/** @returns milliseconds from the click to the end of the next document's load, by the browser's clock */
async function clickOnce(browser: Browser, url: string, situation: Situation): Promise<number> {
  const context = await browser.newContext({
    serviceWorkers: situation === "without a worker" ? "block" : "allow",
  });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/causes/`, { waitUntil: "load" });
    while (situation !== "without a worker" && !(await isUnderWay(page, situation)))
      await page.waitForTimeout(20);
    await Promise.all([
      page.waitForURL(`${url}/guides/`, { waitUntil: "load" }),
      page.evaluate(() => {
        sessionStorage.setItem("clicked", String(performance.timeOrigin + performance.now()));
        document.querySelector<HTMLAnchorElement>('nav a[href="/guides/"]')?.click();
      }),
    ]);
    await page.waitForFunction(() => {
      const [own] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      return own !== undefined && own.loadEventEnd > 0;
    });
    return await page.evaluate(() => {
      const [own] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      return performance.timeOrigin + (own?.loadEventEnd ?? 0) - Number(sessionStorage.getItem("clicked"));
    });
  } finally {
    await context.close();
  }
}

/** Measure in turns, so that what else the machine does falls on all alike. */
export async function clicks(browser: Browser, url: string): Promise<void> {
  const times = new Map<Situation, number[]>(SITUATIONS.map((situation) => [situation, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (let turn = 0; turn < SITUATIONS.length; turn += 1) {
      const situation = SITUATIONS[(round + turn) % SITUATIONS.length] ?? "without a worker";
      times.get(situation)?.push(await clickOnce(browser, url, situation));
    }
  const bare = median(times.get("without a worker") ?? []);
  console.log(`click to the next document, median of ${ROUNDS}, in turns:`);
  for (const [situation, all] of times) {
    const own = median(all);
    const more = `${own >= bare ? "+" : ""}${Math.round((own / bare - 1) * 100)} %`;
    const verdict = own / bare <= GOAL ? "within the goal of +20 %" : "OVER the goal of +20 %";
    console.log(
      `  ${situation}: ${Math.round(own)} ms${situation === "without a worker" ? "" : ` (${more}, ${verdict})`}`,
    );
  }
}
