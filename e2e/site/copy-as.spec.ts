/** What teams carry away: causes, checks, limits and verdicts, copied as a link, as Markdown or as a runbook step. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { CASE, openDesk } from "./journey";

const CAUSE = "/causes/proxy-read-timeout/";
const menuIn = (box: Locator) => box.locator("details.copy-as").first();
const isExcerpts = (url: string) => new URL(url).pathname.startsWith("/excerpts/");

/** Open a menu and press one of its buttons; the text that then stands in the clipboard. */
async function copied(page: Page, box: Locator, label: string): Promise<string> {
  const menu = menuIn(box);
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
  await menu.getByRole("button", { name: label }).click();
  await expect(menu.getByRole("button", { name: "Copied" })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await expect(menu.getByRole("button", { name: label })).toBeVisible();
  return text;
}

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a cause: link, Markdown, runbook step", async ({ page, baseURL }) => {
  await page.goto(CAUSE);
  const box = page.locator("article");
  const title = (await page.locator("h1").textContent()) ?? "";
  const href = `${baseURL}${CAUSE}`;
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
  const box = page.locator("section[data-check]").first();
  const id = (await box.getAttribute("data-check")) ?? "";
  const own = await copied(page, box, "Copy as Markdown");
  expect(own).toContain(`](${baseURL}/checks/#${id})`);
  expect(own).toContain("Look at: ");
  expect(own).toMatch(/\n- .+\n- /);
  await page.goto(CAUSE);
  const step = page.locator("ol.steps > li[data-check]").first();
  expect(await copied(page, step, "Copy link")).toBe(
    `${baseURL}/checks/#${(await step.getAttribute("data-check")) ?? ""}`,
  );
});

test("a limit: the menu comes when the row is reached by keyboard", async ({ page, baseURL }) => {
  await page.goto("/limits/");
  await expect(page.locator("table.limits details")).toHaveCount(0);
  const row = page.locator("table.limits tbody tr").filter({ hasText: "proxy_read_timeout" }).first();
  const id = (await row.getAttribute("id")) ?? "";
  await row.locator(".row-link").focus();
  await expect(menuIn(row)).toBeVisible();
  const setting = (await row.locator(".row-link").textContent()) ?? "";
  await expect(menuIn(row).locator("summary")).toHaveText(new RegExp(`^Share .+: ${setting}$`));
  await page.keyboard.press("Tab");
  await expect(menuIn(row).locator("summary")).toBeFocused();
  await page.keyboard.press("Enter");
  const markdown = await copied(page, row, "Copy as Markdown");
  expect(markdown).toContain(`(${baseURL}/limits/#${id})`);
  expect(markdown).toContain("- **Default:** ");
  expect(markdown).not.toContain("Share");
  await page.keyboard.press("Escape");
  await expect(menuIn(row)).not.toHaveAttribute("open", "");
});

test("a verdict, with its answers, and the next check", async ({ page }) => {
  await openDesk(page, CASE);
  const box = page.locator("section.verdict");
  await expect(box.locator(".next[data-check] .code pre").first()).toBeVisible();
  // What is copied has plain blanks, so that it can be searched.
  const title = ((await page.locator("h1").textContent()) ?? "").replaceAll("\u00a0", " ");
  const markdown = await copied(page, box, "Copy as Markdown");
  expect(markdown).toContain(`## [${title}](${page.url()})`);
  expect(markdown).toContain("- **Framework:** LangGraph");
  expect(markdown).toContain("For it: ");
  expect(markdown).toContain("### Then");
  const step = await copied(page, box, "Copy as a runbook step");
  expect(step).toContain("**Run:**");
  expect(step).toContain(page.url());
  const check = box.locator(".next[data-check]");
  const id = (await check.getAttribute("data-check")) ?? "";
  expect(await copied(page, check, "Copy link")).toContain(`/checks/#${id}`);
  expect(await copied(page, check, "Copy as Markdown")).toContain(`/checks/#${id})`);
});

test("the text is not read out of the page: another page around the menus changes nothing", async ({
  page,
}) => {
  for (const [address, box] of [
    [CAUSE, "article"],
    [CASE, "section.verdict"],
  ] as const) {
    if (address === CASE) await openDesk(page, address);
    else await page.goto(address);
    const before = await copied(page, page.locator(box), "Copy as Markdown");
    await page.evaluate(() => {
      for (const element of document.querySelectorAll(
        "main h1, main h3, main p, main pre .line, main .why li",
      ))
        element.textContent = "Something else";
      for (const element of document.querySelectorAll("main .now, main .next, main .code, main .stack-tight"))
        element.className = "other";
    });
    expect(await copied(page, page.locator(box), "Copy as Markdown"), address).toBe(before);
  }
});

test("the data is fetched when a menu is opened, once, and not before", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (isExcerpts(request.url())) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(CAUSE, { waitUntil: "networkidle" });
  expect(asked).toEqual([]);
  await copied(page, page.locator("article"), "Copy as Markdown");
  await copied(page, page.locator("ol.steps > li").first(), "Copy as a runbook step");
  expect(asked).toEqual([
    expect.stringMatching(/^\/excerpts\/causes\/proxy-read-timeout\.[0-9a-f]{12}\.json$/),
  ]);
  asked.length = 0;
  await openDesk(page, CASE);
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await copied(page, page.locator("section.verdict"), "Copy as Markdown");
  expect(asked.sort()).toEqual([
    expect.stringMatching(/^\/excerpts\/causes\/[a-z-]+\.[0-9a-f]{12}\.json$/),
    expect.stringMatching(/^\/excerpts\/checks\.[0-9a-f]{12}\.json$/),
  ]);
});

test("what cannot be loaded is said, the link is copied all the same, and a second try works", async ({
  page,
  baseURL,
}) => {
  await page.goto(CAUSE);
  await page.route(
    (url) => isExcerpts(url.href),
    (route) => route.abort(),
  );
  const menu = menuIn(page.locator("article"));
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(menu.getByRole("alert")).toContainText("could not be loaded");
  expect(await copied(page, page.locator("article"), "Copy link")).toBe(`${baseURL}${CAUSE}`);
  await page.unrouteAll();
  expect(await copied(page, page.locator("article"), "Copy as Markdown")).toContain("### Then");
  await expect(menu.getByRole("alert")).toHaveCount(0);
});

test("without the clipboard the text is shown, selected", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new Error("denied")) },
    }),
  );
  await page.goto(CAUSE);
  const menu = page.locator("article > details.copy-as");
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
