/** What teams carry away as text: links, Markdown and runbook steps. */
import { expect, test, type Page } from "@playwright/test";
import { CASE, openDesk } from "./journey";

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Open a share control and press one of its buttons; the text that then stands in the clipboard. */
async function copied(page: Page, box: ReturnType<Page["locator"]>, label: string): Promise<string> {
  const menu = box.locator("details.share").first();
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
  await menu.getByRole("button", { name: label }).click();
  await expect(menu.getByRole("button", { name: "Copied" })).toBeVisible();
  const text = await clipboard(page);
  await expect(menu.getByRole("button", { name: label })).toBeVisible();
  return text;
}

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a cause: link, Markdown, runbook step", async ({ page, baseURL }) => {
  await page.goto("/causes/proxy-read-timeout/");
  const box = page.locator('[data-shared="cause"]');
  const title = (await page.locator("h1").textContent()) ?? "";
  const href = `${baseURL}/causes/proxy-read-timeout/`;
  expect(await copied(page, box, "Copy link")).toBe(href);
  const markdown = await copied(page, box, "Copy as Markdown");
  expect(markdown).toContain(`## [${title}](${href})`);
  expect(markdown).toMatch(/\n```sh\n[\s\S]+?\n```\n\nLook at: /);
  expect(markdown).toContain("### Then");
  expect(markdown).toContain("### Check that it worked");
  const step = await copied(page, box, "Copy as a runbook step");
  expect(step).toMatch(/^### .+\n\n\*\*Why:\*\* .+\n\n\*\*Run:\*\*/);
  for (const part of [
    "**Look at:** ",
    "**It shows:**",
    "\n- [ ] ",
    "**Then:**",
    `**More:** [Lastbyte: ${title}](${href})`,
  ])
    expect(step).toContain(part);
  expect(step).not.toMatch(/\n{3}/);
});

test("a check, on its page and in a cause", async ({ page, baseURL }) => {
  await page.goto("/checks/");
  const box = page.locator('[data-shared="check"]').first();
  const id = (await box.getAttribute("data-check")) ?? "";
  const own = await copied(page, box, "Copy as Markdown");
  expect(own).toContain(`](${baseURL}/checks/#${id})`);
  expect(own).toContain("Look at: ");
  expect(own).toMatch(/\n- .+\n- /);
  await page.goto("/causes/proxy-read-timeout/");
  const step = page.locator('ol.steps > li[data-shared="check"]').first();
  expect(await copied(page, step, "Copy link")).toBe(
    `${baseURL}/checks/#${(await step.getAttribute("data-check")) ?? ""}`,
  );
});

test("a limit: the control comes when the row is reached by keyboard", async ({ page, baseURL }) => {
  await page.goto("/limits/");
  await expect(page.locator("table.limits details.share")).toHaveCount(0);
  const row = page.locator("table.limits tbody tr").filter({ hasText: "proxy_read_timeout" }).first();
  const id = (await row.getAttribute("id")) ?? "";
  await row.locator(".row-link").focus();
  await expect(row.locator("details.share")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(row.locator("details.share summary")).toBeFocused();
  await page.keyboard.press("Enter");
  const markdown = await copied(page, row, "Copy as Markdown");
  expect(markdown).toContain(`(${baseURL}/limits/#${id})`);
  expect(markdown).toContain("- **Default:** ");
  expect(markdown).not.toContain("Share");
  await page.keyboard.press("Escape");
  await expect(row.locator("details.share")).not.toHaveAttribute("open", "");
});

test("a verdict, with its answers, and the next check", async ({ page }) => {
  await openDesk(page, CASE);
  const box = page.locator('[data-shared="verdict"]');
  await expect(box.locator(".next[data-check] .code pre").first()).toBeVisible();
  const title = (await page.locator("h1").textContent()) ?? "";
  const markdown = await copied(page, box, "Copy as Markdown");
  expect(markdown).toContain(`## [${title}](${page.url()})`);
  expect(markdown).toContain("- **Framework:** LangGraph");
  expect(markdown).toContain("For it: ");
  expect(markdown).toContain("### Then");
  const step = await copied(page, box, "Copy as a runbook step");
  expect(step).toContain("**Run:**");
  expect(step).toContain(page.url());
  const check = box.locator(".next[data-check]");
  expect(await copied(page, check, "Copy link")).toContain(
    `/checks/#${(await check.getAttribute("data-check")) ?? ""}`,
  );
});

test("without the clipboard the text is shown, selected", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new Error("denied")) },
    }),
  );
  await page.goto("/causes/proxy-read-timeout/");
  const menu = page.locator('[data-shared="cause"] > details.share');
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: "Copy as a runbook step" }).click();
  const field = menu.getByRole("textbox");
  await expect(field).toBeFocused();
  expect(
    await field.evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart, element.selectionEnd),
    ),
  ).toContain("**Why:**");
});
