/** The browsers for the journeys: the main one, which is on the machine or Playwright's own, and the others that are here. */
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const CHROMIUM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const FIREFOX = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];
const WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver";
const XVFB = "/usr/bin/Xvfb";

/** Each window of Chromium would come with two pages of its own for its address field, which nobody sees: most of the work of a journey. */
export const NO_PAGES_OF_ITS_OWN =
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup";

/** The first that is there; null where none is. A variable that names one comes first, and is taken at its word. */
function firstOf(variable: string, places: readonly string[]): string | null {
  const wanted = process.env[variable];
  if (wanted !== undefined && wanted !== "") return existsSync(wanted) ? wanted : null;
  return places.find((place) => existsSync(place)) ?? null;
}

/** The path of a Chromium; null where there is none. `CHROME_PATH` names another. */
export const findBrowser = (): string | null =>
  firstOf("CHROME_PATH", [...CHROMIUM, chromium.executablePath()]);

/** The path of a Firefox; null where there is none. `FIREFOX_PATH` names another. */
export const findFirefox = (): string | null => firstOf("FIREFOX_PATH", FIREFOX);

/** The driver of WebKitGTK, which brings its browser along, and a screen for it that nobody sees; null where one is missing. */
export function findWebKit(): { driver: string; xvfb: string } | null {
  const driver = firstOf("WEBKIT_DRIVER_PATH", [WEBKIT_DRIVER]);
  const xvfb = firstOf("XVFB_PATH", [XVFB]);
  return driver !== null && xvfb !== null ? { driver, xvfb } : null;
}

/** A browser that runs the main journeys too, where it is installed. */
interface Other {
  name: "firefox" | "webkit";
  /** Debian's packages of it. */
  packages: readonly string[];
  isHere: () => boolean;
  /** The tag of the journeys that its driver cannot run, and why; null where it runs them all. */
  cannot: { tag: string; why: string } | null;
}

export const OTHERS: readonly Other[] = [
  { name: "firefox", packages: ["firefox-esr"], isHere: () => findFirefox() !== null, cannot: null },
  {
    name: "webkit",
    packages: ["webkit2gtk-driver", "xvfb"],
    isHere: () => findWebKit() !== null,
    cannot: {
      tag: "@prints",
      why: "its driver cannot print: the rules for paper are tried, the printing is not",
    },
  },
];
