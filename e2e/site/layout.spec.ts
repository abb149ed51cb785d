import { expect, test } from "@playwright/test";
import { KINDS, pages } from "./journey";

for (const width of [320, 360, 768, 1440]) {
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    test.setTimeout(120_000);
    const wide: string[] = [];
    const documents = pages("document");
    for (const address of new Set([...KINDS, ...pages("desk"), ...documents])) {
      // The desk builds its page after it has loaded.
      await page.goto(address, { waitUntil: documents.includes(address) ? "load" : "networkidle" });
      const over = await page.evaluate(() => {
        const limit = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= limit) return null;
        const out = [...document.body.querySelectorAll("*")].find(
          (element) => element.getBoundingClientRect().right > limit + 1,
        );
        return `${document.documentElement.scrollWidth} px, first past the edge: ${out?.tagName.toLowerCase()}.${out?.className}`;
      });
      if (over) wide.push(`${address}: ${over}`);
    }
    expect(wide).toEqual([]);
  });
}
