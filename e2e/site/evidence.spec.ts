import { expect, test } from "@playwright/test";
import { serious } from "./axe";
import { give, giveFiles, HARMLESS, line, LOG, NGINX, pasteInto, piece } from "./evidence";
import { answered, causes, openDesk, question, ranking } from "./journey";

test("a pasted nginx.conf is read at its lines, and its link and a reload stand on the same verdict", async ({
  page,
  context,
}) => {
  await openDesk(page);
  await give(page, NGINX);
  await expect(piece(page)).toContainText("nginx configuration, 18 lines");
  await expect(line(page, 13)).toContainText("proxy_buffering is not set");
  await expect(line(page, 16)).toContainText("is 60 s");
  await expect(line(page, 16).getByRole("link")).toHaveAttribute("href", "/causes/proxy-read-timeout/");
  await expect(answered(page, "proxy")).toContainText("nginx");
  await expect(answered(page, "proxy")).toContainText("read");
  await expect(causes(page).first()).toHaveAttribute("data-cause", "proxy-read-timeout");
  const before = await ranking(page);
  await expect(page).toHaveURL(/#found=[a-z0-9,~-]+$/);
  expect(page.url()).not.toMatch(/chat|example|8000/);

  const there = await context.newPage();
  await openDesk(there, page.url().replace(/^.*\/#/, "/#"));
  await expect(there.locator("[data-earlier]")).toContainText("no longer here");
  await expect(there.locator("[data-earlier]")).toContainText("is 60 s");
  await expect.poll(() => ranking(there)).toEqual(before);

  await page.reload();
  await expect(page.locator("[data-earlier]")).toContainText("proxy_buffering is not set");
  await expect.poll(() => ranking(page)).toEqual(before);
  await expect(page.locator("[data-piece]")).toHaveCount(0);
});

test("several files are taken at once, each for its kind; what is no text is refused in words", async ({
  page,
}) => {
  await openDesk(page);
  await giveFiles(page, [
    { name: "nginx.conf", text: Buffer.from(`\ufeff${NGINX}`, "utf16le") },
    { name: "app.log", text: LOG },
    { name: "logs.gz", text: Buffer.from([0x1f, 0x8b, 8, 0, 0]) },
    { name: "core", text: Buffer.alloc(400) },
    { name: "huge.log", text: "x".repeat(5_000_001) },
  ]);
  await expect(piece(page, 0)).toContainText("nginx configuration");
  await expect(piece(page, 1)).toContainText("Lines of a log or an error");
  await expect(line(page, 3).last()).toContainText("The server logs that it killed the worker");
  const refused = page.locator("[data-refused] li");
  await expect(refused).toHaveCount(3);
  await expect(refused.nth(0)).toContainText("compressed (gzip)");
  await expect(refused.nth(1)).toContainText("binary");
  await expect(refused.nth(2)).toContainText("5 MB of each are read");
});

test("a text is taken out with what it gave, its kind is corrected, and all is forgotten in one press", async ({
  page,
}) => {
  await openDesk(page);
  await give(page, NGINX);
  const alone = await ranking(page);
  await give(page, LOG);
  await expect.poll(() => ranking(page)).not.toEqual(alone);
  await piece(page, 1)
    .getByRole("button", { name: /Take it out/ })
    .click();
  await expect.poll(() => ranking(page)).toEqual(alone);
  await piece(page).locator("select").selectOption("lines");
  await expect(piece(page)).toContainText("Lines of a log or an error");
  await expect(page).not.toHaveURL(/[=,]nginx-read-timeout/);
  await piece(page).locator("select").selectOption("");
  await expect(piece(page)).toContainText("nginx configuration");
  await expect.poll(() => ranking(page)).toEqual(alone);
  await page.locator("[data-strip]").getByRole("button", { name: "Forget all of it" }).click();
  await expect(page.locator("[data-piece]")).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator("[data-give]")).toBeFocused();
});

test("a ticket with a config and a log in it is cut into its pieces, and the kind of one is corrected", async ({
  page,
}) => {
  await openDesk(page);
  await give(
    page,
    `The chat stops after a minute. We run it behind a proxy.\n\n\`\`\`\n${NGINX}\`\`\`\n\nThe log says this:\n\n${LOG}`,
  );
  await expect(piece(page)).toContainText(
    /A description.*nginx configuration, lines 4 to 21.*Lines of a log or an error/,
  );
  const before = await ranking(page);
  const taken = piece(page).locator("header > span").first();
  await piece(page).locator("details.parts summary").click();
  const config = piece(page).getByLabel(/^nginx configuration, lines 4 to 21$/);
  await config.selectOption("lines");
  await expect(taken).not.toContainText("nginx configuration");
  await expect.poll(() => ranking(page)).not.toEqual(before);
  await piece(page)
    .getByLabel(/^Lines of a log or an error, lines 4 to 21$/)
    .selectOption("");
  await expect(taken).toContainText("nginx configuration, lines 4 to 21");
  await expect.poll(() => ranking(page)).toEqual(before);
});

test("an answer by hand beats a reading, the difference is said, and the reading can be taken", async ({
  page,
}) => {
  await openDesk(page, "/#proxy=none");
  await give(page, NGINX);
  const differ = page.locator('[data-disagree="proxy"]');
  await expect(differ).toContainText("You said “Nothing");
  await expect(differ).toContainText("says “nginx”");
  await expect(answered(page, "proxy")).not.toContainText("read");
  await differ.getByRole("button", { name: "Take what was read" }).click();
  await expect(differ).toHaveCount(0);
  await expect(answered(page, "proxy")).toContainText("read");
});

test("where several places could carry the stream, one says which, and the others no longer count", async ({
  page,
}) => {
  const two = ["/one/", "/two/"].map(
    (path, at) =>
      `location ${path} { proxy_pass http://app; proxy_buffering off; proxy_read_timeout ${at === 0 ? 20 : 900}s; }`,
  );
  await openDesk(page);
  await giveFiles(page, [{ name: "nginx.conf", text: `server {\n${two.join("\n")}\n}\n` }]);
  const which = page.getByLabel("Which of these streams?");
  await expect(which).toHaveValue("");
  await expect(line(page, 2)).toHaveClass(/f-cut/);
  await which.selectOption({ label: "/two/ http://app" });
  await expect(line(page, 2)).not.toHaveClass(/f-/);
  await expect(line(page, 3)).toHaveClass(/f-flow/);
  await which.selectOption("");
  await expect(line(page, 2)).toHaveClass(/f-cut/);
});

test("the change of the user's own line stands beside the finding, ready to copy", async ({ page }) => {
  await openDesk(page);
  await give(page, NGINX);
  await expect(line(page, 16).locator(".del")).toHaveText("proxy_read_timeout 60s;");
  await expect(line(page, 16).locator(".add")).toHaveText("proxy_read_timeout 3600s;");
  await expect(line(page, 13)).toContainText("After line 13");
  await expect(line(page, 13).getByRole("button", { name: "Copy the line" })).toHaveAttribute(
    "data-copy",
    "        proxy_buffering off;",
  );
});

test("a text that says nothing of streams clears nothing and accuses nobody", async ({ page }) => {
  await openDesk(page);
  await give(page, HARMLESS);
  await expect(piece(page)).toContainText("nothing on streams");
  await expect(causes(page)).toHaveCount(0);
  await expect(question(page, "framework")).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test("lines go into a report on purpose only, redacted, with each replacement shown", async ({ page }) => {
  await openDesk(page);
  await give(page, LOG);
  await page.getByRole("button", { name: "Hand-over report" }).click();
  const report = page.locator("dialog pre");
  await expect(report).toContainText("The server logs that it killed the worker");
  await expect(report).not.toContainText("while reading upstream");
  await page.getByRole("checkbox", { name: /Include the lines/ }).check();
  await expect(report).toContainText("while reading upstream, client: ip-1");
  await expect(report).not.toContainText("10.1.2.3");
  await expect(page.locator(".replaced")).toContainText("10.1.2.3 becomes ip-1");
});

test("a reader that hangs is ended by the clock, and the page says so and goes on", async ({ page }) => {
  await page.clock.install();
  await page.route(/\/_site\/reader\.[^/]*\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: "onmessage = () => {};" }),
  );
  await openDesk(page);
  await page.locator("[data-give]").focus();
  await pasteInto(page, NGINX);
  await expect(page.locator("[data-strip]")).toContainText("Reading");
  // The clock begins once worker and rules are here.
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(piece(page)).toContainText("took longer than half a minute", { timeout: 500 });
  }).toPass();
  await expect(question(page, "symptom")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`what was given is accessible, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await openDesk(page);
    expect(await serious(page)).toEqual([]);
    await give(page, NGINX);
    await give(page, LOG);
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: "Hand-over report" }).click();
    await page.getByRole("checkbox", { name: /Include the lines/ }).check();
    expect(await serious(page)).toEqual([]);
    await page.reload();
    await expect(page.locator("[data-earlier]")).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });
