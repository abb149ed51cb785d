/** The search with bad input, hostile input, and files that do not come. */
import { expect, test } from "@playwright/test";
import { dialog, field, hits, openSearch, status } from "./seek";

test("bad input: a clear sentence, and nothing is lost or stands still", async ({ page }) => {
  await openSearch(page);
  for (const [text, sentence] of [
    ["the and of why", /no word that tells one page from another/],
    ["10.0.0.1 /srv/app/main.py", /nothing is left to search for/],
    ["\u0000\u0007 \u001b[31m timed out", /hit/],
    ["x".repeat(100_000), /lines about errors and its end stand here/],
    ["stream timeout ".repeat(6_700), /hits.*lines about errors and its end stand here/],
    ["\n".repeat(100_000), /nothing but empty lines/],
    ["a line\n".repeat(300_000), /the rest was left out/],
  ] as const) {
    await field(page).evaluate((element, given) => {
      (element as HTMLTextAreaElement).value = given;
      element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, text);
    await expect(status(page)).toHaveText(sentence);
    expect(
      await field(page).evaluate((element) => (element as HTMLTextAreaElement).value.length),
    ).toBeLessThanOrEqual(Math.min(text.length, 20_001));
  }
});

test("HTML is text, in the question, in the hits and in the address", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`/search/#q=${encodeURIComponent('<img src=x onerror="window.slipped=1"> zzqqxxv')}`);
  await expect(status(page)).not.toHaveText(/^(Searching…)?$/);
  expect(await page.locator("[data-search-here] img").count()).toBe(0);
  expect(await page.evaluate(() => "slipped" in window)).toBe(false);
  await field(page).fill("<b>zzqqxxv</b>");
  await expect(status(page)).toContainText("<b>zzqqxxv</b>");
  expect(errors).toEqual([]);
});

for (const [what, broken] of [
  ["cut off", '[\n{"synonyms":[],"products":[]},\n[0,"/cau'],
  ["replaced by a page", "<!doctype html><title>x</title>"],
  ["gone", null],
] as const) {
  test(`an index that is ${what}: a sentence, another try, and the text is kept`, async ({ page }) => {
    let repaired = false;
    await page.route("**/_site/heads-*", (route) =>
      repaired
        ? route.continue()
        : broken === null
          ? route.abort()
          : route.fulfill({ status: 200, contentType: "application/json", body: broken }),
    );
    await openSearch(page);
    await page.keyboard.type("heartbeat");
    await expect(status(page)).toContainText("could not be loaded");
    await expect(dialog(page).getByRole("link", { name: "Limits" })).toBeVisible();
    await expect(field(page)).toHaveValue("heartbeat");
    repaired = true;
    await dialog(page).getByRole("button", { name: "Try again" }).click();
    await expect(hits(page).first()).toBeVisible();
  });
}

test("code that does not come, and texts that do not come", async ({ page }) => {
  let repaired = false;
  await page.route("**/_site/search.*", (route) => (repaired ? route.continue() : route.abort()));
  await page.route("**/_site/texts.*", (route) => route.abort());
  await openSearch(page);
  await page.keyboard.type("heartbeat");
  await expect(status(page)).toContainText("The search could not be loaded");
  repaired = true;
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await expect(hits(page).first()).toBeVisible();
  await expect(status(page)).toContainText("the texts could not be loaded");
});
