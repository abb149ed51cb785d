import { expect, test } from "@playwright/test";
import { OUT } from "../../lib/tasks/export/stamp";
import { filesIn } from "../../lib/tasks/files";
import { CASE, choose, KINDS, openDesk } from "./journey";

test("no page breaks its own policy or asks another host for anything", async ({ page, baseURL }) => {
  test.slow();
  const broken: string[] = [];
  const foreign: string[] = [];
  await page.exposeFunction("reportViolation", (what: string) => {
    broken.push(what);
  });
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) => {
      void (window as unknown as { reportViolation: (what: string) => Promise<void> }).reportViolation(
        `${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`,
      );
    }),
  );
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(baseURL ?? "").origin) foreign.push(request.url());
  });
  for (const address of KINDS) {
    await page.goto(address, { waitUntil: "networkidle" });
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy, address).toContain("script-src");
    expect(policy, address).not.toContain("unsafe-");
  }
  await openDesk(page);
  await choose(page, "symptom", "All at once");
  await openDesk(page, CASE);
  await page.locator("ol[data-verdict] details").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  await page.waitForLoadState("networkidle");
  expect(broken).toEqual([]);
  expect(foreign).toEqual([]);
});

test("an inline script that someone slips in does not run", async ({ page }) => {
  for (const address of ["/", "/causes/proxy-buffering/"]) {
    await page.goto(address);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.slipped = true";
      document.body.append(script);
    });
    expect(await page.evaluate(() => "slipped" in window), address).toBe(false);
  }
});

test("a part of a document that is opened by itself lets nothing run and nothing load", async ({ page }) => {
  const [part = ""] = filesIn(OUT).filter((file) => /^f\/.*\.html$/.test(file));
  const answered: string[] = [];
  page.on("response", (response) => answered.push(new URL(response.url()).pathname));
  await page.goto(`/${part}`);
  await expect(page.locator("[data-fragment]").first()).toBeVisible();
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.src = "/_site/slipped.js";
    const image = document.createElement("img");
    image.src = "/icon.svg";
    document.body.append(script, image);
  });
  await page.waitForTimeout(300);
  expect(answered).toEqual([`/${part}`]);
});
