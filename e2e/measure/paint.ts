/** From an answer to the painted verdict: the desk in a real browser with a processor that is four times slower. */
import type { Browser, Page } from "@playwright/test";
import { serve } from "../../lib/tasks/serve";
import { installIn, launch, SLOWER, type AfterPaint } from "./browser";
import { median, timesLine } from "./times";

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
function installStopwatch(afterPaint: AfterPaint): void {
  /** What only the engine's answer changes: the order and the odds of the causes, and the line above the headline. */
  const shown = () =>
    [...document.querySelectorAll(".verdict .kicker, ol[data-verdict] > li[data-cause]")]
      .map(
        (item) =>
          `${item.getAttribute("data-cause") ?? item.textContent} ${item.querySelector("svg .share")?.getAttribute("width") ?? ""} ${item.querySelector("summary .sub")?.textContent ?? ""}`,
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
          afterPaint((now) => {
            mine.first = now - watch.start;
          });
        any = true;
        if (shown() === before) return;
        observer.disconnect();
        afterPaint((now) => {
          mine.verdict = now - watch.start;
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
async function press(page: Page, link: number, answer: number): Promise<boolean> {
  const check = page.locator(".next[data-check] button.chip[aria-pressed=false]");
  const open = page.locator("fieldset[data-question]:not(dd fieldset)");
  const chips =
    answer % 3 === 2 && (await check.count()) > 0 ? check : open.first().locator("button.chip:not(.more)");
  const count = await chips.count();
  const chip =
    count > 0 ? chips.nth((link * 2 + answer) % count) : open.first().locator("button.chip").last();
  if ((await chip.count()) === 0) return false;
  await chip.click();
  await page.waitForTimeout(REST_MS);
  return true;
}

/** What the answers of all links took, in milliseconds. */
interface Answered {
  firsts: number[];
  /** Until the verdict that changed was painted. */
  verdicts: number[];
  /** Until the first frame, where the verdict stayed as it was. */
  same: number[];
}

/** Open a link and answer from there. */
async function answerFrom(browser: Browser, url: string, number: number, all: Answered): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await installIn(page, installStopwatch);
  await page.goto(`${url}/${LINKS[number] ?? ""}`);
  await page.locator("html[data-js]").waitFor({ state: "attached" });
  await page.locator("fieldset[data-question] button.chip").first().waitFor();
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.waitForTimeout(REST_MS);
  for (let answer = 0; answer < ANSWERS && (await press(page, number, answer)); answer += 1) {
    const { first, verdict } = await page.evaluate(() =>
      (window as unknown as { stopwatch: Stopwatch }).stopwatch.take(),
    );
    if (first !== null) all.firsts.push(first);
    if (verdict !== null) all.verdicts.push(verdict);
    else if (first !== null) all.same.push(first);
  }
  await context.close();
}

function tell(where: string, { firsts, verdicts, same }: Answered): void {
  console.log(
    `answer to painted verdict, ${where}, ${SLOWER}x slower processor, ${LINKS.length} links, ${verdicts.length + same.length} answers`,
  );
  console.log(`  ${timesLine("verdict changed", verdicts)}`);
  console.log(`  ${timesLine("verdict as it was (first frame that changed)", same)}`);
  console.log(`  ${timesLine("all answers", [...verdicts, ...same])}`);
  console.log(`  ${timesLine("first frame of any change, all answers", firsts)}`);
}

/**
 * Measure an export and say what was found.
 * @param out path of the export
 * @param against path of another one, to be measured in turn with it, link by link
 */
export async function paint(out: string, against: string | null): Promise<void> {
  const measured = (against === null ? [out] : [out, against]).map((where): [string, Answered] => [
    where,
    { firsts: [], verdicts: [], same: [] },
  ]);
  const servers = await Promise.all(measured.map(([where]) => serve(where, 0)));
  const browser = await launch();
  try {
    for (const number of LINKS.keys())
      for (const [place, [, all]] of measured.entries())
        await answerFrom(browser, servers[place]?.url ?? "", number, all);
  } finally {
    await browser.close();
    await Promise.all(servers.map(({ close }) => close()));
  }
  for (const [where, all] of measured) tell(where, all);
  const [own, other] = measured.map(([, { verdicts }]) => median(verdicts));
  if (own !== undefined && other !== undefined)
    console.log(`  verdict changed, median, as a ratio to the other: ${(own / other).toFixed(2)}`);
}
