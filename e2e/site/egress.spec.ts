/** What is pasted leaves the page on no way: every request is recorded, also those of workers, beacons and sockets. */
import { readdirSync, readFileSync, statSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test, type BrowserContext, type Page, type Request } from "@playwright/test";
import { choose, KINDS, openDesk } from "./journey";
import { give, giveFiles, LOG, NGINX, pasteInto, piece } from "./evidence";
import { field } from "./seek";
import { Site } from "./served";

test.describe.configure({ timeout: 240_000 });

/** Strings that nothing else holds. */
const CANARY = "canary7f3a9c";
const CONTROL = "control5b1e8d";
const MARKED = `${NGINX.replace("chat.example.com", `${CANARY}.example.com`)}# ${CANARY} <img src="/${CANARY}" onerror="fetch('/${CANARY}')">
# javascript:fetch('/${CANARY}')
`;

interface Sent {
  requests: string[];
  sockets: string[];
  /** What is not a plain fetch of a file of ours. */
  odd: string[];
}

/** Records whatever a browser asks for, with headers and bodies. */
function record(context: BrowserContext, own: string): Sent {
  const sent: Sent = { requests: [], sockets: [], odd: [] };
  const onRequest = (request: Request) => {
    const url = request.url();
    sent.requests.push(JSON.stringify([url, request.headers(), request.postData()]));
    if (!/^https?:/.test(url)) return;
    if (
      new URL(url).origin !== own ||
      !["GET", "HEAD"].includes(request.method()) ||
      request.postData() !== null
    )
      sent.odd.push(`${request.method()} ${url}`);
  };
  context.on("request", onRequest);
  context.on("page", (page) => page.on("websocket", (socket) => sent.sockets.push(socket.url())));
  return sent;
}

/** What the browser holds for this site where scripts can look. */
const heldBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        cached.push(request.url, (await response?.text()) ?? "");
      }
    }
    return JSON.stringify({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases,
      cookies: document.cookie,
      cached,
      history: history.state as unknown,
      address: location.href,
    });
  });

/** Everything that can be done with a text. @returns what is held once all is read, and before any of it goes */
async function walk(page: Page, site: Site): Promise<string> {
  await openDesk(page, `${site.url}/`);
  await give(page, MARKED);
  await give(page, `${LOG}${CANARY}\n`);
  await page.getByRole("button", { name: "Add more" }).click();
  await giveFiles(page, [{ name: `${CANARY}.log`, text: `${LOG} ${CANARY}` }]);
  await expect(piece(page, 2)).toContainText(`${CANARY}.log`);
  for (const at of [0, 1, 2]) await expect(piece(page, at)).toContainText("taken for: ");
  const read = await heldBy(page);
  await choose(page, "symptom", "Long silence");
  await page.getByRole("button", { name: "Hand-over report" }).click();
  await expect(page.locator("dialog pre")).not.toContainText(CANARY);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "This verdict is wrong" }).click();
  await expect(page.locator("dialog pre")).not.toContainText(CANARY);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save a case file" }).click();
  await expect(page.locator("dialog pre")).not.toContainText(CANARY);
  await page.getByRole("checkbox", { name: "Include the pasted text, redacted" }).check();
  await expect(page.locator("dialog pre")).toContainText("client: ip-1");
  await page.keyboard.press("Escape");
  await page.locator("[data-piece] select").first().selectOption("lines");
  // The name of the kind alone stands among the choices from the start.
  await expect(piece(page)).toContainText("taken for: Lines of a log");
  // Each step has been taken once the address says so: what is pressed next depends on it.
  await expect(page).not.toHaveURL(/[=,]nginx-read-timeout/);
  await page.goBack();
  await expect(page).toHaveURL(/[=,]nginx-read-timeout/);
  await page.goForward();
  await expect(page).not.toHaveURL(/[=,]nginx-read-timeout/);
  await page
    .getByRole("button", { name: /Take it out/ })
    .first()
    .click();
  await page.locator(".verdict details summary").first().click();
  return read;
}

/** Paste on a page that is read: into nothing, and into its search. */
async function pasteOn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("html[data-js]").waitFor();
  await pasteInto(page, `${CANARY} ${MARKED}`);
  await page.keyboard.press("Control+K");
  // The page of the search puts what is typed into its address: /privacy/ says so.
  if (address.includes("/search/")) return;
  await expect(field(page)).toBeFocused();
  await page.keyboard.insertText(`${CANARY} upstream timed out`);
  await expect(page.locator('[role="option"]').first()).toBeVisible();
  await page.keyboard.press("Escape");
}

test("no word of what is pasted is sent or stored, on any page and in any journey", async () => {
  const site = await new Site().serve();
  const profile = mkdtempSync(join(tmpdir(), "lastbyte-profile-"));
  const { launchOptions } = test.info().project.use;
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    serviceWorkers: "allow",
  });
  try {
    const sent = record(context, new URL(site.url).origin);
    const page = await context.newPage();
    for (const address of KINDS) await pasteOn(page, site.url + address);
    const read = await walk(page, site);
    const held = await heldBy(page);
    await page.goto(`${site.url}/limits/`);
    await page.waitForLoadState("networkidle");
    expect(sent.requests.length).toBeGreaterThan(KINDS.length);
    expect(sent.requests.some((request) => request.includes("/_site/reader."))).toBe(true);
    expect(sent.requests.filter((request) => request.includes(CANARY))).toEqual([]);
    expect(site.asked.filter((address) => address.includes(CANARY))).toEqual([]);
    expect(sent.odd).toEqual([]);
    expect(sent.sockets).toEqual([]);
    expect(read).toContain("nginx-read-timeout");
    expect(read).not.toContain(CANARY);
    // The configuration was taken out by then; the log was not.
    expect(held).toContain("gunicorn-worker-timeout");
    expect(held).not.toContain(CANARY);
    // What is looked through does hold what a browser was given on another way.
    await page.goto(`${site.url}/limits/?${CONTROL}`);
    expect(sent.requests.some((request) => request.includes(CONTROL))).toBe(true);
  } finally {
    await context.close();
    await site.end();
  }
  // The whole profile as it lies on the disk, history and caches of the browser included.
  const files = readdirSync(profile, { recursive: true, encoding: "utf8" })
    .map((name) => join(profile, name))
    .filter((file) => statSync(file).isFile());
  expect(files.length).toBeGreaterThan(10);
  const holding = files.filter((file) => readFileSync(file).includes(CANARY));
  expect(files.some((file) => readFileSync(file).includes(CONTROL))).toBe(true);
  rmSync(profile, { recursive: true, force: true });
  expect(holding).toEqual([]);
});

test("the same is read with the network cut", async ({ page, context }) => {
  await openDesk(page);
  // The reader of a format comes with its first text.
  await give(page, NGINX);
  await page.getByRole("button", { name: "Forget all of it" }).first().click();
  await expect(page.locator("[data-piece]")).toHaveCount(0);
  await context.setOffline(true);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await give(page, MARKED);
  await expect(piece(page)).toContainText("2 findings");
  expect(asked.filter((url) => url.includes(CANARY))).toEqual([]);
});

test("pasted markup and scripts are shown as text", async ({ page }) => {
  await openDesk(page);
  await give(page, MARKED);
  await page.locator("[data-piece] details.between summary").last().click();
  await expect(piece(page)).toContainText(`<img src="/${CANARY}" onerror=`);
  expect(await page.locator("[data-piece] img, [data-piece] script, [data-piece] svg").count()).toBe(0);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
});
