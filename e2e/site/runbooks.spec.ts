/** Links from alerts, and the builder that makes them. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { serious } from "./axe";
import { CASE, causes, openDesk } from "./journey";

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
    await expect(page.locator("details.copy-as").first()).toBeHidden();
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
        const menu = page.locator("details.copy-as summary").first();
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
      const menu = page.locator("details.copy-as summary").first();
      if ((await menu.count()) > 0) await menu.click();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${address} at ${width}`,
      ).toBeLessThanOrEqual(0);
    }
  }
  expect(broken).toEqual([]);
});
