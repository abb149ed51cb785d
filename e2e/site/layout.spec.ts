import { expect, test, type Page } from "@playwright/test";
import { enlargeText, everyPage, lookAt } from "./every-page";
import { CASE, openDesk } from "./journey";

/** How far the page reaches past the window, and what does. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    const out = [...document.body.querySelectorAll("*")].find(
      (element) => element.getBoundingClientRect().right > limit + 1,
    );
    return [
      `${document.documentElement.scrollWidth} px, first past the edge: ${out?.tagName.toLowerCase()}.${out?.className}`,
    ];
  });

/** What would take a column of its own beside the text: a page to be read has its text, and what is on it. */
const besideTheText = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("main.read > :not(article, aside)")].map(
      ({ tagName, textContent }) => `${tagName.toLowerCase()} “${textContent.slice(0, 40)}”`,
    ),
  );

/** Elements whose own words stand in a column of a few letters, one for each kind. */
const tooNarrow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const LETTERS = 5;
    // A line of code breaks where it has to, so that nothing of it is cut off. What is for ears alone takes no room.
    const isHidden = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== "none" || isHidden(element.parentElement));
    const narrow = [
      ...document.querySelectorAll<HTMLElement>("body :not(script, style, svg *, pre *)"),
    ].filter((element) => {
      const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const longest = Math.max(
        0,
        ...words.flatMap((node) => (node.textContent ?? "").split(/\s+/)).map(({ length }) => length),
      );
      const { width, height } = element.getBoundingClientRect();
      if (longest <= LETTERS || !element.checkVisibility() || isHidden(element)) return false;
      const letter = parseFloat(getComputedStyle(element).fontSize) / 2;
      return width < LETTERS * letter && height > 4 * letter;
    });
    return [...new Set(narrow.map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`))];
  });

/** Give the focus to each control in turn: the lines name those that are not seen then, or lie under something. */
const unseenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex='0']",
    );
    const isSeen = (element: HTMLElement): boolean =>
      [...element.getClientRects()].some((box) => {
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        if (right - left < 2 || bottom - top < Math.min(box.height, 12)) return false;
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
    return [...controls]
      .filter((element) => {
        if (!element.checkVisibility()) return false;
        element.focus();
        return document.activeElement === element && !isSeen(element);
      })
      .map((element) => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}”`);
  });

const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    // A menu of the bar lies over the page while it is open.
    for (const part of document.querySelectorAll<HTMLDetailsElement>("main details")) part.open = true;
  });

/** The bar at the foot stands as it does when a newer version is here. */
const announce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const words = Object.assign(document.createElement("p"), {
      textContent: "A new version is here. Your answers are kept.",
    });
    const button = Object.assign(document.createElement("button"), {
      className: "btn",
      textContent: "Use it",
    });
    document.querySelector("[data-site-says]")?.replaceChildren(words, button);
    document.documentElement.dataset["says"] = "";
  });

const about = (what: string, lines: readonly string[]): string[] => lines.map((line) => `${what}: ${line}`);

test("no page scrolls sideways at any width, and what has the focus is seen in a window 500 px high", async ({
  context,
}) => {
  test.setTimeout(300_000);
  const look = async (page: Page) => {
    const found = about("beside the text", await besideTheText(page));
    for (const width of [320, 360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...about(`${width} px`, await tooWide(page)));
    }
    await page.setViewportSize({ width: 1280, height: 500 });
    await announce(page);
    return [...found, ...about("focus", await unseenFocus(page))];
  };
  expect(await lookAt(context, everyPage(), () => Promise.resolve(), look)).toEqual([]);
});

test("with text at 200 % every page fits 320 px, no words stand a few letters a line, and the focus is seen on a phone that lies", async ({
  context,
}) => {
  test.setTimeout(300_000);
  const look = async (page: Page) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const folded = await tooWide(page);
    await unfold(page);
    const found = [
      ...about("folded", folded),
      ...about("unfolded", await tooWide(page)),
      ...(await tooNarrow(page)),
    ];
    await page.setViewportSize({ width: 667, height: 375 });
    await announce(page);
    return [...found, ...about("focus", await unseenFocus(page))];
  };
  // A verdict is laid out in its own way.
  const addresses = everyPage().filter((address) => address !== CASE);
  expect(await lookAt(context, addresses, enlargeText, look)).toEqual([]);
});

test("the last control beside a verdict is seen when it has the focus in a window 500 px high", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await openDesk(page, CASE);
  const last = page.getByRole("button", { name: "Open a case file" });
  await last.focus();
  await expect(last).toBeInViewport({ ratio: 1 });
});
