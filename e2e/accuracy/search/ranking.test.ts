/** The search ranks the queries of real people as well as it did: floors just below what was measured. */
import { expect, test } from "vitest";
import { loadContent } from "../../../lib/content/load";
import { searchEntries } from "../../../lib/content/search-entries";
import { engineOf } from "../../../lib/search/engine";
import { queriesOf, scored } from "./score";

/** Of all queries, those with a right page in the first place, in the first three, in the first ten. */
const FLOORS = {
  all: { n: 127, first: 100, three: 110, ten: 119 },
  error: { n: 46, first: 39, three: 41, ten: 44 },
  setting: { n: 27, first: 24, three: 25, ten: 25 },
  number: { n: 13, first: 11, three: 12, ten: 12 },
  question: { n: 32, first: 18, three: 21, ten: 27 },
  typo: { n: 9, first: 5, three: 7, ten: 7 },
} as const;
/** The first tier alone, before the texts have come. */
const FIRST_TIER = { first: 88, three: 104, ten: 114 };

const { synonyms, ...content } = loadContent("content");
const entries = searchEntries({ ...content, synonyms });
const queries = queriesOf("e2e/accuracy/search/queries.dev.jsonl");

test.each(Object.entries(FLOORS))("%s", (kind, floor) => {
  const found = scored(engineOf(entries, synonyms), queries).get(kind)!;
  expect(found.n).toBe(floor.n);
  for (const place of ["first", "three", "ten"] as const)
    expect(found[place], place).toBeGreaterThanOrEqual(floor[place]);
});

test("titles, names and error lines alone", () => {
  const found = scored(
    engineOf(
      entries.map((entry) => ({ ...entry, text: "" })),
      synonyms,
    ),
    queries,
  ).get("all")!;
  for (const place of ["first", "three", "ten"] as const)
    expect(found[place], place).toBeGreaterThanOrEqual(FIRST_TIER[place]);
});

test("no two entries have the same address and title", () => {
  const seen = entries.map(({ href, title, kind }) => `${kind} ${href} ${title}`);
  expect(seen.filter((one, at) => seen.indexOf(one) !== at)).toEqual([]);
});
