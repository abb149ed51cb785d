import { expect, test } from "@playwright/test";
import { answered, CASE, causes, choose, fixBy, openDesk, question, ranking } from "./journey";

test("four questions by mouse give a verdict that moves with each answer", async ({ page }) => {
  await openDesk(page);
  await choose(page, "symptom", "All at once");
  await expect(causes(page).first()).toBeVisible();
  const after: string[][] = [await ranking(page)];
  await choose(page, "framework", "LangGraph");
  await choose(page, "hosting", "Kubernetes");
  await choose(page, "proxy", "ingress-nginx");
  await expect(answered(page, "proxy")).toBeVisible();
  await expect.poll(() => ranking(page)).not.toEqual(after[0]);
  for (const id of ["framework", "hosting", "proxy", "symptom"])
    await expect(answered(page, id)).toBeVisible();
  await expect(page).toHaveURL(
    /#symptom=all-at-once&framework=langgraph&hosting=kubernetes&proxy=ingress-nginx$/,
  );
  await expect(page.locator("[data-pair]")).toBeVisible();
  await fixBy(page, "In settings");
  await expect(page.locator("[data-configs]")).toContainText("ingress-nginx");
  await expect(page.locator("[data-check]").first()).toBeVisible();
});

test("by keyboard alone: arrows, Enter, and digits inside the focused question only", async ({ page }) => {
  await openDesk(page);
  await page.keyboard.press("2");
  expect(page.url()).not.toContain("#");
  const first = question(page, "framework").locator("button.chip");
  for (
    let presses = 0;
    presses < 30 && !(await first.first().evaluate((chip) => chip === document.activeElement));
    presses += 1
  )
    await page.keyboard.press("Tab");
  await expect(first.first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(first.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(first.last()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(answered(page, "framework")).toBeVisible();
  // The focus has gone to the next question, so that the next keys go there.
  await expect(page.locator("fieldset[data-question] legend > span").first()).toBeFocused();
  const symptom = question(page, "symptom");
  await symptom.locator("button.chip").first().focus();
  await page.keyboard.press("2");
  await expect(answered(page, "symptom")).toBeVisible();
  await expect(page).toHaveURL(/symptom=cut-fixed-time/);
  // What is asked next is known a frame after the verdict.
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test("an answer can be changed and nothing else is lost; back and forward go through the answers", async ({
  page,
}) => {
  await openDesk(page, CASE);
  await answered(page, "symptom")
    .getByRole("button", { name: /change/ })
    .click();
  await choose(page, "symptom", "All at once");
  await expect(page).toHaveURL(/symptom=all-at-once/);
  for (const id of ["framework", "hosting", "proxy"]) await expect(answered(page, id)).toBeVisible();
  expect(page.url()).toContain("framework=langgraph&hosting=kubernetes&proxy=ingress-nginx");
  await page.goBack();
  await expect(answered(page, "symptom")).toContainText("Long silence");
  await page.goForward();
  await expect(answered(page, "symptom")).toContainText("All at once");
});

test("start over is one action, and undone in one", async ({ page }) => {
  await openDesk(page, CASE);
  const before = await ranking(page);
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(page.locator("[data-answered]")).toHaveCount(0);
  await expect(page).not.toHaveURL(/#./);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("[data-answered]")).toHaveCount(5);
  expect(await ranking(page)).toEqual(before);
});

test("the result of a check changes the ranking, and a reload keeps it", async ({ page }) => {
  await openDesk(page, CASE);
  const before = await ranking(page);
  const next = page.locator(".next[data-check]");
  const id = await next.getAttribute("data-check");
  await next.locator("button.chip").first().click();
  await expect(page).toHaveURL(new RegExp(`check\\.${id}=`));
  await expect.poll(() => ranking(page)).not.toEqual(before);
  await expect(next).not.toHaveAttribute("data-check", id ?? "");
  const after = await ranking(page);
  await page.reload();
  await expect(causes(page).first()).toBeVisible();
  expect(await ranking(page)).toEqual(after);
  await expect(page.locator(`li[data-check="${id}"] summary .n`)).toHaveText("✓");
});

test("the status speaks once the hand rests, and once for a verdict", async ({ page }) => {
  await page.clock.install();
  await openDesk(page);
  await page.evaluate(() => {
    const said: string[] = [];
    (window as unknown as { said: string[] }).said = said;
    const region = document.querySelector("[data-status]");
    if (region)
      new MutationObserver(() => said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  await choose(page, "symptom", "All at once");
  await choose(page, "framework", "LangGraph");
  await expect(answered(page, "framework")).toBeVisible();
  await page.clock.runFor(3_000);
  await expect(page.locator("[data-status]")).toContainText("Verdict: ");
  expect(
    await page.evaluate(() => (window as unknown as { said: string[] }).said.filter(Boolean)),
  ).toHaveLength(1);
});

test("a part that cannot be fetched says so, keeps the answers, and comes with another try", async ({
  page,
}) => {
  let fail = true;
  await page.route("**/f/**", (route) => (fail ? route.abort() : route.continue()));
  await openDesk(page, CASE);
  const note = page.getByText("This part could not be loaded.").first();
  await expect(note).toBeVisible();
  await expect(page.locator("[data-answered]")).toHaveCount(5);
  fail = false;
  const box = page.locator("[data-pair]");
  await box.getByRole("button", { name: "Try again" }).click();
  await expect(box.locator("pre").first()).toBeVisible();
});

test("a value that is typed stands in the config, a hostile one does not, and neither goes into the link", async ({
  page,
}) => {
  await openDesk(page, CASE.replace("ingress-nginx", "nginx").replace("kubernetes", "vm"));
  await fixBy(page, "In settings");
  await page.getByText("Fill in your own values").click();
  const config = page.locator("[data-configs] li").filter({ hasText: "nginx" }).first();
  if ((await config.locator("details[open]").count()) === 0) await config.locator("summary").first().click();
  await expect(config.locator('[data-value="longest-silence"]').first()).toHaveText("300s");
  await page.getByLabel("Longest silence, seconds").fill("7319");
  await expect(config.locator('[data-value="longest-silence"]').first()).toHaveText("7319s");
  await page.getByLabel("Path of the stream").fill("/x;evil");
  await expect(page.getByLabel("Path of the stream")).toHaveAttribute("aria-invalid", "true");
  await expect(config).not.toContainText("evil");
  expect(page.url()).not.toContain("7319");
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  // Any digits can stand in the random id of an incident.
  expect(stored.replaceAll(/\d{8,}/g, "")).not.toContain("7319");
});
