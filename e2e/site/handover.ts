/** Handing a case over, for the journeys. */
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

export const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });
export const said = (page: Page) => page.locator("[data-case-said]");
export const NOW = "2026-11-21T17:40:12.000Z";

/** Answer the next check with its first outcome. @returns the check's id */
export async function answerCheck(page: Page): Promise<string> {
  const next = page.locator(".next[data-check]");
  const id = (await next.getAttribute("data-check")) ?? "";
  await next.locator("button.chip").first().click();
  await expect(page).toHaveURL(new RegExp(`check\\.${id}=`));
  return id;
}

/** What a press lets the browser download. */
export async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** Choose a case file. */
export const chooseFile = (page: Page, name: string, text: string) =>
  page
    .locator("input[data-open-case]")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
