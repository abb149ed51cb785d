import { address, click, focusIsOn, open, see, texts } from "./acts";
import { expect, test } from "./browser-test";
import type { Tab } from "./tab";

/** A ticket as somebody writes it, what is seen and then the config: short, as each letter is a press of its key. */
const TICKET = `The chat stops in the middle.

location /chat {
proxy_pass http://app;
proxy_read_timeout 60s;
}`;
const CONFIG = TICKET.slice(TICKET.indexOf("location"));
const LOG = "[7] [CRITICAL] WORKER TIMEOUT (pid:9)";

const BOX = "textarea[data-give]";
const PIECE = "[data-piece]";
const FIRST = "ol[data-verdict] > li[data-cause]:first-child";
const line = (number: number) => `${PIECE} li[data-line="${number}"]`;

const firstCause = (tab: Tab): Promise<string | null> =>
  tab.run((first) => document.querySelector(first)?.getAttribute("data-cause") ?? null, FIRST);

/** Type into the box. */
async function fill(tab: Tab, text: string): Promise<void> {
  await click(tab, BOX);
  await focusIsOn(tab, BOX);
  await tab.type(text);
}

test("a ticket with a config in it is typed in, read at its lines, and judged; a reload keeps what it gave", async ({
  tab,
  at,
}) => {
  await open(tab, at("/"));
  await fill(tab, TICKET);
  await tab.press("Control", "Enter");
  await see(tab, `${PIECE} header`, "taken for: A description, lines 1 to 2; then nginx configuration");
  await see(tab, line(5), "proxy_read_timeout 60s;");
  await see(tab, `${line(5)} .say`, "is 60 s");
  await see(tab, '[data-answered="proxy"]', "nginx");
  await expect.poll(() => firstCause(tab)).toBe("proxy-read-timeout");
  await see(tab, "main h1", "nginx");
  await expect.poll(() => address(tab)).toMatch(/#found=[a-z0-9,~-]+$/);

  await tab.reload();
  await see(tab, "[data-earlier]", "no longer here");
  await see(tab, "[data-earlier]", "is 60 s");
  await expect.poll(() => firstCause(tab)).toBe("proxy-read-timeout");
  expect(await texts(tab, PIECE)).toEqual([]);
});

test("what is pasted is read at once; one piece is taken out with what it gave, then all is forgotten", async ({
  tab,
  at,
}) => {
  await open(tab, at("/"));
  // Cut, so that the clipboard holds it, as one who pastes has it.
  await fill(tab, LOG);
  await tab.press("Control", "a");
  await tab.press("Control", "x");
  await tab.press("Control", "v");
  await see(tab, `${PIECE} header`, "Lines of a log or an error, 1 line");
  await see(tab, `${line(1)} .say`, "The server logs that it killed the worker");
  const alone = await firstCause(tab);
  expect(alone).not.toBeNull();

  await click(tab, "[data-strip] button", "Add more");
  await fill(tab, CONFIG);
  await tab.press("Control", "Enter");
  await see(tab, `${PIECE} header`, "nginx configuration");
  await see(tab, '[data-answered="proxy"]', "nginx");
  await click(tab, `${PIECE}:nth-of-type(2) button`, "Take it out");
  await expect.poll(async () => (await texts(tab, PIECE)).length).toBe(1);
  await expect.poll(() => texts(tab, '[data-answered="proxy"]')).toEqual([]);
  expect(await firstCause(tab)).toBe(alone);

  await click(tab, "[data-strip] button", "Forget all of it");
  await expect.poll(() => texts(tab, `${PIECE}, ol[data-verdict]`)).toEqual([]);
  await focusIsOn(tab, BOX);
  await expect.poll(() => address(tab)).toMatch(/\/$/);
  await tab.reload();
  await see(tab, BOX);
  expect(await texts(tab, "[data-earlier], ol[data-verdict]")).toEqual([]);
});
