/** Firefox over WebDriver BiDi, as Puppeteer speaks it to the browser itself; Chromium by the same code, to compare. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type BrowserContext, type KeyInput, type Page } from "puppeteer-core";
import { NO_PAGES_OF_ITS_OWN } from "../../../lib/tasks/browser";
import { LeftPage, type Running, type Tab } from "./tab";

/** What Puppeteer says of a page that was left while something ran in it. */
const LEFT = /Execution context was destroyed/;

class PuppeteerTab implements Tab {
  private readonly said: string[] = [];

  constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {
    page.on("pageerror", (error) => {
      // Firefox tells in this way what the network did not give.
      if (!String(error).includes("Failed to load")) this.said.push(String(error));
    });
    page.on("console", (message) => {
      if (/content.security.policy/i.test(message.text())) this.said.push(message.text());
    });
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  // By the page itself: Puppeteer waits for what Firefox does not tell when only the fragment changes.
  back(): Promise<void> {
    // Later, so that the answer comes before the page goes.
    return this.page.evaluate(() => void setTimeout(() => history.back()));
  }

  forward(): Promise<void> {
    return this.page.evaluate(() => void setTimeout(() => history.forward()));
  }

  async run<Args extends unknown[], Result>(
    inPage: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const inThis = () =>
      this.page
        .evaluate(inPage as (...given: unknown[]) => Result | Promise<Result>, ...args)
        .catch((error: unknown) => {
          throw LEFT.test(String(error)) ? new LeftPage(String(error)) : error;
        }) as Promise<Result>;
    try {
      return await inThis();
    } catch (error) {
      if (error instanceof LeftPage) return inThis();
      throw error;
    }
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.down(key as KeyInput);
    for (const key of keys.toReversed()) await this.page.keyboard.up(key as KeyInput);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  tap(x: number, y: number): Promise<void> {
    return this.page.mouse.click(x, y);
  }

  async print(): Promise<number> {
    return (await this.page.pdf()).byteLength;
  }

  complaints(): string[] {
    return this.said;
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Start a browser without a window; each tab has a profile of its own. @throws when it does not start */
export async function startPuppeteer(
  browser: "firefox" | "chrome",
  executablePath: string,
): Promise<Running> {
  const userDataDir = mkdtempSync(join(tmpdir(), `lastbyte-${browser}-`));
  const running = await puppeteer.launch({
    browser,
    executablePath,
    userDataDir,
    defaultViewport: { width: 1280, height: 800 },
    args:
      browser === "chrome"
        ? // Chromium refuses its sandbox to root.
          [NO_PAGES_OF_ITS_OWN, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])]
        : [],
  });
  return {
    async open() {
      const context = await running.createBrowserContext();
      return new PuppeteerTab(context, await context.newPage());
    },
    async end() {
      await running.close();
      // The last of its processes may still write.
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
