import { defineConfig } from "@playwright/test";
import type { BrowserOptions } from "./e2e/site/browsers/browser-test";
import { findBrowser, NO_PAGES_OF_ITS_OWN, OTHERS } from "./lib/tasks/browser";

const port = process.env["E2E_PORT"] ?? "3117";
const url = `http://localhost:${port}`;
const executablePath = findBrowser();

export default defineConfig<object, BrowserOptions>({
  testDir: "e2e/site",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env["CI"]),
  reporter: "list",
  use: {
    baseURL: url,
    browserName: "chromium",
    // A copy for offline use is kept in the background, and would disturb every other journey.
    serviceWorkers: "block",
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        NO_PAGES_OF_ITS_OWN,
        "--no-first-run",
        "--disable-dev-shm-usage",
        // Chromium refuses its sandbox to root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  // Chromium has all journeys. The main ones stand in a folder of their own, and run in each other browser that is here.
  projects: [
    { name: "chromium" },
    ...OTHERS.filter(({ isHere }) => isHere()).map(({ name, cannot }) => ({
      name,
      testMatch: "browsers/*.spec.ts",
      ...(cannot === null ? {} : { grepInvert: new RegExp(cannot.tag) }),
      // Their protocols take longer for each step.
      timeout: 90_000,
      expect: { timeout: 15_000 },
      use: { driven: name },
    })),
  ],
  // The export, built where it is stale, behind the very server of `npm start`.
  webServer: {
    command: "node lib/tasks/run.mjs lib/tasks/start",
    url,
    // At the root of its host; e2e/site/base-path.spec.ts builds one that is not.
    env: { PORT: port, BASE_PATH: "" },
    reuseExistingServer: false,
    timeout: 300_000,
  },
});
