import { CASE } from "../journey";
import { open, see } from "./acts";
import { expect, test } from "./browser-test";
import type { Tab } from "./tab";

const SMALLEST_SHEETS = 20_000;

/** Show the page by the rules for paper: the protocols of these browsers cannot ask for them, so the sheet's own conditions are turned round. */
const toPaper = (tab: Tab) =>
  tab.run(() => {
    const turn = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          if (/\bprint\b/.test(rule.media.mediaText)) rule.media.mediaText = "all";
          else if (/\bscreen\b/.test(rule.media.mediaText)) rule.media.mediaText = "not all";
        }
        if (rule instanceof CSSGroupingRule) turn(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) turn(sheet.cssRules);
    dispatchEvent(new Event("beforeprint"));
  });

/** Controls that would stand on paper. */
const controls = (tab: Tab) =>
  tab.run(() =>
    [...document.querySelectorAll("button, input, select, textarea, nav, form, dialog")]
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.getBoundingClientRect().width > 1 &&
          !element.closest("[data-tick] .chips, th"),
      )
      .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`),
  );

const folded = (tab: Tab) =>
  tab.run(() => document.querySelectorAll("main details:not([open]):not(.copy-as, .toc)").length);

/** The address at the foot of the sheets; empty where none is drawn. */
const foot = (tab: Tab) =>
  tab.run(() =>
    getComputedStyle(document.body, "::after").display === "block" ? document.body.dataset["address"] : "",
  );

test("a pair on paper: nothing folded, no controls, black on white, and its address", async ({ tab, at }) => {
  await open(tab, at("/pairs/langgraph/tool-heartbeat/"));
  const before = await folded(tab);
  expect(before).toBeGreaterThan(0);
  await toPaper(tab);
  expect(await controls(tab)).toEqual([]);
  expect(await folded(tab)).toBe(0);
  expect(await tab.run(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
  expect(await foot(tab)).toMatch(/\/tool-heartbeat\/$/);
  await tab.run(() => dispatchEvent(new Event("afterprint")));
  expect(await folded(tab)).toBe(before);
});

test("a verdict on paper has its answers, its checklist and its address", async ({ tab, at }) => {
  await open(tab, at(CASE));
  await see(tab, "[data-pair] pre");
  await toPaper(tab);
  expect(await controls(tab)).toEqual([]);
  await see(tab, ".answers");
  await see(tab, "[data-checklist] li[data-check] .chips");
  expect(await foot(tab)).toContain("symptom=stall-then-cut");
});

test(
  "the browser's own printing unfolds the page, and folds it again",
  { tag: "@prints" },
  async ({ tab, at }) => {
    await open(tab, at("/pairs/langgraph/tool-heartbeat/"));
    const before = await folded(tab);
    await tab.run(() => {
      addEventListener("beforeprint", () => {
        document.body.dataset["folded"] = String(
          document.querySelectorAll("main details:not([open]):not(.copy-as, .toc)").length,
        );
      });
    });
    expect(await tab.print()).toBeGreaterThan(SMALLEST_SHEETS);
    expect(await tab.run(() => document.body.dataset["folded"])).toBe("0");
    expect(await folded(tab)).toBe(before);
  },
);
