/** The browser for the journeys: one that is on the machine, or Playwright's own. */
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium; null where there is none. `CHROME_PATH` comes first, and is taken at its word. */
export function findBrowser(): string | null {
  const wanted = process.env["CHROME_PATH"];
  if (wanted !== undefined && wanted !== "") return existsSync(wanted) ? wanted : null;
  return [...PLACES, chromium.executablePath()].find((place) => existsSync(place)) ?? null;
}
