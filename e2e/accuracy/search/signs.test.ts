/** The search and the paste box read alike: an error line that speaks for a cause finds the cause. */
import { expect, test } from "vitest";
import { loadContent } from "../../../lib/content/load";
import { searchEntries } from "../../../lib/content/search-entries";
import { engineOf } from "../../../lib/search/engine";

/** What a sign has to say of a cause for its example to be of that cause. */
const SPEAKS_UP = 2;
const SHOWN_FIRST = 3;

const content = loadContent("content");
const engine = engineOf(searchEntries(content), content.synonyms);

/** The signs of lines that speak for causes, each with the pages of these. */
const speaking = content.signs
  .filter(({ in: place, hint }) => place !== "prose" && hint !== true)
  .map(({ id, hit, speaks }) => ({
    id,
    hit,
    pages: speaks.flatMap(({ cause, weight }) =>
      weight !== "rules-out" && weight >= SPEAKS_UP ? [`/causes/${cause}/`] : [],
    ),
  }))
  .filter(({ pages }) => pages.length > 0);

/** A little under what was reached: an example is cut, and stands for the cause that its sign names above all. */
const FLOOR = 0.97;

test("an error line of a sign finds a cause that it speaks for among the first hits", () => {
  expect(speaking.length).toBeGreaterThan(150);
  const lost = speaking.filter(({ hit, pages }) => {
    const first = engine.search(hit).slice(0, SHOWN_FIRST);
    return !first.some(({ entry }) => pages.includes(entry.href.split("#")[0] ?? ""));
  });
  expect(1 - lost.length / speaking.length, lost.map(({ id }) => id).join(", ")).toBeGreaterThanOrEqual(
    FLOOR,
  );
});
