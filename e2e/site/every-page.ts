/** Look at every page of the site, several at a time. */
import type { BrowserContext, Page } from "@playwright/test";
import { KINDS, pages } from "./journey";

const AT_ONCE = 4;
/** What a reader finds in their settings, and twice of it. */
const LARGE_TEXT = { standard: 32, fixed: 26 } as const;

/** Set the size of text in the browser's own settings to 200 %: sizes in `rem` and widths of media queries follow. */
export async function enlargeText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: LARGE_TEXT });
}

/** Every address of the export, and one that is not there. */
export function everyPage(): string[] {
  return [...new Set([...KINDS, ...pages("desk"), ...pages("document")])];
}

/**
 * @param prepare what is set in each tab before it opens the first page
 * @param look what there is to say of a page, as lines; none where all is well
 * @returns these lines, each with the address before it
 */
export async function lookAt(
  context: BrowserContext,
  addresses: readonly string[],
  prepare: (page: Page) => Promise<void>,
  look: (page: Page) => Promise<readonly string[]>,
): Promise<string[]> {
  const documents = new Set(pages("document"));
  const left = [...addresses];
  const found: string[] = [];
  const walk = async () => {
    const page = await context.newPage();
    await prepare(page);
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      // The desk builds its page after it has loaded.
      await page.goto(address, { waitUntil: documents.has(address) ? "load" : "networkidle" });
      found.push(...(await look(page)).map((line) => `${address}: ${line}`));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return found.sort();
}
