import { expect, test } from "@playwright/test";
import { serious } from "./axe";
import { choose, FIRST_ANSWERS, KINDS, openDesk } from "./journey";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("every kind of page", async ({ page }) => {
      test.slow();
      const found: string[] = [];
      for (const address of KINDS) {
        await page.goto(address, { waitUntil: "networkidle" });
        found.push(...(await serious(page)));
      }
      expect(found).toEqual([]);
    });

    test("each step of the wizard", async ({ page }) => {
      await openDesk(page);
      const found = await serious(page);
      for (const [id, label] of FIRST_ANSWERS) {
        await choose(page, id, label);
        await expect(page.locator(`[data-answered="${id}"]`)).toBeVisible();
        await page.waitForLoadState("networkidle");
        found.push(...(await serious(page)));
      }
      expect(found).toEqual([]);
    });
  });
}
