/** The incidents that a browser keeps, for the journeys. */
import { expect, type Page } from "@playwright/test";
import { answered, causes, choose } from "./journey";

export const list = (page: Page) => page.locator("[data-incidents]");
export const rows = (page: Page) => list(page).locator("[data-incident]");
export const row = (page: Page, title: string) => rows(page).filter({ hasText: title });
export const offer = (page: Page) => page.locator("[data-kept]");
export const notes = (page: Page) => page.locator("[data-notes]");

/** Open the list, which is folded at first. */
export async function openList(page: Page): Promise<void> {
  if ((await list(page).getAttribute("open")) === null) await list(page).locator("summary").click();
}

/** Follow a link to a case in the page that is open, as a press on one does. */
export async function follow(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
  await expect(causes(page).first()).toBeVisible();
}

/** The incidents as they stand on the disk. */
export const stored = (page: Page): Promise<{ answers: Record<string, string[]>; name: string }[]> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith("lastbyte.incident."))
      .map(
        (key) =>
          JSON.parse(localStorage.getItem(key) ?? "") as { answers: Record<string, string[]>; name: string },
      ),
  );

/** Change what is answered to one question. */
export async function change(page: Page, id: string, label: string): Promise<void> {
  await answered(page, id)
    .getByRole("button", { name: /^change/ })
    .click();
  await choose(page, id, label);
  await expect(answered(page, id)).toContainText(label);
}

type Put = (this: Storage, key: string, text: string) => void;

/** Let the storage refuse, or take again. */
export const letRefuse = (page: Page, refuses: boolean): Promise<void> =>
  page.evaluate((on) => {
    const known = window as unknown as { put?: Put };
    known.put ??= Reflect.get<Storage, "setItem">(Storage.prototype, "setItem");
    const refuse = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Reflect.set(Storage.prototype, "setItem", on ? refuse : known.put);
  }, refuses);
