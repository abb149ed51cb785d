/**
 * What a first visit costs on a slow line: first paint, the way to the next guide, and the search. Times of two
 * machines say nothing beside each other, so two exports are served alike and measured in turn: ratios count.
 */
import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { installIn, launch, slow, SLOWER } from "./browser";
import { serveHttp2 } from "./http2";
import { installLoadWatch } from "./load-watch";
import { median } from "./times";

const RUNS = 5;
const FROM = "/guides/langgraph/";
const TO = "/guides/langchain/";
const QUERY = "worker timeout";
const BETWEEN_KEYS_MS = 120;
/** So long the pointer rests on a link before it is pressed. */
const POINTED_MS = 300;
/** The hits are final when so long nothing has changed any more. */
const QUIET_MS = 2_000;
/** The certificate of the run is nobody's; what is excused in another way would not be kept by the browser. */
const TRUSTING = ["--ignore-certificate-errors"];
const VIEWPORT = { width: 1280, height: 800 };

/** A page of a browser that knows nothing yet. Use without network has a measure of its own. */
async function visit(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: VIEWPORT });
  const page = await context.newPage();
  await installIn(page, installLoadWatch);
  await slow(page, true);
  return page;
}

/** Load the first guide, and let it fetch what it fetches by itself. */
async function settled(browser: Browser, url: string): Promise<Page> {
  const page = await visit(browser);
  await page.goto(url + FROM, { waitUntil: "networkidle" });
  return page;
}

async function firstPaint(browser: Browser, url: string): Promise<number> {
  const page = await visit(browser);
  await page.goto(url + FROM, { waitUntil: "load" });
  return page.evaluate(() => window.load.firstPaint());
}

/** From the press on a link to the heading of the next guide. */
async function nextGuide(browser: Browser, url: string, pointed: number): Promise<number> {
  const page = await settled(browser, url);
  const link = page.locator(`main a[href="${TO}"]`).first();
  await link.scrollIntoViewIfNeeded();
  await link.hover();
  await page.waitForTimeout(pointed);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForURL(url + TO, { waitUntil: "load" });
  return page.evaluate(() => window.load.sincePress());
}

/** Type at the pace of a quick hand. @returns from the last key to the last change of the hits */
async function typed(browser: Browser, url: string): Promise<number> {
  const page = await settled(browser, url);
  await page.keyboard.press("Control+k");
  await page.keyboard.type(QUERY, { delay: BETWEEN_KEYS_MS });
  return page.evaluate((quiet) => window.load.finalHits(quiet), QUIET_MS);
}

/** Open the box and paste. @returns from the key that opens it to the first hit */
const cold = async (page: Page): Promise<number> => {
  await page.keyboard.press("Control+k");
  await page.keyboard.insertText(QUERY);
  return page.evaluate(() => window.load.firstHit());
};

interface Measure {
  name: string;
  /** The ratio to the other export that is wanted, where one is. */
  goal: number | null;
  run: (browser: Browser, url: string) => Promise<number>;
}

const MEASURES: readonly Measure[] = [
  { name: "first paint of a guide", goal: 0.57, run: firstPaint },
  {
    name: `press on a link, pointed at for ${POINTED_MS} ms, to the next guide's heading`,
    goal: 0.38,
    run: (browser, url) => nextGuide(browser, url, POINTED_MS),
  },
  {
    name: "press on a link at once, to the next guide's heading",
    goal: null,
    run: (browser, url) => nextGuide(browser, url, 0),
  },
  { name: `last key of "${QUERY}", ${BETWEEN_KEYS_MS} ms a key, to the final hits`, goal: 0.37, run: typed },
  {
    name: "cold search, the page was idle before, to the first hit",
    goal: 0.65,
    run: async (browser, url) => cold(await settled(browser, url)),
  },
  {
    name: "cold search as soon as the page is loaded, to the first hit",
    goal: 0.65,
    run: async (browser, url) => {
      const page = await visit(browser);
      await page.goto(url + FROM, { waitUntil: "load" });
      return cold(page);
    },
  },
];

const ms = (time: number): string => `${Math.round(time)} ms`;
const all = (times: readonly number[]): string => `(${times.map(Math.round).join(", ")})`;

/** One measure, the exports in turn, each time in a browser of its own. */
async function inTurn({ run }: Measure, urls: readonly string[]): Promise<number[][]> {
  const times: number[][] = urls.map(() => []);
  for (let round = 0; round < RUNS; round += 1)
    for (const [at, url] of urls.entries()) {
      const browser = await launch(TRUSTING);
      try {
        times[at]?.push(await run(browser, url));
      } finally {
        await browser.close();
      }
    }
  return times;
}

/** What came out, with its ratio to the other export. */
function sentence({ name, goal }: Measure, [own = [], other]: readonly number[][]): string {
  const figures = `${name}: ${ms(median(own))} ${all(own)}`;
  if (!other) return figures;
  const ratio = median(own) / median(other);
  const wanted = goal === null ? "" : `, ${ratio <= goal ? "within" : "OVER"} the goal of ${goal}`;
  return `${figures} against ${ms(median(other))} ${all(other)}, ratio ${ratio.toFixed(2)}${wanted}`;
}

/**
 * Measure an export and say what was found.
 * @param out path of the export
 * @param against path of another one, to be measured in turn with it
 * @param word what the names of the wanted measures contain
 */
export async function load(out: string, against: string | null, word = ""): Promise<void> {
  if (against !== null && !existsSync(join(against, "index.html")))
    throw new Error(`--against ${against}: there is no export.`);
  const servers = [await serveHttp2(out), ...(against === null ? [] : [await serveHttp2(against)])];
  console.log(
    `HTTP/2, 1.6 Mbit/s down, 0.75 up, 150 ms, ${SLOWER}x slower processor, ${VIEWPORT.width}x${VIEWPORT.height}, a new profile each time, medians of ${RUNS}`,
  );
  try {
    for (const measure of MEASURES.filter(({ name }) => name.includes(word))) {
      const times = await inTurn(
        measure,
        servers.map(({ url }) => url),
      );
      console.log(`  ${sentence(measure, times)}; load ${(loadavg()[0] ?? 0).toFixed(2)}`);
    }
  } finally {
    for (const { close } of servers) await close();
  }
}
