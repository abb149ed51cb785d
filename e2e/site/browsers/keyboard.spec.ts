import { address, focusIsOn, open, pasted, see, tabTo, texts } from "./acts";
import { expect, test } from "./browser-test";

const CHIPS = (id: string) => `fieldset[data-question="${id}"] button.chip`;

test("by keyboard alone: from the first question to the copied config", async ({ tab, at }) => {
  await open(tab, at("/"));
  await see(tab, CHIPS("framework"));
  await tabTo(tab, CHIPS("framework"));
  for (let presses = 0; presses < 5; presses += 1) await tab.press("ArrowRight");
  await tab.press("ArrowLeft");
  await tab.press("Enter");
  await see(tab, '[data-answered="framework"]');
  // The focus has gone to the next question, so that the next keys go there.
  await focusIsOn(tab, "fieldset[data-question] legend > span");
  await tabTo(tab, CHIPS("proxy"), "nginx");
  await tab.press(" ");
  await see(tab, '[data-answered="proxy"]');
  await focusIsOn(tab, "fieldset[data-question] legend > span");
  await tabTo(tab, CHIPS("symptom"));
  await tab.press("3");
  await see(tab, '[data-answered="symptom"]');
  await expect.poll(() => address(tab)).toMatch(/#symptom=stall-then-cut&framework=[a-z]+&proxy=nginx$/);
  await see(tab, ".ways button", "In settings");
  await tabTo(tab, ".ways button", "In settings");
  await tab.press("Enter");
  await see(tab, "[data-configs] [data-copy]");
  await tabTo(tab, "[data-configs] [data-copy]");
  await tab.press("Enter");
  await expect.poll(() => pasted(tab)).toContain("proxy_read_timeout");
});

test("Escape gives the focus back to the question that had it", async ({ tab, at }) => {
  await open(tab, at("/"));
  await see(tab, CHIPS("framework"));
  await tabTo(tab, CHIPS("framework"));
  await tab.press("Enter");
  await focusIsOn(tab, "fieldset[data-question] legend > span");
  await tab.press("Control", "k");
  await focusIsOn(tab, "textarea#seek-field");
  await tab.press("Escape");
  await focusIsOn(tab, "fieldset[data-question] legend > span");
});

test("the report is a dialog that takes the focus, keeps it inside, and gives it back", async ({
  tab,
  at,
}) => {
  await open(tab, at("/#framework=langgraph&hosting=vm&proxy=nginx&symptom=stall-then-cut"));
  await see(tab, "button", "Hand-over report");
  await tabTo(tab, "button", "Hand-over report");
  await tab.press("Enter");
  await see(tab, "dialog.sheet[open] pre");
  const inside = () =>
    tab.run(
      () =>
        document.activeElement === document.body || document.activeElement?.closest("dialog[open]") !== null,
    );
  for (let presses = 0; presses < 8; presses += 1) {
    expect(await inside()).toBe(true);
    await tab.press("Tab");
  }
  await tab.press("Escape");
  await expect.poll(() => texts(tab, "dialog.sheet")).toEqual([]);
  await focusIsOn(tab, "button", "Hand-over report");
});

test("the skip link leads past the head of the page", async ({ tab, at }) => {
  await open(tab, at("/limits/"));
  await tab.press("Tab");
  await focusIsOn(tab, "a.skip");
  await tab.press("Enter");
  await expect.poll(() => address(tab)).toContain("#main");
  await tab.press("Tab");
  expect(await tab.run(() => document.activeElement?.closest("main") !== null)).toBe(true);
});
