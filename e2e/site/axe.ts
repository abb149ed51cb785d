/** Accessibility of a page as it stands, for the journeys. */
import type { Page } from "@playwright/test";
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds serious or critical, one line for each rule and element. */
export async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    // Boxes are held against each other as they are laid out: all of them, and none below what stays in view.
    const laidOut = new CSSStyleSheet();
    laidOut.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, laidOut];
    scrollTo({ top: 0, behavior: "instant" });
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: "tag", values: tags },
    });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes
          .slice(0, 3)
          .map(
            (node) =>
              `${location.pathname}${location.hash.slice(0, 20)} ${id}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`,
          ),
      );
  }, TAGS);
}
