/** What teams carry away: copied texts, links from alerts, and the builder that makes them. */
import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { serious } from "./axe";
import { CASE, causes, openDesk } from "./journey";

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

test.describe("copies", () => {
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
});

test("every published address opens, and what it names is there", async ({ request }) => {
  const addresses = readFileSync("content/addresses.txt", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("/") && !line.startsWith("/#"));
  const pages = new Set(addresses.map((address) => address.split("#")[0] ?? ""));
  const lost: string[] = [];
  for (const page of pages) {
    const response = await request.get(page);
    const html = await response.text();
    lost.push(
      ...addresses.filter(
        (address) =>
          address.split("#")[0] === page &&
          (response.status() !== 200 ||
            (address.includes("#") && !html.includes(` id="${address.split("#")[1] ?? ""}"`))),
      ),
    );
  }
  expect(pages.size).toBeGreaterThan(100);
  expect(lost).toEqual([]);
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

test("the builder makes a link that opens on the verdict, and writes it into every example", async ({
  page,
  baseURL,
}) => {
  await page.goto("/runbooks/");
  await page.getByLabel("Framework").selectOption("crewai");
  await page.getByLabel("Hosting").selectOption("");
  await page.getByLabel("Proxy").selectOption("nginx");
  await page.getByLabel("Symptom").selectOption("stall-then-cut");
  await page.getByLabel("The alert fills in").selectOption("silence");
  const link = `${baseURL}/#framework=crewai&proxy=nginx&symptom=stall-then-cut&silence=`;
  await expect(page.locator("[data-built]")).toHaveText(`${link}60`);
  for (const value of [
    '{{ $value | printf "%.0f" }}',
    '{{ printf "%.0f" $values.B.Value }}',
    "${__value.numeric}",
    "${seconds}",
    '{{eval "round(value)"}}',
  ]) {
    await expect(page.locator("article")).toContainText(`${link}${value}`);
  }
  await page.getByRole("link", { name: "Open it", exact: true }).last().click();
  await expect(causes(page).first()).toBeVisible();
  await expect(page.locator('[data-answered="silence"]')).toContainText("60 s");
  await expect(page.getByText("was not understood")).toHaveCount(0);
});

for (const [left, shown, named] of [
  ["after=61.0348291", "61.035 s", null],
  ["after=1m%201s", "61 s", null],
  ["after=", null, "came without a value"],
  ["after=NaN", null, "“NaN”"],
] as const) {
  test(`an alert that leaves ${left} opens what is understood`, async ({ page }) => {
    await openDesk(page, `/#symptom=cut-fixed-time&framework=LangGraph&${left}`);
    await expect(page.locator('[data-answered="framework"]')).toContainText("LangGraph");
    if (shown === null) await expect(page.locator('[data-answered="after"]')).toHaveCount(0);
    else await expect(page.locator('[data-answered="after"]')).toContainText(shown);
    if (named === null) await expect(page.getByText("was not understood")).toHaveCount(0);
    else await expect(page.getByRole("alert").filter({ hasText: "was not understood" })).toContainText(named);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page shows table and examples, and no control that would do nothing", async ({ page }) => {
    await page.goto("/runbooks/");
    await expect(page.locator("table.params")).toContainText("ingress-nginx");
    await expect(page.locator("article")).toContainText('after={{ $value | printf "%.0f" }}');
    await expect(page.locator("form[data-builder]")).toBeHidden();
    await expect(page.getByText("The builder needs JavaScript.")).toBeVisible();
    await page.goto("/causes/proxy-read-timeout/");
    await expect(page.locator("details.share").first()).toBeHidden();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("nothing serious for axe, with the controls open", async ({ page }) => {
      test.slow();
      const found: string[] = [];
      for (const address of ["/runbooks/", "/causes/proxy-read-timeout/", "/limits/", CASE]) {
        await page.goto(address, { waitUntil: "networkidle" });
        if (address === "/limits/") await page.locator("table.limits .row-link").first().focus();
        const menu = page.locator("details.share summary").first();
        if ((await menu.count()) > 0) await menu.click();
        found.push(...(await serious(page)));
      }
      expect(found).toEqual([]);
    });
  });
}

test("no page breaks its policy, and nothing is wider than the screen", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") broken.push(message.text());
  });
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ["/runbooks/", "/causes/proxy-read-timeout/", "/limits/"]) {
      await page.goto(address, { waitUntil: "networkidle" });
      if (address === "/limits/") await page.locator("table.limits .row-link").first().focus();
      const menu = page.locator("details.share summary").first();
      if ((await menu.count()) > 0) await menu.click();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${address} at ${width}`,
      ).toBeLessThanOrEqual(0);
    }
  }
  expect(broken).toEqual([]);
});
