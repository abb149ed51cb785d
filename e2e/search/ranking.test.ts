/** The search ranks the queries of real people as well as it did: floors just below what was measured. */
import { expect, test } from "vitest";
import { loadContent } from "../../lib/content/load";
import { searchEntries } from "../../lib/content/search-entries";
import { engineOf } from "../../lib/search/engine";
import { queriesOf, scored } from "./score";

/** Of all queries, those with a right page in the first place, in the first three, in the first ten. */
const FLOORS = {
  all: { n: 108, first: 88, three: 94, ten: 104 },
  error: { n: 39, first: 30, three: 33, ten: 38 },
  setting: { n: 25, first: 24, three: 24, ten: 25 },
  number: { n: 12, first: 11, three: 12, ten: 12 },
  question: { n: 23, first: 15, three: 16, ten: 21 },
  typo: { n: 9, first: 5, three: 7, ten: 7 },
} as const;
/** The first tier alone, before the texts have come. */
const FIRST_TIER = { first: 74, three: 88, ten: 98 };

const { synonyms, ...content } = loadContent("content");
const entries = searchEntries({ ...content, synonyms });
const queries = queriesOf("e2e/search/queries.dev.jsonl");

test.each(Object.entries(FLOORS))("%s", (kind, floor) => {
  const found = scored(engineOf(entries, synonyms), queries).get(kind)!;
  expect(found.n).toBe(floor.n);
  for (const place of ["first", "three", "ten"] as const) expect(found[place], place).toBeGreaterThanOrEqual(floor[place]);
});

test("titles, names and error lines alone", () => {
  const found = scored(engineOf(entries.map((entry) => ({ ...entry, text: "" })), synonyms), queries).get("all")!;
  for (const place of ["first", "three", "ten"] as const) expect(found[place], place).toBeGreaterThanOrEqual(FIRST_TIER[place]);
});

test("no two entries have the same address and title", () => {
  const seen = entries.map(({ href, title, kind }) => `${kind} ${href} ${title}`);
  expect(seen.filter((one, at) => seen.indexOf(one) !== at)).toEqual([]);
});
