/** The verdict at a glance: what the first screen holds, how long the page is, and how its parts are reached. */
import { expect, test, type Page } from "@playwright/test";
import { knowledgeOf } from "../../lib/content/knowledge";
import { loadContent } from "../../lib/content/load";
import { encode } from "../../lib/state/codec";
import { CASE, causes, fixBy, openDesk, ranking } from "./journey";

const SCREEN = { width: 1280, height: 800 };
const MOST_SCREENS = 4;
const content = loadContent("content");
const knowledge = knowledgeOf(content);

/** The cases of all fixtures, each as a link: those in which the cause comes first, and the near misses. */
const cases = content.causes.flatMap(({ id, fixture }) =>
  (["first", "notFirst"] as const).map((kind) => {
    const answers = Object.entries(fixture?.[kind] ?? {}).map(([key, value]) => [key, value.split(",")]);
    return { name: `${id}, ${kind}`, link: `/#${encode(Object.fromEntries(answers) as never, knowledge)}` };
  }),
);

/** Wait until every part of the verdict stands. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator(".verdict")).toHaveAttribute("aria-busy", "false");
  await expect(page.locator('[data-part="hand-over"]')).toBeVisible();
  await expect(page.getByText("Loading…").filter({ visible: true })).toHaveCount(0);
}

/** What of the first screen is missing or out of view. */
const missing = (page: Page) =>
  page.evaluate(() => {
    const wanted = {
      path: ".path",
      headline: ".verdict h1",
      why: ".says .why li",
      "first cause": "[data-verdict] > li:nth-child(1)",
      "second cause": "[data-verdict] > li:nth-child(2)",
      "third cause": "[data-verdict] > li:nth-child(3)",
      "list of parts": ".jump a",
    };
    const isSeen = (selector: string) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
    };
    // Long commands push the answers of a check below; that there is one, and which, has to be seen.
    const next = [".next[data-check] h3", ".ask fieldset:first-child legend"];
    const out = Object.entries(wanted).filter(([, selector]) => !isSeen(selector));
    return [...out.map(([name]) => name), ...(next.some(isSeen) ? [] : ["what comes next"])];
  });

test.describe("at 1280 × 800", () => {
  test.use({ viewport: SCREEN });

  for (const [number, half] of [cases.slice(0, cases.length / 2), cases.slice(cases.length / 2)].entries())
    test(`the first screen holds the answer, and no verdict is longer than ${MOST_SCREENS} screens: half ${number + 1}`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(240_000);
      expect(half.length).toBe(content.causes.length);
      const found: string[] = [];
      for (const { name, link } of half) {
        const context = await browser.newContext({ viewport: SCREEN, serviceWorkers: "block" });
        const page = await context.newPage();
        await openDesk(page, `${baseURL}${link}`);
        await settled(page);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        if (height > MOST_SCREENS * SCREEN.height)
          found.push(`${name}: ${(height / SCREEN.height).toFixed(2)} screens`);
        for (const part of await missing(page)) found.push(`${name}: ${part} is not on the first screen`);
        await context.close();
      }
      expect(found).toEqual([]);
    });

  test("each cause is one press away from being the open one; the order stays, the link opens it, back closes it", async ({
    page,
  }) => {
    await openDesk(page, CASE);
    const before = await ranking(page);
    const headline = await page.locator(".verdict h1").textContent();
    await expect(causes(page).first().locator("a")).toHaveAttribute("aria-current", "true");
    const second = causes(page).nth(1);
    await second.locator("a").click();
    await expect(page.locator(".verdict h1")).not.toHaveText(headline ?? "");
    await expect(page.locator('[data-verdict] a[aria-current="true"]')).toHaveCount(1);
    await expect(second.locator("a")).toHaveAttribute("aria-current", "true");
    expect(await ranking(page)).toEqual(before);
    const id = (await second.getAttribute("data-cause")) ?? "";
    await expect(page).toHaveURL(new RegExp(`&open=${id}$`));
    await expect(page.locator(`[data-fragment="causes/${id}/stop"]`)).toBeVisible();
    await page.reload();
    await expect(second.locator("a")).toHaveAttribute("aria-current", "true");
    await page.goBack();
    await expect(page.locator(".verdict h1")).toHaveText(headline ?? "");
  });
});

test.describe("at 1280 × 800, the parts below", () => {
  test.use({ viewport: SCREEN });

  test("the list of parts stays in view, shows where one is, and each part can be linked", async ({
    page,
  }) => {
    await openDesk(page, CASE);
    await settled(page);
    const list = page.getByRole("navigation", { name: "Parts of this verdict" });
    await expect(list.getByRole("link", { name: "Verdict" })).toHaveAttribute("aria-current", "location");
    for (const [name, part] of [
      ["Check that it worked", "verify"],
      ["Stop the bleeding", "stop"],
      ["Fix in settings", "fix"],
    ] as const) {
      const link = list.getByRole("link", { name });
      await link.click();
      await expect(link).toHaveAttribute("aria-current", "location");
      await expect(list).toBeInViewport();
      await expect(page.locator(`[data-part="${part}"] h2`)).toBeInViewport();
      await expect(page.locator(`[data-part="${part}"] h2`)).toBeFocused();
    }
    await expect(page.locator("[data-configs]")).toBeVisible();
    await expect(page).toHaveURL(/&at=settings$/);
    const href = (await list.getByRole("link", { name: "Check next" }).getAttribute("href")) ?? "";
    await page.goto("about:blank");
    await page.goto(`/${href}`);
    await expect(page.locator('[data-part="checks"] h2')).toBeInViewport();
    await expect(page.locator("[data-answered]")).toHaveCount(5);
  });

  test("one way to fix it is open, the others a press away; nothing that decides is cut off", async ({
    page,
  }) => {
    await openDesk(page, CASE);
    await settled(page);
    for (const [way, inside] of [
      ["In settings", "#settings pre"],
      ["I can’t change this layer", "#owner pre"],
      ["In code", "#code pre"],
    ] as const) {
      await fixBy(page, way);
      await expect(page.locator(inside).first()).toBeVisible();
      await expect(page.locator(".way:visible")).toHaveCount(1);
    }
    const sides = page.locator("#code .decides");
    const [broken, fixed] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(broken?.y).toBe(fixed?.y);
    const cut = await page
      .locator(".decides pre, .verdict pre.command")
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length);
    expect(cut).toBe(0);
    await expect(page.locator("#code :is(.add, .del)").filter({ hasText: '"""' })).toHaveCount(0);
  });
});

test("on a phone with text twice as big nothing runs out of the page, and no answer stands one letter a line", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openDesk(page, CASE);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await settled(page);
  await page.locator(".fold").click();
  const narrow = await page
    .locator(".answers dd > button, .says .why li, .ranks b, .chips .chip")
    .evaluateAll((boxes) =>
      boxes
        .filter(
          (box) =>
            box.checkVisibility() &&
            box.getBoundingClientRect().width < 90 &&
            box.textContent.trim().length > 8,
        )
        .map((box) => box.textContent),
    );
  expect(narrow).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
});

test("what is uncertain looks so: no red, and what would tell", async ({ page }) => {
  await openDesk(page, "/#symptom=error-mid-stream&framework=crewai");
  await expect(page.locator(".kicker .tag.cut")).toHaveCount(0);
  await expect(page.locator(".path .cut")).toHaveCount(0);
  await expect(page.locator(".tell")).toContainText("What would tell");
});
