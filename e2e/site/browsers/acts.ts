/** What a hand and an eye do in a tab, in the same way in each browser. */
import { expect } from "@playwright/test";
import { LeftPage, type Tab } from "./tab";

const SEEN_MS = 15_000;

/** A page that is just being left has nothing to ask: it is asked again. What else goes wrong is told. */
const unlessLeft = <T>(asked: Promise<T>, otherwise: T): Promise<T> =>
  asked.catch((error: unknown) => {
    if (error instanceof LeftPage) return otherwise;
    throw error;
  });

export const address = (tab: Tab): Promise<string> =>
  unlessLeft(
    tab.run(() => location.href),
    "",
  );

/** Texts of the visible elements that fit. */
export const texts = (tab: Tab, selector: string): Promise<string[]> =>
  unlessLeft(
    tab.run(
      (wanted) =>
        [...document.querySelectorAll(wanted)]
          .filter((element) => element.checkVisibility())
          // a number is held to its unit by a space of its own
          .map((element) => element.textContent.replaceAll("\u00a0", " ")),
      selector,
    ),
    [],
  );

/** Wait until something that fits and holds the text is visible. */
export async function see(tab: Tab, selector: string, text = ""): Promise<void> {
  await expect
    .poll(async () => (await texts(tab, selector)).filter((found) => found.includes(text)).length, {
      message: `${selector} “${text}” is seen`,
      timeout: SEEN_MS,
    })
    .toBeGreaterThan(0);
}

/**
 * The middle of the first visible element that fits, once it is in view and nothing lies over it; null until then. A
 * press that comes when something else has moved there is kept from it. `data-pressed` says where the click came down,
 * not where the finger did: what moves away between the two is not clicked.
 */
const aimAt = (tab: Tab, selector: string, text: string): Promise<{ x: number; y: number } | null> =>
  tab.run(
    (wanted, words) => {
      const element = [...document.querySelectorAll(wanted)].find(
        (candidate) => candidate.checkVisibility() && candidate.textContent.includes(words),
      );
      if (!element) return null;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = element.getBoundingClientRect();
      const point = { x: x + width / 2, y: y + height / 2 };
      if (!element.contains(document.elementFromPoint(point.x, point.y))) return null;
      const { dataset } = document.body;
      dataset["pressed"] = "nothing";
      const here = window as typeof window & { aim?: AbortController };
      here.aim?.abort();
      const aim = (here.aim = new AbortController());
      const watch = (event: Event) => {
        const isIt = element.contains(event.target as Node);
        if (event.type === "click") {
          dataset["pressed"] = isIt ? "it" : "another";
          aim.abort();
        }
        if (isIt) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      };
      for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        addEventListener(kind, watch, { capture: true, signal: aim.signal });
      return point;
    },
    selector,
    text,
  );

/** Press the first visible element that fits and holds the text. */
export async function click(tab: Tab, selector: string, text = ""): Promise<void> {
  await expect
    .poll(
      async () => {
        const point = await aimAt(tab, selector, text);
        if (point === null) return "nothing";
        await tab.tap(point.x, point.y);
        // Where the press has led to another page, nothing is said there.
        return tab.run(() => document.body.dataset["pressed"] ?? "it");
      },
      { message: `${selector} “${text}” is pressed`, timeout: SEEN_MS },
    )
    .toBe("it");
}

/** Is the focus on an element that fits? */
const isFocused = (tab: Tab, selector: string, text = ""): Promise<boolean> =>
  tab.run(
    (wanted, words) =>
      document.activeElement?.matches(wanted) === true && document.activeElement.textContent.includes(words),
    selector,
    text,
  );

export async function focusIsOn(tab: Tab, selector: string, text = ""): Promise<void> {
  await expect
    .poll(() => isFocused(tab, selector, text), { message: `the focus is on ${selector} “${text}”` })
    .toBe(true);
}

/** Go on with the Tab key until the focus is there. */
export async function tabTo(tab: Tab, selector: string, text = "", presses = 150): Promise<void> {
  for (let left = presses; left > 0 && !(await isFocused(tab, selector, text)); left -= 1)
    await tab.press("Tab");
  expect(await isFocused(tab, selector, text), `Tab leads to ${selector} “${text}”`).toBe(true);
}

/** Open a page, and wait until what makes it more than text has begun. */
export async function open(tab: Tab, url: string): Promise<void> {
  await tab.goto(url);
  await see(tab, "html[data-js]");
}

/** Choose an answer by its words; "more" opens the rest of a long list first. */
export async function choose(tab: Tab, question: string, label: string): Promise<void> {
  const chips = `fieldset[data-question="${question}"] button.chip`;
  await see(tab, chips);
  if (!(await texts(tab, chips)).some((text) => text.includes(label)))
    await click(tab, `${chips}.more`, "more");
  await click(tab, chips, label);
  await see(tab, `[data-answered="${question}"]`);
}

/** What the clipboard holds, as the user has it: put into the search field by its key. */
export async function pasted(tab: Tab): Promise<string> {
  if (!(await isFocused(tab, "textarea#seek-field"))) await tab.press("Control", "k");
  await focusIsOn(tab, "textarea#seek-field");
  await tab.press("Control", "a");
  await tab.press("Control", "v");
  return tab.run(() => document.querySelector<HTMLTextAreaElement>("#seek-field")?.value ?? "");
}
