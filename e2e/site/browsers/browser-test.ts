/** `test` for journeys that run in each browser: `tab` is a tab of the one that the project names. */
import { expect, test as base } from "@playwright/test";
import { findBrowser, findFirefox, findWebKit } from "../../../lib/tasks/browser";
import { startPuppeteer } from "./puppeteer";
import type { Running, Tab } from "./tab";
import { startWebKit } from "./webkit";

export type Name = "chromium" | "firefox" | "webkit";

export interface BrowserOptions {
  driven: Name;
}

const missing = (name: Name): never => {
  throw new Error(`${name} is not on this machine`);
};

const START: Readonly<Record<Name, () => Promise<Running>>> = {
  chromium: () => startPuppeteer("chrome", findBrowser() ?? missing("chromium")),
  firefox: () => startPuppeteer("firefox", findFirefox() ?? missing("firefox")),
  webkit: () => startWebKit(findWebKit() ?? missing("webkit")),
};

interface Given {
  tab: Tab;
  /** The whole address of a page of the export. */
  at: (address: string) => string;
}

export const test = base.extend<Given, BrowserOptions & { running: Running }>({
  driven: ["chromium", { option: true, scope: "worker" }],
  running: [
    async ({ driven }, give) => {
      const running = await START[driven]();
      await give(running);
      await running.end();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  tab: async ({ running }, give) => {
    const tab = await running.open();
    await give(tab);
    const complaints = tab.complaints();
    await tab.close();
    if (complaints !== null) expect(complaints).toEqual([]);
  },
  at: async ({ baseURL }, give) => {
    await give((address) => new URL(address, baseURL).href);
  },
});

export { expect };
