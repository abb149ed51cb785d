import { expect, test } from "@playwright/test";
import { KINDS } from "./journey";

for (const width of [320, 360, 768, 1440]) {
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const wide: string[] = [];
    for (const address of KINDS) {
      await page.goto(address, { waitUntil: "networkidle" });
      const over = await page.evaluate(() => {
        const limit = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= limit) return null;
        const out = [...document.body.querySelectorAll("*")].find((element) => element.getBoundingClientRect().right > limit + 1);
        return `${document.documentElement.scrollWidth} px, first past the edge: ${out?.tagName.toLowerCase()}.${out?.className}`;
      });
      if (over) wide.push(`${address}: ${over}`);
    }
    expect(wide).toEqual([]);
  });
}
