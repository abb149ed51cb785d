/** Case files: saved, opened elsewhere, and refused. */
import { truncateSync, writeFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { serious } from "./axe";
import { giveFiles, line, LOG, NGINX, piece } from "./evidence";
import { answerCheck, chooseFile, dialog, downloaded, NOW, said } from "./handover";
import { answered, CASE, causes, openDesk, ranking } from "./journey";

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
  await expect(page.getByText("Let go, and it is read here")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}

test("a case file opens in another browser to the same ranking, with its times, chosen or dropped", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.clock.setFixedTime(NOW);
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
    if (way === "chosen") await chooseFile(there, file.name, file.text);
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
  await page.clock.setFixedTime(NOW);
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
    await chooseFile(page, name, text);
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
  await chooseFile(
    page,
    "later.json",
    '{"lastbyte":"case","version":9,"answers":{"symptom":["all-at-once"],"mood":["bad"]},"team":"night"}',
  );
  await expect(answered(page, "symptom")).toContainText("All at once");
  for (const named of ["as far as it is understood", "version 9", "mood", "team"])
    await expect(said(page)).toContainText(named);
  await page.getByRole("button", { name: "Take it up again" }).click();
  await expect(page.locator("[data-answered]")).toHaveCount(5);
  await chooseFile(
    page,
    "cut.json",
    '{"lastbyte":"case","version":1,"answers":{"symptom":["no-output"],"framework":["lang',
  );
  await expect(answered(page, "symptom")).toContainText("Nothing at all");
  await expect(said(page)).toContainText("This file is cut off");
});

test("pasted text goes into a case file on purpose only, redacted, and is read again where it is opened", async ({
  page,
  browser,
  baseURL,
}) => {
  await openDesk(page);
  await giveFiles(page, [
    { name: "chat.bigcorp.com.conf", text: NGINX.replace("example", "bigcorp") },
    { name: "app.log", text: LOG },
  ]);
  await expect(piece(page, 1).locator(".count")).not.toHaveText("");
  await expect(causes(page).first()).toBeVisible();
  const before = await ranking(page);
  await page.getByRole("button", { name: "Save a case file" }).click();
  const sheet = dialog(page, "Case file");
  const download = () => downloaded(page, () => sheet.getByRole("button", { name: "Download" }).click());
  const without = await download();
  expect(JSON.parse(without.text)).not.toHaveProperty("texts");
  await sheet.getByRole("checkbox", { name: "Include the pasted text, redacted" }).check();
  await expect(sheet.locator(".replaced")).toContainText("app.log, line 2: 10.1.2.3 becomes ip-1");
  await expect(sheet.locator(".replaced")).toContainText(
    "The name of a file: chat.bigcorp.com.conf becomes host-1.conf",
  );
  await expect(sheet.locator("pre")).toContainText("server_name host-1;");
  expect(await serious(page)).toEqual([]);
  const file = await download();
  expect(file.text).not.toMatch(/bigcorp|10\.1\.2\.3/);
  expect(JSON.parse(file.text)).toMatchObject({ texts: [{ name: "host-1.conf" }, { name: "app.log" }] });

  const other = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  const there = await other.newPage();
  await openDesk(there);
  await chooseFile(there, file.name, file.text);
  await expect(said(there)).toHaveText(`“${file.name}” is open.`);
  await expect(piece(there, 0)).toContainText("nginx configuration, 18 lines");
  await expect(line(there, 16).first()).toContainText("is 60 s");
  await expect(piece(there, 1)).toContainText("client: ip-1");
  await expect.poll(() => ranking(there)).toEqual(before);
  await expect(there.locator("[data-earlier]")).toHaveCount(0);
  await piece(there, 0)
    .getByRole("button", { name: /Take it out/ })
    .click();
  await expect(there).not.toHaveURL(/nginx-read-timeout/);
  await expect.poll(() => ranking(there)).not.toEqual(before);
  await other.close();
});

test("pasted text that is too much for a case file stays out, and so does what is none in one", async ({
  page,
}) => {
  await openDesk(page);
  await giveFiles(page, [{ name: "long.log", text: `${LOG}${"it said nothing\n".repeat(30_000)}` }]);
  await expect(piece(page).locator(".count")).not.toHaveText("");
  await page.getByRole("button", { name: "Save a case file" }).click();
  const sheet = dialog(page, "Case file");
  await sheet.getByRole("checkbox").check();
  await expect(sheet.getByRole("alert")).toContainText("at most 400 kB");
  await expect(sheet.locator("pre")).not.toContainText("said nothing");
  await sheet.getByRole("button", { name: "Close" }).click();
  await chooseFile(
    page,
    "bad.json",
    '{"lastbyte":"case","version":1,"answers":{"symptom":["late"]},"texts":[{"lines":7},{"name":"<b>","lines":["504 Gateway Time-out"]}]}',
  );
  await expect(said(page)).toContainText("Pasted text 1 in it could not be read");
  await expect(page.locator("[data-piece]")).toHaveCount(1);
  await expect(piece(page)).toContainText("<b>");
});
