import { address, click, focusIsOn, open, see, texts } from "./acts";
import { expect, test } from "./browser-test";

const FIELD = "textarea#seek-field";
const CHOSEN = '[role="option"][aria-selected="true"]';

test("the search opens by its key, finds while one types, and goes to the chosen hit", async ({
  tab,
  at,
}) => {
  await open(tab, at("/causes/proxy-read-timeout/"));
  await tab.press("Control", "k");
  await focusIsOn(tab, FIELD);
  await tab.type("proxy_read_timeout");
  await see(tab, '[role="option"] mark');
  await see(tab, "#seek-status", "hits, best first.");
  const first = await texts(tab, CHOSEN);
  await tab.press("ArrowDown");
  await expect.poll(() => texts(tab, CHOSEN)).not.toEqual(first);
  await focusIsOn(tab, FIELD);
  const href = await tab.run((chosen) => document.querySelector<HTMLAnchorElement>(chosen)!.href, CHOSEN);
  await tab.press("Enter");
  await expect.poll(() => address(tab)).toBe(href);
  await see(tab, "h1");
  await expect
    .poll(() => tab.run(() => location.hash === "" || document.querySelector(":target") !== null))
    .toBe(true);
});

test("Escape closes the search, gives the focus back, and keeps the text", async ({ tab, at }) => {
  await open(tab, at("/limits/"));
  await click(tab, "a[data-search]");
  await focusIsOn(tab, FIELD);
  await tab.type("heartbeat");
  await see(tab, '[role="option"]');
  await tab.press("Escape");
  await expect.poll(() => texts(tab, "dialog.seek")).toEqual([]);
  await focusIsOn(tab, "a[data-search]");
  await tab.press("Enter");
  await focusIsOn(tab, FIELD);
  expect(await tab.run(() => document.querySelector<HTMLTextAreaElement>("#seek-field")?.value)).toBe(
    "heartbeat",
  );
});

test("the page of the search works with a pasted traceback", async ({ tab, at }) => {
  await open(tab, at("/search/"));
  await focusIsOn(tab, FIELD);
  await tab.type("langgraph.errors.GraphRecursionError: Recursion limit of 25 reached");
  await see(tab, "#seek-hits[data-whole]");
  await click(tab, '[role="option"][href^="/causes/unbounded-task/"]');
  await expect.poll(() => address(tab)).toContain("/causes/unbounded-task/");
});
