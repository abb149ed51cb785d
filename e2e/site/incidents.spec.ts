import { expect, test } from "@playwright/test";
import { serious } from "./axe";
import { change, follow, letRefuse, list, notes, offer, openList, row, rows, stored } from "./incidents";
import { answered, CASE, causes, choose, openDesk, question, ranking } from "./journey";

const DAY_MS = 86_400_000;

test.describe("two tabs", () => {
  test("with one incident see each other's changes", async ({ page, context }) => {
    await openDesk(page, CASE);
    const other = await context.newPage();
    await openDesk(other, CASE);
    await other.bringToFront();
    await other.locator('[data-answered="silence"] button').click();
    await other.getByRole("button", { name: "Take the answer away" }).click();
    await expect(answered(page, "silence")).toHaveCount(0);
    await page.bringToFront();
    await expect(page).not.toHaveURL(/silence/);
    await change(page, "framework", "CrewAI");
    await expect(answered(other, "framework")).toContainText("CrewAI");
    expect(await stored(page)).toHaveLength(1);
  });

  test("with two incidents keep both, whoever speaks last", async ({ page, context }) => {
    await openDesk(page);
    const other = await context.newPage();
    await openDesk(other);
    await choose(page, "symptom", "All at once");
    await choose(page, "framework", "LangGraph");
    await choose(other, "symptom", "Nothing at all");
    await expect(causes(other).first()).toBeVisible();
    expect((await stored(page)).map(({ answers }) => answers)).toEqual(
      expect.arrayContaining([
        { symptom: ["all-at-once"], framework: ["langgraph"] },
        { symptom: ["no-output"] },
      ]),
    );
    await openList(page);
    await expect(rows(page)).toHaveCount(2);
    await row(page, "Nothing at all").getByRole("button", { name: /^Open/ }).click();
    await expect(answered(page, "symptom")).toContainText("Nothing at all");
    await expect(page).toHaveURL(/#symptom=no-output$/);
  });
});

test.describe("the list", () => {
  test("opens, names, saves, removes, and brings back what was removed", async ({ page }) => {
    await openDesk(page, CASE);
    await follow(page, "symptom=no-output");
    await openList(page);
    await expect(list(page).locator("summary")).toHaveText("Incidents in this browser (2)");
    const first = rows(page).nth(1);
    await first.getByRole("button", { name: /^Name/ }).click();
    await expect(page.getByLabel("Name of this incident")).toBeFocused();
    await page.keyboard.type("Checkout on Monday");
    await page.keyboard.press("Enter");
    await expect(row(page, "Checkout on Monday")).toHaveCount(1);
    await expect(row(page, "Checkout on Monday").getByRole("button", { name: /^Rename/ })).toBeFocused();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      row(page, "Checkout on Monday").getByRole("button", { name: /^Save/ }).click(),
    ]);
    await expect(row(page, "Checkout on Monday").getByRole("status")).toContainText(
      download.suggestedFilename(),
    );

    await row(page, "Checkout on Monday")
      .getByRole("button", { name: /^Remove/ })
      .click();
    await expect(rows(page)).toHaveCount(1);
    expect(await stored(page)).toHaveLength(1);
    const undo = list(page).getByRole("button", { name: "Undo" });
    await expect(undo).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(row(page, "Checkout on Monday")).toHaveCount(1);
    await expect(list(page).locator("summary")).toBeFocused();

    await row(page, "Checkout on Monday").getByRole("button", { name: /^Open/ }).click();
    await expect(page.locator("[data-answered]")).toHaveCount(5);
    await expect(page.locator(".verdict h1")).toBeFocused();
    await page.reload();
    await openList(page);
    await expect(row(page, "Checkout on Monday")).toContainText("open now");
  });
});

test.describe("the list, when much is kept", () => {
  test("removes all but the open one, and brings them back", async ({ page }) => {
    await openDesk(page, CASE);
    await follow(page, "symptom=no-output");
    await follow(page, "symptom=all-at-once");
    await openList(page);
    await page.getByRole("button", { name: "Remove all but the open one" }).click();
    await expect(rows(page)).toHaveCount(1);
    expect(await stored(page)).toHaveLength(1);
    await expect(list(page)).toContainText("2 incidents are removed.");
    await list(page).getByRole("button", { name: "Undo" }).click();
    await expect(rows(page)).toHaveCount(3);
  });

  test("“not now” loses nothing", async ({ page }) => {
    await openDesk(page, CASE);
    await page.goto("/limits/");
    await openDesk(page);
    await expect(offer(page)).toContainText("Long silence, then gone, LangGraph, Kubernetes, just now");
    await page.getByRole("button", { name: "Not now" }).click();
    await expect(offer(page)).toHaveCount(0);
    await openList(page);
    await rows(page).getByRole("button", { name: /^Open/ }).click();
    await expect(page.locator("[data-answered]")).toHaveCount(5);
  });

  test("the eleventh incident sends the oldest away, with its age in words", async ({ page }) => {
    const now = Date.parse("2026-11-21T10:00:00Z");
    await page.clock.setFixedTime(now - 3 * DAY_MS);
    await openDesk(page, CASE);
    for (let after = 1; after <= 9; after += 1) {
      await page.clock.setFixedTime(now - DAY_MS + after * 1000);
      await follow(page, `symptom=cut-fixed-time&after=${after}`);
      await expect(answered(page, "after")).toContainText(`${after} s`);
    }
    await expect(notes(page)).toHaveCount(0);
    await page.clock.setFixedTime(now);
    await follow(page, "symptom=cut-fixed-time&after=10");
    await expect(notes(page)).toContainText(
      "“Long silence, then gone, LangGraph, Kubernetes”, last changed 3 days ago, is no longer kept",
    );
    expect(await stored(page)).toHaveLength(10);
    await page.getByRole("button", { name: "Close this note" }).click();
    await expect(notes(page)).toHaveCount(0);
  });
});

test.describe("what opens and what does not", () => {
  test("the skip link goes to the content, and the incident stays, also over a reload", async ({ page }) => {
    await openDesk(page, CASE);
    const before = await ranking(page);
    await page.keyboard.press("Tab");
    await expect(page.locator("a.skip")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/symptom=stall-then-cut/);
    expect(await ranking(page)).toEqual(before);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    await page.reload();
    await expect(causes(page).first()).toBeVisible();
    expect(await ranking(page)).toEqual(before);
    expect(await stored(page)).toHaveLength(1);
  });

  test("what the search offers opens beside the incident; back brings that, with the times of its checks", async ({
    page,
  }) => {
    await page.clock.setFixedTime("2026-11-21T17:40:12.000Z");
    await openDesk(page, CASE);
    await page.locator(".next[data-check] button.chip").first().click();
    await expect(page).toHaveURL(/check\./);
    await page.clock.setFixedTime("2026-11-21T18:00:00.000Z");
    await page.keyboard.press("Control+k");
    await page.locator("#seek-field").fill("nginx cut after 60s");
    await page.getByRole("link", { name: /^Diagnose with nginx/ }).click();
    await expect(page.locator("[data-answered]")).toHaveCount(2);
    await expect(offer(page)).toContainText("19 minutes ago");
    await page.goBack();
    await expect(page.locator("[data-answered]")).toHaveCount(5);
    await page.getByRole("button", { name: "Hand-over report" }).click();
    await expect(page.getByRole("dialog").locator("pre")).toContainText("- 2026-11-21 17:40 UTC: ");
    await page.keyboard.press("Escape");
    await page.goForward();
    await expect(page.locator("[data-answered]")).toHaveCount(2);
    await offer(page).getByRole("button", { name: "Take it up again" }).click();
    await expect(page.locator("[data-answered]")).toHaveCount(5);
    await expect(page).toHaveURL(/check\./);
  });
});

test.describe("what comes from outside", () => {
  test("unknown parts of a link go from the address and from “Copy link”; of many a dozen are named", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const junk = Array.from({ length: 600 }, (_, at) => `j${at}=`).join("&");
    await openDesk(page, `/?session=abc#symptom=no-output&token=hunter2&${junk}`);
    await expect(page).toHaveURL(/\/#symptom=no-output$/);
    const alert = page.getByRole("alert").filter({ hasText: "left out" });
    await expect(alert.getByRole("listitem")).toHaveCount(13);
    await expect(alert).toContainText("“token” is no question");
    await expect(alert).toContainText("And 589 more things were left out.");
    await page.getByRole("button", { name: "Copy link" }).first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/#symptom=no-output$/);
  });

  test("what the first version kept is taken over: the last incident and the one before it", async ({
    page,
  }) => {
    await page.goto("/limits/");
    await page.evaluate(() =>
      localStorage.setItem(
        "lastbyte.case",
        '{"answers":{"symptom":["all-at-once"],"framework":["langgraph"]},"times":{},"earlier":{"answers":{"symptom":["no-output"]},"times":{}}}',
      ),
    );
    await openDesk(page);
    await expect(offer(page)).toContainText("All at once at the end, LangGraph");
    await openList(page);
    await expect(rows(page)).toHaveCount(2);
    await page.getByRole("button", { name: "Take it up again" }).click();
    await expect(page.locator("[data-answered]")).toHaveCount(2);
    expect(await page.evaluate(() => localStorage.getItem("lastbyte.case"))).toBeNull();
  });

  test("start over keeps the incident, and is undone with its times", async ({ page }) => {
    await openDesk(page, CASE);
    const before = await ranking(page);
    await page.getByRole("button", { name: "Start over" }).click();
    await expect(page.locator("fieldset[data-question] legend > span").first()).toBeFocused();
    await expect(page).not.toHaveURL(/#./);
    await openList(page);
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator("[data-answered]")).toHaveCount(5);
    expect(await ranking(page)).toEqual(before);
    await expect(page.locator(".verdict h1")).toBeFocused();
    await page.goBack();
    await expect(question(page, "symptom")).toBeVisible();
    await page.goForward();
    await expect(page.locator("[data-answered]")).toHaveCount(5);
    expect(await stored(page)).toHaveLength(1);
  });
});

test.describe("a storage that refuses", () => {
  test("is named, and loses nothing that the page holds; once it takes again, all is written", async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await openDesk(page, CASE);
    await letRefuse(page, true);
    await change(page, "framework", "CrewAI");
    await expect(page.locator("[data-unkept]")).toContainText("This browser keeps nothing now");
    await follow(page, "symptom=no-output");
    await expect(offer(page)).toContainText("Long silence, then gone");
    await offer(page).getByRole("button", { name: "Take it up again" }).click();
    await expect(answered(page, "framework")).toContainText("CrewAI");
    await letRefuse(page, false);
    await page.locator('[data-answered="silence"] button').click();
    await page.getByRole("button", { name: "Take the answer away" }).click();
    await expect(page.locator("[data-unkept]")).toHaveCount(0);
    expect((await stored(page)).map(({ answers }) => answers["symptom"])).toEqual(
      expect.arrayContaining([["stall-then-cut"], ["no-output"]]),
    );
    expect(errors).toEqual([]);
  });

  for (const [name, broken] of [
    ["throws at every turn", "get"],
    ["is full from the start", "set"],
  ] as const) {
    test(`${name}: a sentence, and a reload has what the address holds`, async ({ page }) => {
      await page.addInitScript((how) => {
        const refused = () => {
          throw new DOMException("no", "SecurityError");
        };
        if (how === "get") Object.defineProperty(window, "localStorage", { get: refused });
        else Storage.prototype.setItem = refused;
      }, broken);
      await openDesk(page);
      await expect(page.locator("[data-unkept]")).toHaveCount(0);
      await choose(page, "symptom", "All at once");
      await expect(page.locator("[data-unkept]")).toBeVisible();
      await expect(page).toHaveURL(/symptom=all-at-once/);
      await page.reload();
      await expect(answered(page, "symptom")).toBeVisible();
    });
  }

  test("what is damaged is named, stays, and can be removed", async ({ page }) => {
    await page.goto("/limits/");
    await page.evaluate(() => localStorage.setItem("lastbyte.incident.1-2", '{"version":2,"ans'));
    await openDesk(page);
    await expect(notes(page)).toContainText("is damaged and cannot be read");
    await openList(page);
    await page.getByRole("button", { name: "Remove all" }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("notices and list can be read and used by all, at each width", async ({ page }) => {
      const found: string[] = [];
      await openDesk(page, CASE);
      for (let after = 1; after <= 10; after += 1) {
        await follow(page, `symptom=cut-fixed-time&after=${after}`);
        await expect(answered(page, "after")).toContainText(`${after} s`);
      }
      await openList(page);
      await rows(page).nth(1).getByRole("button", { name: /^Name/ }).click();
      await rows(page)
        .nth(2)
        .getByRole("button", { name: /^Remove/ })
        .click();
      for (const width of [320, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await serious(page)));
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
          `${width} px`,
        ).toBeLessThanOrEqual(0);
      }
      expect(found).toEqual([]);
    });
  });
}
