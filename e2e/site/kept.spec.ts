/** Where answers are kept: links, good and broken, and the storage of the browser, good and bad. */
import { expect, test } from "@playwright/test";
import { answered, CASE, causes, choose, openDesk } from "./journey";

test("an incident is kept in the browser and can be taken up again", async ({ page }) => {
  await openDesk(page, CASE);
  await answered(page, "silence")
    .getByRole("button", { name: /change/ })
    .click();
  await page.getByRole("button", { name: "Take the answer away" }).click();
  await page.goto("/limits/");
  await openDesk(page);
  await page.getByRole("button", { name: "Take it up again" }).click();
  await expect(page.locator("[data-answered]")).toHaveCount(4);
});

test("a link opens on the verdict", async ({ page }) => {
  await openDesk(page, CASE);
  await expect(causes(page).first()).toHaveAttribute("data-cause", "proxy-read-timeout");
  await expect(page.locator(".verdict h1")).not.toBeEmpty();
});

test("a broken link opens what can be understood and names the rest", async ({ page }) => {
  await openDesk(page, "/#framework=langgraph&colour=red&symptom=nonsense&hosting=vm&%E0%A4%A");
  const note = page.getByRole("alert").filter({ hasText: "left out" });
  for (const named of ["colour", "nonsense", "%E0%A4%A"]) await expect(note).toContainText(named);
  await expect(answered(page, "framework")).toBeVisible();
  await expect(answered(page, "hosting")).toBeVisible();
});

for (const [name, broken] of [
  ["blocked", "get"],
  ["full", "set"],
] as const) {
  test(`a ${name} storage gives no blank page and loses no answer`, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.addInitScript((how) => {
      if (how === "get")
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("blocked", "SecurityError");
          },
        });
      else
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
    }, broken);
    await openDesk(page);
    await choose(page, "symptom", "All at once");
    await expect(causes(page).first()).toBeVisible();
    expect(errors).toEqual([]);
  });
}
