import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { answered, CASE, causes, openDesk, ranking } from "./journey";
import { serious } from "./axe";

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });
const said = (page: Page) => page.locator("[data-case-said]");
const AT = "2026-11-21T17:40:12.000Z";

/** Answer the next check with its first outcome. @returns the check's id */
async function answerCheck(page: Page): Promise<string> {
  const next = page.locator(".next[data-check]");
  const id = (await next.getAttribute("data-check")) ?? "";
  await next.locator("button.chip").first().click();
  await expect(page).toHaveURL(new RegExp(`check\\.${id}=`));
  return id;
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const choose = (page: Page, name: string, text: string) =>
  page
    .locator("input[data-open-case]")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** Let a file go over the page, as a hand would. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ""], file ?? "", { type: "application/json" }));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await expect(page.getByText("Let go to open the case file")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}

test("the report is shown as text, copied, and saved: answers, path, causes, what was tried and when, the link", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.setFixedTime(AT);
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

test("a case file opens in another browser to the same ranking, with its times, chosen or dropped", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.clock.setFixedTime(AT);
  await openDesk(page, CASE);
  await answerCheck(page);
  const before = await ranking(page);
  const file = await downloaded(page, () => page.getByRole("button", { name: "Save a case file" }).click());
  await expect(page.locator(".hand-over [role=status]")).toContainText(file.name);
  expect(JSON.parse(file.text)).toMatchObject({ lastbyte: "case", version: 1 });
  for (const way of ["chosen", "dropped"]) {
    const other = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
    const there = await other.newPage();
    await openDesk(there);
    if (way === "chosen") await choose(there, file.name, file.text);
    else await drop(there, file.name, file.text);
    await expect(causes(there).first()).toBeVisible();
    expect(await ranking(there), way).toEqual(before);
    await expect(there).toHaveURL(new URL(page.url()).href);
    await expect(said(there)).toHaveText(`“${file.name}” is open.`);
    await there.getByRole("button", { name: "Hand-over report" }).click();
    await expect(dialog(there, "Hand-over report").locator("pre")).toContainText("- 2026-11-21 17:40 UTC: ");
    await other.close();
  }
});

test("a time is kept over a reload", async ({ page }) => {
  await page.clock.setFixedTime(AT);
  await openDesk(page, CASE);
  await answerCheck(page);
  await page.clock.setFixedTime("2026-11-22T08:00:00.000Z");
  await page.reload();
  await page.getByRole("button", { name: "Hand-over report" }).click();
  await expect(dialog(page, "Hand-over report").locator("pre")).toContainText("- 2026-11-21 17:40 UTC: ");
});

test("hostile, damaged and foreign files: a sentence each, and the case that is open stays", async ({
  page,
}, info) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await openDesk(page, CASE);
  const before = await ranking(page);
  const files: [string, string, string][] = [
    ["empty.json", "", "This file is empty."],
    ["log.txt", "upstream timed out", "no case file of Lastbyte"],
    ["half.json", '{"lastbyte":"ca', "This file is damaged"],
    [
      "deep.json",
      `{"lastbyte":"case","version":1,"answers":${"[".repeat(90_000)}${"]".repeat(90_000)}}`,
      "No answer in this file could be understood",
    ],
    [
      "proto.json",
      '{"lastbyte":"case","version":1,"answers":{"__proto__":{"symptom":["no-output"]},"constructor":["x"]}}',
      "“__proto__” is no question",
    ],
    [
      "<img src=x onerror=alert(1)>.json",
      '{"lastbyte":"case","version":1,"answers":{"<script>alert(1)</script>":["x"]}}',
      "<script>alert(1)</script>",
    ],
  ];
  for (const [name, text, sentence] of files) {
    await choose(page, name, text);
    await expect(said(page)).toContainText(`“${name}” was not opened.`);
    await expect(said(page)).toContainText(sentence);
    expect(await ranking(page), name).toEqual(before);
  }
  const large = info.outputPath("large.json");
  writeFileSync(large, "");
  truncateSync(large, 50_000_000);
  await page.locator("input[data-open-case]").setInputFiles(large);
  await expect(said(page)).toContainText("This file has 50 MB");
  expect(await ranking(page)).toEqual(before);
  expect(errors).toEqual([]);
  await expect(page.locator("main img, main script")).toHaveCount(0);
});

test("a file of a later version, or cut off, opens as far as it is understood; the case before it can be taken up again", async ({
  page,
}) => {
  await openDesk(page, CASE);
  await choose(
    page,
    "later.json",
    '{"lastbyte":"case","version":9,"answers":{"symptom":["all-at-once"],"mood":["bad"]},"team":"night"}',
  );
  await expect(answered(page, "symptom")).toContainText("All at once");
  for (const named of ["as far as it is understood", "version 9", "mood", "team"])
    await expect(said(page)).toContainText(named);
  await page.getByRole("button", { name: "Take it up again" }).click();
  await expect(page.locator("[data-answered]")).toHaveCount(5);
  await choose(
    page,
    "cut.json",
    '{"lastbyte":"case","version":1,"answers":{"symptom":["no-output"],"framework":["lang',
  );
  await expect(answered(page, "symptom")).toContainText("Nothing at all");
  await expect(said(page)).toContainText("This file is cut off");
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

test("data for machines answers: knowledge, schema, llms.txt, sitemap, pictures of links", async ({
  page,
  request,
}) => {
  const knowledge = (await (await request.get("/knowledge.json")).json()) as {
    version: number;
    revision: string;
    causes: { id: string; page: string }[];
  };
  expect(knowledge.version).toBe(1);
  expect((await request.get("/knowledge.schema.json")).status()).toBe(200);
  const llms = await (await request.get("/llms.txt")).text();
  const sitemap = await (await request.get("/sitemap.xml")).text();
  for (const cause of knowledge.causes) {
    expect(llms).toContain(cause.page);
    expect(sitemap).toContain(`${cause.page}</loc>`);
  }
  await page.goto("/data/");
  await expect(page.locator("main")).toContainText(knowledge.revision);
  for (const address of ["/", "/data/", knowledge.causes[0]?.page ?? "/", "/guides/langgraph/", "/limits/"]) {
    await page.goto(address);
    const meta = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute("content");
    expect((await meta("title"))?.length, address).toBeGreaterThan(3);
    expect((await meta("description"))?.length, address).toBeGreaterThan(20);
    const picture = await request.get(new URL((await meta("image")) ?? "", page.url()).pathname);
    expect(picture.headers()["content-type"], address).toBe("image/png");
  }
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
      await choose(page, "x.json", "no");
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
