/** The box of the search, for the journeys. */
import { expect, type Page } from "@playwright/test";
import { openDesk } from "./journey";

/** A document from which the search is opened. */
export const DOCUMENT = "/causes/proxy-read-timeout/";

export const dialog = (page: Page) => page.locator("dialog.seek");
export const field = (page: Page) => page.locator("textarea#seek-field");
export const hits = (page: Page) => page.getByRole("option");
export const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');
/** The hits once the whole index is here: until then each part that comes brings its own in their place. */
export const wholeHits = (page: Page) => page.locator("#seek-hits[data-whole]");
export const status = (page: Page) => page.locator("#seek-status");

/** Open the box by its key. */
export async function openSearch(page: Page, address = DOCUMENT): Promise<void> {
  if (address === "/") await openDesk(page);
  else await page.goto(address);
  await expect(page.locator("html[data-js]")).toBeAttached();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}
