/** The map from facts to places: it is whole, and each way in which it could be wrong is told. */
import { describe, expect, test } from "vitest";
import { edited, loadPlanted, longer, problemsOf } from "./fixtures/planted";

const FILE = "rows/langchain.yaml";
const GUIDE = "/guides/langchain/";
const SECTION = `${GUIDE}#where-it-runs`;
const GATEWAY = "/causes/gateway-limit/";

/** The ids of a prefix, from one number to another, but for some. */
const numbers = (prefix: string, from: number, to: number, without: readonly number[] = []): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((number) => !without.includes(number))
    .map((number) => `${prefix}-${String(number).padStart(2, "0")}`);

const FACTS: Readonly<Record<string, readonly string[]>> = {
  autogen: numbers("AG", 1, 49),
  crewai: numbers("CR", 2, 47),
  langchain: numbers("LC", 1, 50),
  langgraph: numbers("LG", 2, 62, [57, 58, 59]),
  llamaindex: numbers("LI", 1, 56),
};

test("each fact that a guide has to tell has a row, and there is no other", () => {
  const rows = Object.entries(loadPlanted().rows).map(([guide, of]) => [guide, of.map(({ id }) => id)]);
  expect(Object.fromEntries(rows)).toEqual(FACTS);
});

const NOWHERE = `no section of ${GUIDE} is named, so nobody who reads it meets the fact.`;
const gone = (address: string): string => `there is no address "${address}".`;
const unlinked = (page: string): string => `no section of ${GUIDE} that is named links to ${page}.`;

type Row = [what: string, at: readonly string[], problem: string | null];

const ROWS: Row[] = [
  ["a section", [SECTION], null],
  ["what a section links to", [SECTION, `${GATEWAY}#what`, "/configs/#places"], null],
  ["a pair that a section shows", [`${GUIDE}#a-callback-raises`, "/pairs/langchain/callback-raises/"], null],
  ["no place", [], "must name a place."],
  ["a page that is not there", [SECTION, "/causes/no-such/#what"], gone("/causes/no-such/#what")],
  ["an anchor that is not there", [SECTION, `${GATEWAY}#no-such`], gone(`${GATEWAY}#no-such`)],
  ["a section that is not there", [`${GUIDE}#no-such`], gone(`${GUIDE}#no-such`)],
  ["another page alone", [`${GATEWAY}#what`], NOWHERE],
  ["another guide alone", ["/guides/langgraph/#what-it-means"], NOWHERE],
  ["the list of all causes below the text", [`${GUIDE}#causes`], NOWHERE],
  [
    "a page that another section links to",
    [`${GUIDE}#a-callback-raises`, `${GATEWAY}#what`],
    unlinked(GATEWAY),
  ],
  [
    "a page that no section links to",
    [SECTION, "/causes/websocket-idle/#what"],
    unlinked("/causes/websocket-idle/"),
  ],
];

describe("a row that names", () => {
  // All in one file, as each reading of the content takes its time.
  const planted = ROWS.map(([, at], index) =>
    JSON.stringify({ id: `ZZ-${10 + index}`, about: "planted", at }),
  );
  const problems = problemsOf(longer(FILE, planted.map((row) => `- ${row}\n`).join("")));
  test.each(ROWS.map((row, index) => [...row, `ZZ-${10 + index}`] as const))("%s", (_, __, problem, id) => {
    const mine = problems.filter((one) => one.includes(`"${id}"`));
    expect(mine).toEqual(problem === null ? [] : [`content/${FILE}: entry "${id}": field "at": ${problem}`]);
  });
});

test("a link that leaves a guide is missed by each row that needs it", () => {
  expect(problemsOf(edited("guides/langchain.mdx", "](/causes/resource-closed/)", "](/causes/)"))).toEqual([
    `content/${FILE}: entry "LC-02": field "at": ${unlinked("/causes/resource-closed/")}`,
  ]);
});

test("a row that stands twice, or in the file of no framework, is told", () => {
  const row = (id: string) => `- { id: ${id}, about: planted, at: ["${SECTION}"] }\n`;
  const problems = problemsOf({ ...longer(FILE, row("LC-01")), "rows/no-such.yaml": row("ZZ-01") });
  expect(problems).toEqual([
    `content/${FILE}: entry "LC-01": the id "LC-01" stands there twice.`,
    `content/rows/no-such.yaml: field "(name of the file)": there is no framework "no-such".`,
  ]);
});
