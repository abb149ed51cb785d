import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { OUT } from "../../lib/tasks/export/stamp";
import { serve } from "../../lib/tasks/serve";
import { CASE, causes, KINDS, openDesk } from "./journey";

const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

test("the zip is what its checksum says, holds the checksum of each file, and opens from any static server", async ({
  page,
  request,
}) => {
  const zip = await (await request.get("/lastbyte-site.zip")).body();
  expect(await (await request.get("/lastbyte-site.zip.sha256")).text()).toBe(
    `${sha256(zip)}  lastbyte-site.zip\n`,
  );
  const files = Object.entries(unzipSync(zip)).map(
    ([name, content]) => [name.replace(/^lastbyte-site\//, ""), content] as const,
  );
  const sums = new Map(
    strFromU8(files.find(([name]) => name === "SHA256SUMS")![1])
      .trim()
      .split("\n")
      .map((line) => line.split("  ").reverse() as [string, string]),
  );
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-carried-"));
  for (const [name, content] of files) {
    if (name !== "SHA256SUMS") expect(sums.get(name), name).toBe(sha256(content));
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  expect(readFileSync(join(folder, "index.html")).equals(readFileSync(join(OUT, "index.html")))).toBe(true);
  const { url, close } = await serve(folder, 0);
  try {
    for (const kind of KINDS.filter((address) => !address.includes("#") && address !== "/no-such-page/"))
      expect((await page.goto(url + kind))?.status(), kind).toBe(200);
    await openDesk(page, `${url}${CASE}`);
    await expect(causes(page).first()).toHaveAttribute("data-cause", "proxy-read-timeout");
    await expect(page.locator("[data-pair] pre").first()).toBeVisible();
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("every kind of page names the manifest, and the browser can install it", async ({
  page,
  context,
  request,
}) => {
  for (const kind of KINDS.filter((address) => !address.includes("#") && address !== "/no-such-page/")) {
    expect(await (await request.get(kind)).text(), kind).toContain(
      '<link rel="manifest" href="/manifest.webmanifest"',
    );
  }
  await page.goto("/");
  const browser = await context.newCDPSession(page);
  const { errors, data } = await browser.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { icons } = JSON.parse(data!) as {
    icons: { src: string; sizes: string; type: string; purpose: string }[];
  };
  for (const { src, type } of icons)
    expect((await request.get(src)).headers()["content-type"], src).toBe(type);
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(["192x192 any", "512x512 any", "512x512 maskable"]),
  );
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // A context of a test is a private window, which is the one thing that stands in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual(
    [],
  );
});
