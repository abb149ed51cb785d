import { CASE } from "../journey";
import { address, choose, click, open, pasted, see } from "./acts";
import { expect, test } from "./browser-test";

const answer = (id: string) => `[data-answered="${id}"]`;

test("a link opens on its verdict; back, forward and a reload go through the answers", async ({
  tab,
  at,
}) => {
  await open(tab, at(CASE));
  await see(tab, "ol[data-verdict] > li[data-cause='proxy-read-timeout']");
  await see(tab, "[data-pair] pre");
  await click(tab, `${answer("symptom")} button`, "change");
  await choose(tab, "symptom", "All at once");
  await expect.poll(() => address(tab)).toContain("symptom=all-at-once");
  await tab.back();
  await see(tab, answer("symptom"), "Long silence");
  await tab.forward();
  await see(tab, answer("symptom"), "All at once");
  await tab.reload();
  await see(tab, answer("symptom"), "All at once");
  for (const id of ["framework", "hosting", "proxy"]) await see(tab, answer(id));
  await see(tab, "ol[data-verdict] > li[data-cause]");
});

test("a link to a part of a page leads there, and back leads to where one was", async ({ tab, at }) => {
  await open(tab, at("/guides/langgraph/"));
  const places = () =>
    tab.run(() => ({
      scrolled: scrollY,
      from: document.getElementById(decodeURIComponent(location.hash.slice(1)))?.getBoundingClientRect().top,
      height: innerHeight,
    }));
  const links = await tab.run(() =>
    [...document.querySelectorAll("aside nav a[href^='#']")].map((link) => link.getAttribute("href")),
  );
  await click(tab, `aside nav a[href="${links.at(-1) ?? ""}"]`);
  await expect.poll(() => address(tab)).toMatch(/#.+/);
  await expect
    .poll(async () => {
      const { scrolled, from = -1, height } = await places();
      return scrolled > 500 && from >= 0 && from < height;
    })
    .toBe(true);
  await tab.back();
  await expect.poll(() => address(tab)).not.toContain("#");
  await expect.poll(async () => (await places()).scrolled).toBeLessThan(500);
});

test("a cause is carried away as a link and as Markdown", async ({ tab, at }) => {
  await open(tab, at("/causes/proxy-read-timeout/"));
  await click(tab, "details.copy-as summary");
  for (const [way, text] of [
    ["link", /^http.*\/causes\/proxy-read-timeout\/$/],
    ["markdown", /```sh\n/],
  ] as const) {
    // The clipboard of a busy machine may refuse a press: a person presses again.
    const copied = async () => {
      await click(tab, `details.copy-as button[data-way="${way}"]`);
      const held = await pasted(tab);
      await tab.press("Escape");
      return held;
    };
    await expect.poll(copied, { timeout: 15_000 }).toMatch(text);
  }
});
