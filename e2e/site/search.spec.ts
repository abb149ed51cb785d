import { expect, test, type Page } from "@playwright/test";
import axe from "axe-core";
import { pasteInto, piece } from "./evidence";
import { causes } from "./journey";
import { chosen, dialog, DOCUMENT, field, hits, openSearch, status, wholeHits } from "./seek";

const TRACEBACK = `2026-11-21 10:00:01 ERROR [9402] Traceback (most recent call last):
  File "/srv/app/main.py", line 12, in stream
    async for chunk in graph.astream(state):
langgraph.errors.GraphRecursionError: Recursion limit of 25 reached without hitting a stop condition.`;

/** Put a text in as from the clipboard. */
const paste = (page: Page, text: string) =>
  field(page).evaluate((element, given) => {
    element.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
    (element as HTMLTextAreaElement).setRangeText(
      given,
      0,
      (element as HTMLTextAreaElement).value.length,
      "end",
    );
    element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, text);

for (const [kind, address] of [
  ["a document", DOCUMENT],
  ["the desk", "/"],
] as const) {
  test(`from the keyboard alone on ${kind}: open, type, choose, go`, async ({ page }) => {
    await openSearch(page, address);
    await page.keyboard.type("proxy_read_timeout");
    await expect(hits(page).filter({ hasText: "proxy_read_timeout" }).first()).toBeVisible();
    await expect(status(page)).toHaveText(/^\d+ hits, best first\.$/);
    await expect(hits(page).first().locator("mark").first()).toBeVisible();
    await expect(chosen(page)).toHaveCount(1);
    const first = await field(page).getAttribute("aria-activedescendant");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    const now = await field(page).getAttribute("aria-activedescendant");
    expect(now).not.toBe(first);
    await expect(chosen(page)).toHaveAttribute("id", now ?? "");
    await expect(field(page)).toBeFocused();
    const href = await chosen(page).getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL((url) => `${url.pathname}${url.hash}` === href);
    expect(
      await page.evaluate(
        () =>
          location.hash === "" ||
          document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null,
      ),
    ).toBe(true);
  });
}

test("an arrow that comes before the question is asked chooses among its hits, and the choice stays", async ({
  page,
}) => {
  await openSearch(page);
  await field(page).fill("buffering");
  await expect(wholeHits(page)).toBeVisible();
  const text = "proxy_read_timeout";
  await field(page).evaluate((element, typed) => {
    (element as HTMLTextAreaElement).value = typed;
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    element.dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }),
    );
  }, text);
  await expect(hits(page).filter({ hasText: text }).first()).toBeVisible();
  await page.waitForTimeout(300);
  await expect(chosen(page)).toHaveAttribute("id", "seek-hit-1");
});

test("Escape closes the dialog, the focus returns, and the text is still there", async ({ page }) => {
  await page.goto(DOCUMENT);
  await expect(page.locator("html[data-js]")).toBeAttached();
  const control = page.getByRole("link", { name: "Search" });
  await control.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.type("heartbeat");
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(control).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toHaveValue("heartbeat");
});

test.describe("what is fetched, and when", () => {
  const watch = (page: Page): string[] => {
    const asked: string[] = [];
    page.on("request", (request) => {
      const [, name] = /\/_site\/(search|heads-\d|texts)\./.exec(request.url()) ?? [];
      if (name !== undefined) asked.push(name);
    });
    return asked;
  };

  for (const address of [DOCUMENT, "/"]) {
    test(`${address}: nothing before the page is idle, then the first tier, and all when the box is used`, async ({
      page,
    }) => {
      const asked = watch(page);
      await page.addInitScript(() => {
        window.requestIdleCallback = (then) => {
          addEventListener("let-go", () => {
            then({ didTimeout: false, timeRemaining: () => 0 });
          });
          return 0;
        };
      });
      await page.goto(address, { waitUntil: "networkidle" });
      expect(asked).toEqual([]);
      await page.evaluate(() => dispatchEvent(new Event("let-go")));
      await expect.poll(() => asked.sort()).toEqual(["heads-1", "search"]);
      await page.keyboard.press("Control+k");
      await expect(wholeHits(page)).toBeAttached();
      expect(asked.sort()).toEqual(["heads-1", "heads-2", "search", "texts"]);
    });
  }

  test("where data is saved, nothing before the box is used", async ({ page }) => {
    const asked = watch(page);
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } }),
    );
    await page.goto(DOCUMENT, { waitUntil: "networkidle" });
    expect(asked).toEqual([]);
    await openSearch(page);
    await page.keyboard.type("heartbeat");
    await expect(hits(page).first()).toBeVisible();
  });
});

test("a pasted traceback finds its cause; Shift-Enter makes a line; the address does not take it", async ({
  page,
}) => {
  await page.goto("/search/");
  await expect(field(page)).toBeFocused();
  await paste(page, TRACEBACK);
  await expect(hits(page).first()).toHaveAttribute("href", /^\/causes\/unbounded-task\//);
  expect(await field(page).evaluate((element) => element.clientHeight)).toBeGreaterThan(80);
  await page.keyboard.press("Shift+Enter");
  expect(await field(page).inputValue()).toBe(`${TRACEBACK}\n`);
  await expect(page).toHaveURL(/\/search\/$/);
});

test("nothing found says for what, and offers the wizard with what was understood", async ({ page }) => {
  await openSearch(page);
  await field(page).fill("2026-01-01 10:00:00 xyzzyplugh 10.0.0.1");
  await expect(status(page)).toHaveText("Nothing found for “xyzzyplugh”.");
  await expect(hits(page)).toHaveCount(0);
  await expect(dialog(page).getByRole("link", { name: "Diagnose it with four questions" })).toBeVisible();
  await field(page).fill("langgraph on Kubernetes behind nginx, cut after 60s");
  const link = dialog(page).getByRole("link", { name: /^Diagnose with/ });
  await expect(link).toHaveAttribute("href", "/#framework=langgraph&hosting=kubernetes&proxy=nginx&after=60");
  await link.click();
  await expect(page.locator('[data-answered="framework"]')).toContainText("LangGraph");
});

test("the page works by link, and keeps what is typed in the fragment of its address", async ({ page }) => {
  await page.goto("/search/#q=proxy_read_timeout");
  await expect(hits(page).filter({ hasText: "proxy_read_timeout" }).first()).toBeVisible();
  await field(page).fill("worker timeout");
  await expect(page).toHaveURL(/\/search\/#q=worker\+timeout$/);
  await page.reload();
  await expect(field(page)).toHaveValue("worker timeout");
  await expect(hits(page).first()).toBeVisible();
  await page.evaluate(() => {
    location.hash = "q=heartbeat";
  });
  await expect(field(page)).toHaveValue("heartbeat");
  await expect(
    hits(page)
      .filter({ hasText: /heartbeat/i })
      .first(),
  ).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await expect(dialog(page)).toHaveCount(0);
});

test("an old link with `?q=` still opens, and its question leaves the part of the address that is sent", async ({
  page,
}) => {
  await page.goto("/search/?q=proxy_read_timeout");
  await expect(page).toHaveURL(/\/search\/#q=proxy_read_timeout$/);
  await expect(hits(page).filter({ hasText: "proxy_read_timeout" }).first()).toBeVisible();
  await page.goto(`/search/?q=${"timeout".repeat(20)}`);
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(field(page)).toHaveValue("timeout".repeat(20));
});

test("what is long, has several lines or was pasted stands in no address, and no request names what is typed", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/search/");
  await field(page).fill("hunter2");
  await expect(page).toHaveURL(/#q=hunter2$/);
  await field(page).fill("hunter2 ".repeat(13));
  await expect(page).toHaveURL(/\/search\/$/);
  await field(page).fill("hunter2\nhunter2");
  await expect(page).toHaveURL(/\/search\/$/);
  await field(page).fill("");
  await paste(page, "hunter2");
  await expect(page).toHaveURL(/\/search\/$/);
  await page.keyboard.type(" more");
  await expect(page).toHaveURL(/\/search\/$/);
  await field(page).fill("");
  await field(page).fill("hunter2");
  await expect(page).toHaveURL(/#q=hunter2$/);
  await page.reload();
  await expect(field(page)).toHaveValue("hunter2");
  expect(asked.filter((url) => url.includes("hunter2"))).toEqual([]);
});

test("two million line breaks in the clipboard hold nothing up", async ({ page }) => {
  await openSearch(page);
  for (const text of ["\n".repeat(2_000_000), `upstream timed out\n${"a line\n".repeat(300_000)}`]) {
    // The event of a paste, without the system's clipboard, which on a busy machine takes longer for it than a journey has.
    const { taken, frame } = await field(page).evaluate((box, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", given);
      const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
      const begun = performance.now();
      box.dispatchEvent(paste);
      return new Promise<{ taken: boolean; frame: number }>((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => resolve({ taken: paste.defaultPrevented, frame: performance.now() - begun })),
        ),
      );
    }, text);
    // Else the browser would lay it out, all of it.
    expect(taken).toBe(true);
    expect(frame).toBeLessThan(2_000);
  }
  await expect(status(page)).toContainText("the rest was left out");
  await expect(field(page)).toHaveValue(/^upstream timed out\n/);
});

for (const [what, broken] of [
  ["cut off", '[\n{"synonyms":[],"products":[]},\n[0,"/cau'],
  ["replaced by a page", "<!doctype html><title>x</title>"],
  ["gone", null],
] as const) {
  test(`an index that is ${what}: a sentence, another try, and the text is kept`, async ({ page }) => {
    let repaired = false;
    await page.route("**/_site/heads-*", (route) =>
      repaired
        ? route.continue()
        : broken === null
          ? route.abort()
          : route.fulfill({ status: 200, contentType: "application/json", body: broken }),
    );
    await openSearch(page);
    await page.keyboard.type("heartbeat");
    await expect(status(page)).toContainText("could not be loaded");
    await expect(dialog(page).getByRole("link", { name: "Limits" })).toBeVisible();
    await expect(field(page)).toHaveValue("heartbeat");
    repaired = true;
    await dialog(page).getByRole("button", { name: "Try again" }).click();
    await expect(hits(page).first()).toBeVisible();
  });
}

test("code that does not come, and texts that do not come", async ({ page }) => {
  let repaired = false;
  await page.route("**/_site/search.*", (route) => (repaired ? route.continue() : route.abort()));
  await page.route("**/_site/texts.*", (route) => route.abort());
  await openSearch(page);
  await page.keyboard.type("heartbeat");
  await expect(status(page)).toContainText("The search could not be loaded");
  repaired = true;
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await expect(hits(page).first()).toBeVisible();
  await expect(status(page)).toContainText("the texts could not be loaded");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("axe finds nothing serious in the open dialog", async ({ page }) => {
      await openSearch(page);
      for (const text of ["langgraph stream cut after 60s", "xyzzyplugh"]) {
        await field(page).fill(text);
        await expect(status(page)).toHaveText(/hit|Nothing found/);
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run("dialog.seek");
          return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html ?? ""}`);
        });
        expect(found).toEqual([]);
      }
    });
  });
}

test.describe("a text that is pasted into the search is offered for diagnosis", () => {
  const offered = (page: Page) => page.locator(".seek-offer").locator("a, button").first();
  const NOTHING_OF_IT = /srv|astream|hitting/i;

  test("on the desk it is read at once, whole, and stays in memory", async ({ page }) => {
    await openSearch(page, "/");
    const lines = Array.from({ length: 1500 }, (_, at) => `2026-11-21 10:00:01 INFO ping ${at}`);
    await pasteInto(page, [...lines, TRACEBACK].join("\n"));
    await expect(offered(page)).toHaveText("Diagnose this text");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(offered(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toBeHidden();
    await expect(piece(page)).toContainText("1504 lines");
    await expect(causes(page).first()).toBeVisible();
    expect(page.url()).not.toMatch(NOTHING_OF_IT);
    expect(
      await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, window.name]),
      ),
    ).not.toMatch(NOTHING_OF_IT);
  });

  for (const address of [DOCUMENT, "/search/"])
    test(`from ${address} a link leads to the box of the desk, which has the focus`, async ({ page }) => {
      await openSearch(page, address);
      await paste(page, TRACEBACK);
      await expect(offered(page)).toHaveText("Diagnose this text");
      await expect(page.locator(".seek-offer")).toContainText("Paste it there once more");
      await offered(page).click();
      // The desk takes the fragment off again, as it is no case.
      await expect(page).toHaveURL(/:\d+\/(#give)?$/);
      await expect(page.locator("[data-give]")).toBeFocused();
    });

  test("what is typed, and one word, is only searched", async ({ page }) => {
    await openSearch(page);
    await page.keyboard.type("stream is cut");
    await expect(hits(page).first()).toBeVisible();
    await expect(page.locator(".seek-offer").getByText("Diagnose this text")).toHaveCount(0);
    await paste(page, "proxy_read_timeout");
    await expect(hits(page).first()).toBeVisible();
    await expect(page.locator(".seek-offer").getByText("Diagnose this text")).toHaveCount(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the control is a link to a page that leads to the lists", async ({ page }) => {
    await page.goto(DOCUMENT);
    await page.getByRole("link", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.locator("main noscript p")).toHaveText(/^Search needs JavaScript/);
    await expect(page.locator("main").getByRole("link", { name: "Limits" })).toBeVisible();
    await expect(field(page)).toHaveCount(0);
  });
});
