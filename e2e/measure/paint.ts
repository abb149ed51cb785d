/** From an answer to the painted verdict: the desk in a real browser with a processor that is four times slower. */
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../lib/tasks/browser";
import { serve } from "../../lib/tasks/serve";

const SLOWER = 4;
/** Answers to a link; enough links for 60 answers and some that do not change the verdict. */
const ANSWERS = 9;
/** Long enough for fragments that are fetched and for the status line, so that no answer pays for the one before. */
const REST_MS = 900;
const LINKS = [
  "",
  "",
  "",
  "",
  "#framework=langgraph&hosting=kubernetes&proxy=ingress-nginx&symptom=stall-then-cut&silence=60",
  "#framework=crewai&hosting=vm&proxy=nginx&symptom=all-at-once",
  "#framework=langchain&hosting=aws-lambda&symptom=cut-fixed-time",
  "#framework=llamaindex&hosting=cloud-run&proxy=cloudflare&symptom=cut-mid-stream",
  "#framework=autogen&hosting=docker&symptom=truncated-cleanly",
  "#symptom=error-mid-stream",
];

interface Taken {
  first: number | null;
  verdict: number | null;
}
interface Stopwatch {
  start: number;
  take: () => Promise<Taken>;
}

/** Runs in the page: the clock of one answer. */
function installStopwatch(): void {
  /** What only the engine's answer changes: the order and the odds of the causes, and the line above the headline. */
  const shown = () =>
    [...document.querySelectorAll(".verdict .kicker, ol[data-verdict] > li[data-cause]")]
      .map(
        (item) =>
          `${item.getAttribute("data-cause") ?? item.textContent} ${item.querySelector("summary .sub")?.textContent ?? ""}`,
      )
      .join("\n");
  let before = "";
  let taken: Taken = { first: null, verdict: null };
  const watch: Stopwatch = {
    start: 0,
    take: () =>
      new Promise((resolve) => {
        setTimeout(() => {
          resolve(taken);
        }, 0);
      }),
  };
  /** The frame is painted once a task that its callback posts comes to run. */
  const painted = (then: (now: number) => void) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        then(performance.now() - watch.start);
      };
      port2.postMessage(null);
    });
  };
  addEventListener(
    "click",
    () => {
      before = shown();
      const mine: Taken = { first: null, verdict: null };
      taken = mine;
      let any = false;
      watch.start = performance.now();
      const observer = new MutationObserver(() => {
        if (!any)
          painted((now) => {
            mine.first = now;
          });
        any = true;
        if (shown() === before) return;
        observer.disconnect();
        painted((now) => {
          mine.verdict = now;
        });
      });
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      setTimeout(() => {
        observer.disconnect();
      }, 600);
    },
    { capture: true },
  );
  (window as unknown as { stopwatch: Stopwatch }).stopwatch = watch;
}

/** A chip of the desk: mostly the next question, now and then a check of the verdict; another one from link to link. */
async function press(page: Page, link: number, at: number): Promise<boolean> {
  const check = page.locator(".next[data-check] button.chip[aria-pressed=false]");
  const open = page.locator("fieldset[data-question]:not(dd fieldset)");
  const chips =
    at % 3 === 2 && (await check.count()) > 0 ? check : open.first().locator("button.chip:not(.more)");
  const count = await chips.count();
  const chip = count > 0 ? chips.nth((link * 2 + at) % count) : open.first().locator("button.chip").last();
  if ((await chip.count()) === 0) return false;
  await chip.click();
  await page.waitForTimeout(REST_MS);
  return true;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
const line = (what: string, times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  return `${what}: n ${sorted.length}, median ${quantile(sorted, 0.5).toFixed(1)} ms, p95 ${quantile(sorted, 0.95).toFixed(1)} ms, max ${quantile(sorted, 1).toFixed(1)} ms`;
};

/**
 * Measure an export and say what was found.
 * @param out path of the export
 */
export async function paint(out: string): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("there is no Chromium here: name one in CHROME_PATH.");
  const { url, close } = await serve(out, 0);
  const browser = await chromium.launch({
    executablePath,
    args: ["--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  const verdicts: number[] = [];
  const firsts: number[] = [];
  const same: number[] = [];
  try {
    for (const [number, link] of LINKS.entries()) {
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      await page.addInitScript({ content: `var __name = (f) => f; (${installStopwatch.toString()})()` });
      await page.goto(`${url}/${link}`);
      await page.locator("html[data-js]").waitFor({ state: "attached" });
      await page.locator("fieldset[data-question] button.chip").first().waitFor();
      await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      await page.waitForTimeout(REST_MS);
      for (let at = 0; at < ANSWERS && (await press(page, number, at)); at += 1) {
        const { first, verdict } = await page.evaluate(() =>
          (window as unknown as { stopwatch: Stopwatch }).stopwatch.take(),
        );
        if (first !== null) firsts.push(first);
        if (verdict !== null) verdicts.push(verdict);
        else if (first !== null) same.push(first);
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await close();
  }
  console.log(
    `answer to painted verdict, ${SLOWER}x slower processor, ${LINKS.length} links, ${verdicts.length + same.length} answers`,
  );
  console.log(`  ${line("verdict changed", verdicts)}`);
  console.log(`  ${line("verdict as it was (first frame that changed)", same)}`);
  console.log(`  ${line("all answers", [...verdicts, ...same])}`);
  console.log(`  ${line("first frame of any change, all answers", firsts)}`);
}
