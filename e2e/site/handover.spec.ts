/** The hand-over report, and the text that says a verdict is wrong. */
import { expect, test } from "@playwright/test";
import { serious } from "./axe";
import { answerCheck, chooseFile, dialog, downloaded, NOW, said } from "./handover";
import { CASE, openDesk } from "./journey";

test("the report is shown as text, copied, and saved: answers, path, causes, what was tried and when, the link", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.setFixedTime(NOW);
  await openDesk(page, CASE);
  const check = await answerCheck(page);
  await page.getByRole("button", { name: "Hand-over report" }).click();
  const box = dialog(page, "Hand-over report");
  await expect(box).toBeVisible();
  const preview = box.locator("pre");
  const headline = (await page.locator(".verdict h1").textContent()) ?? "";
  const text = (await preview.textContent()) ?? "";
  expect(text.startsWith("# ")).toBe(true);
  expect(text.split("\n")[0]?.replaceAll("\\", "")).toBe(`# ${headline}`);
  for (const part of [
    "- Framework: **LangGraph**",
    "## The path of a token",
    "the break is suspected here",
    "## Causes, the likeliest first",
    "  - ",
    "## What was tried",
    "- 2026-11-21 17:40 UTC: ",
    "## Next",
    `check.${check}=`,
  ])
    expect(text).toContain(part);
  expect(text).toContain(`<${page.url()}>`);
  await box.getByRole("button", { name: "Copy" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  const file = await downloaded(page, () => box.getByRole("button", { name: "Download" }).click());
  expect(file).toEqual({ name: "lastbyte-report-20261121-1740.md", text });
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(page.getByRole("button", { name: "Hand-over report" })).toBeFocused();
});

test("“this verdict is wrong” makes a text with one sentence of the user, and sends nothing", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDesk(page, CASE);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "This verdict is wrong" }).click();
  const box = dialog(page, "This verdict is wrong");
  await expect(box.locator("pre")).toContainText("(one sentence, please)");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await box.getByLabel("What was it really?").fill("<b>The WAF</b> held it, @ops\n# heading");
  const preview = box.locator("pre");
  await expect(preview).toContainText("\\<b\\>The WAF\\</b\\> held it, `@ops` \\# heading");
  for (const part of [
    "# Wrong verdict: ",
    "- Framework: **LangGraph**",
    "1. ",
    "Knowledge `",
    "`/#symptom=stall-then-cut",
  ])
    await expect(preview).toContainText(part);
  await box.getByRole("button", { name: "Copy" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await preview.textContent());
  await box.getByRole("button", { name: "Close" }).click();
  await expect(box).toBeHidden();
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("WAF");
});

test("what makes the report is not loaded before it is asked for", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await openDesk(page, CASE);
  await page.waitForLoadState("networkidle");
  const before = scripts.length;
  await page.getByRole("button", { name: "Hand-over report" }).click();
  await expect(dialog(page, "Hand-over report")).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
});

test("when it cannot be loaded, a sentence says so, and the next press tries again", async ({ page }) => {
  await openDesk(page, CASE);
  await page.waitForLoadState("networkidle");
  await page.route("**/_next/static/chunks/**", (route) => route.abort());
  await page.getByRole("button", { name: "Hand-over report" }).click();
  await expect(page.getByText("This part could not be loaded.").last()).toBeVisible();
  await page.unroute("**/_next/static/chunks/**");
  await page.getByRole("button", { name: "Hand-over report" }).click();
  await expect(dialog(page, "Hand-over report")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("both dialogs and the words about a file can be read and used by all", async ({ page }) => {
      const found: string[] = [];
      await openDesk(page, CASE);
      for (const [button, name] of [
        ["Hand-over report", "Hand-over report"],
        ["This verdict is wrong", "This verdict is wrong"],
      ] as const) {
        await page.getByRole("button", { name: button }).click();
        await expect(dialog(page, name)).toBeVisible();
        found.push(...(await serious(page)));
        await page.keyboard.press("Escape");
        await expect(dialog(page, name)).toBeHidden();
      }
      await chooseFile(page, "x.json", "no");
      await expect(said(page)).toBeVisible();
      found.push(...(await serious(page)));
      await page.goto("/data/");
      found.push(...(await serious(page)));
      expect(found).toEqual([]);
    });
  });
}

for (const width of [320, 768]) {
  test(`the dialogs and the page about the data fit at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openDesk(page, CASE);
    for (const name of ["Hand-over report", "This verdict is wrong"]) {
      await page.getByRole("button", { name }).click();
      const box = dialog(page, name);
      await expect(box.locator("pre")).toBeInViewport();
      await expect(box.getByRole("button", { name: "Download" })).toBeInViewport();
      expect(
        await box.evaluate(
          (element) =>
            element.scrollWidth <= element.clientWidth + 1 &&
            document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      ).toBe(true);
      await box.getByRole("button", { name: "Close" }).click();
    }
    await page.goto("/data/");
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
  });
}
