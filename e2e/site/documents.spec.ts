import { expect, test } from "@playwright/test";
import { parse } from "node-html-parser";
import { KINDS, pages } from "./journey";

test("every document answers, has no script but ours, and one heading", async ({ request }) => {
  const addresses = pages("document");
  expect(addresses.length).toBeGreaterThan(100);
  for (const address of addresses) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    const html = await response.text();
    const root = parse(html);
    expect(
      root.querySelectorAll("script").map((script) => script.outerHTML),
      address,
    ).toEqual([expect.stringMatching(/^<script type="module" src="\/_site\/document\.\w+\.js"><\/script>$/)]);
    expect(html, address).not.toMatch(/_next\/static\/[^"']*\.js|__next_f|self\.__next/);
    expect(root.querySelectorAll("h1"), address).toHaveLength(1);
  }
});

test("every page of the desk keeps the scripts of the application", async ({ request }) => {
  expect(pages("desk")).toContain("/");
  for (const address of pages("desk")) {
    const root = parse(await (await request.get(address)).text());
    const sources = root.querySelectorAll("script[src]").map((script) => script.getAttribute("src"));
    expect(sources.length, address).toBeGreaterThan(1);
    for (const source of sources) expect(source, address).toMatch(/^\/_next\/static\//);
  }
});

test("an address that is not there says so with 404 and a way on", async ({ page }) => {
  const response = await page.goto("/no-such-page/");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("no page of any kind writes an error to the console", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`));
  for (const address of KINDS.filter((kind) => kind !== "/no-such-page/"))
    await page.goto(address, { waitUntil: "networkidle" });
  expect(errors).toEqual([]);
});

test("code is coloured, and the lines that a fix changes are marked", async ({ page }) => {
  await page.goto("/pairs/serving/heartbeat/");
  const colourOf = (selector: string, name: "color" | "backgroundColor") =>
    page
      .locator(selector)
      .first()
      .evaluate((element, asked) => getComputedStyle(element)[asked], name);
  const plain = await colourOf(".code pre", "color");
  for (const token of ["keyword", "string", "function"])
    expect(await colourOf(`.code pre .tk-${token}`, "color"), token).not.toBe(plain);
  const marked = await colourOf(".code pre .line.add", "backgroundColor");
  expect(marked).not.toBe(await colourOf(".code pre .line:not(.add, .del)", "backgroundColor"));
});

test("the copy button copies the code of its box", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/configs/nginx/");
  const box = page
    .locator(".code")
    .filter({ has: page.locator("[data-copy]") })
    .first();
  await box.locator("[data-copy]").click();
  await expect(box.locator("[data-copy]")).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("proxy_buffering off;");
});

test("“what fires at 60 s?” is answered by the table of limits, and the address keeps the filter", async ({
  page,
}) => {
  await page.goto("/limits/");
  const rows = page.locator("table.limits tbody tr");
  const all = await rows.count();
  await page.getByLabel("Fires at about (seconds)").fill("60");
  const shown = page.locator("table.limits tbody tr:not([hidden])");
  await expect.poll(() => shown.count()).toBeLessThan(all);
  const seconds = await shown.evaluateAll((found) =>
    found.map((row) => Number((row as HTMLElement).dataset["seconds"])),
  );
  expect(seconds.length).toBeGreaterThan(0);
  expect(seconds.every((value) => value >= 54 && value <= 66)).toBe(true);
  await expect(page).toHaveURL(/\/limits\/#seconds=60$/);
  await page.reload();
  await expect(shown).toHaveCount(seconds.length);
});

test("a filter of the limits stands in the fragment: by link, by an old link, and as it is typed", async ({
  page,
}) => {
  const shown = page.locator("table.limits tbody tr:not([hidden])");
  const words = page.getByLabel("Words");
  for (const address of ["/limits/#q=proxy_read_timeout", "/limits/?q=proxy_read_timeout"]) {
    await page.goto(address);
    await expect(words).toHaveValue("proxy_read_timeout");
    await expect(page).toHaveURL(/\/limits\/#q=proxy_read_timeout$/);
    await expect(shown.first()).toContainText("proxy_read_timeout");
  }
  await words.fill("idle");
  await expect(page).toHaveURL(/#q=idle$/);
  await words.fill("idle ".repeat(21));
  await expect(page).toHaveURL(/\/limits\/$/);
  await page.evaluate(() => {
    location.hash = "seconds=60";
  });
  await expect(words).toHaveValue("");
  await expect(page.locator("[data-limits-count]")).toHaveText(/^\d+ of \d+ limits$/);
  const row = (await shown.first().getAttribute("id")) ?? "";
  await page.goto(`/limits/#${row}`);
  await expect(page.locator(`tr[id="${row}"]`)).toBeInViewport();
  await expect(page).toHaveURL(new RegExp(`#${row}$`));
});

test("a cause with many limits leads to all of them", async ({ page }) => {
  await page.goto("/causes/proxy-read-timeout/");
  const link = page.getByRole("link", { name: /^All \d+ limits that bring this about$/ });
  const count = /\d+/.exec((await link.textContent()) ?? "")?.[0];
  await link.click();
  await expect(page.locator("[data-limits-count]")).toContainText(`${count} of `);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the limits are all there, and no control that would do nothing", async ({ page }) => {
    await page.goto("/limits/");
    await expect(page.locator("table.limits tbody tr:visible")).not.toHaveCount(0);
    await expect(page.locator("form[data-limits]")).toBeHidden();
    await expect(page.locator("table.limits")).toContainText("proxy_read_timeout");
  });

  test("no page shows a control, as none would do anything", async ({ page }) => {
    const shown: string[] = [];
    for (const address of KINDS) {
      await page.goto(address);
      const controls = page.locator(":is(button, input, select, textarea):visible");
      shown.push(...(await controls.allTextContents()).map((text) => `${address}: ${text}`));
    }
    expect(shown).toEqual([]);
  });

  test("the first page leads to the causes by symptom", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "The causes by what you see" }).click();
    await expect(page.getByRole("heading", { name: "By what you see" })).toBeInViewport();
    await expect(page.getByRole("heading", { name: "All at once at the end" })).toBeVisible();
    await page.locator('.by-symptom a[href="/causes/proxy-buffering/"]').first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
