/** A real Chromium that asks in place of the lab's own client, for what only a browser shows. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { findBrowser } from "../../../lib/tasks/browser";
import type { Ask } from "../../../lib/content/proof-schema";
import { LabError } from "../base/error";
import type { Outcome } from "./notes";

const SCRIPT = "e2e/lab/callers/page.js";
/**
 * A page of the same origin as what it asks, so that no rule for other origins has a part in what is seen.
 */
const PAGE = "/lab-page";
const ARGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
  "--disable-dev-shm-usage",
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** The version that Chromium gives for itself. */
export async function browserVersion(): Promise<string> {
  const path = findBrowser();
  const { stdout } = path === null ? { stdout: "" } : await promisify(execFile)(path, ["--version"]);
  return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? "unknown";
}

/** One page, open and ready to ask. */
export interface LabPage {
  ask: (ask: Ask, take: (text: string, bytes: number) => void) => Promise<Outcome>;
}
export interface LabBrowser {
  open: (base: string) => Promise<LabPage>;
  close: () => Promise<void>;
}

/** Start Chromium. It ends with `close`, or with this process. */
export async function startBrowser(): Promise<LabBrowser> {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new LabError(
      "The lab needs Chromium for this claim, and finds none: install it, or name it in CHROME_PATH.",
    );
  const browser = await chromium.launch({ executablePath, args: ARGS });
  return {
    open: async (base) => {
      const page = await (await browser.newContext()).newPage();
      let take: (text: string, bytes: number) => void = () => undefined;
      await page.exposeFunction("heard", (text: string, bytes: number) => {
        take(text, bytes);
      });
      const script = readFileSync(SCRIPT, "utf8");
      const body = `<!doctype html><link rel="icon" href="data:,"><script>${script}</script>`;
      await page.route(`**${PAGE}`, (route) => route.fulfill({ contentType: "text/html", body }));
      await page.goto(base + PAGE);
      await page.unrouteAll();
      return {
        ask: (ask, listener) => {
          take = listener;
          return page.evaluate(
            (asked) => (window as unknown as { ask: (ask: unknown) => Promise<Outcome> }).ask(asked),
            { ...ask, until: ask.until ?? [] },
          );
        },
      };
    },
    close: () => browser.close(),
  };
}
