import { expect, test, type Page } from "@playwright/test";
import axe from "axe-core";
import { choose, KINDS, openDesk } from "./journey";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds serious or critical, one line for each rule and element. */
async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${location.pathname}${location.hash.slice(0, 20)} ${id}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`));
  }, TAGS);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("every kind of page", async ({ page }) => {
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
      for (const [id, label] of [["framework", "LangGraph"], ["hosting", "Kubernetes"], ["proxy", "ingress-nginx"], ["symptom", "Long silence"]] as const) {
        await choose(page, id, label);
        await expect(page.locator(`[data-answered="${id}"]`)).toBeVisible();
        await page.waitForLoadState("networkidle");
        found.push(...(await serious(page)));
      }
      expect(found).toEqual([]);
    });
  });
}
