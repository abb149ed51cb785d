/** What a page weighs on the wire, compressed, in its first load: HTML, styles, scripts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { within } from "../../model/address";
import { baseOf } from "../export/base";
import { pageKinds, pagesOf } from "../export/pages";
import { fetchedFirst, partsOf, weightOf } from "../export/precache";
import { filesIn } from "../files";
import { parsePage } from "../page";

const GOAL = 40_000;
const LIMIT = 60_000;
/** The table of limits may grow with its rows only, each with the exact text that one sees. */
const LIMITS = { page: "limits/index.html", row: 103, besides: 8_300 } as const;
/** What its links may weigh more where each begins with a path. */
const UNDER_A_PATH = 400;
/** A guide with all that it fetches by itself, the copy for offline use apart. What is on it is in it twice: folded for a phone, and beside the text. */
const GUIDE = 46_000;
const GUIDES = /^guides\/[^/]+\/index\.html$/;
/** What every page imports once it is idle: the part for offline use, and what that shares with others. */
const WHEN_IDLE = /^_site\/(offline|chunk)\.\w+\.js$/;
/** What an incident needs comes to each visitor, so it stays small: it may grow with the causes that it knows only. `besides` has the table of limits in it, 488 rows as this is written. */
const FIRST_PART = { besides: 383_500, cause: 2_500 } as const;
/**
 * What an app of one heading loads of the framework, as `npm run measure` found it with these versions. With others it
 * has to be measured anew.
 */
const FLOOR = { next: "16.4.6", react: "19.3.1", scripts: 135_150 } as const;
/** Scripts of the desk above that floor: 22 kB, and 3 kB for what takes texts; and its knowledge, for each cause. */
const DESK_SCRIPTS = 25_000;
const KNOWLEDGE_A_CAUSE = 1_000;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

interface Weight {
  page: string;
  html: number;
  css: number;
  js: number;
  total: number;
}

function weigh(out: string, known: Map<string, number>, page: string): Weight {
  const base = baseOf(out);
  const gzipped = (file: string): number => {
    const size = known.get(file) ?? gzipSync(readFileSync(join(out, file))).length;
    known.set(file, size);
    return size;
  };
  const sum = (addresses: readonly (string | undefined)[]) =>
    [...new Set(addresses)]
      .map((address = "") => within(base, address.replace(/[?#].*$/, "")))
      .reduce((total, file) => total + (file === null ? 0 : gzipped(file)), 0);
  const root = parsePage(readFileSync(join(out, page), "utf8"));
  const html = gzipped(page);
  const css = sum(root.querySelectorAll("link[rel=stylesheet]").map((link) => link.getAttribute("href")));
  // `nomodule` is for browsers that load nothing else of it.
  const js = sum(
    root
      .querySelectorAll("script[src]")
      .filter((script) => !("nomodule" in script.attributes) && !("noModule" in script.attributes))
      .map((script) => script.getAttribute("src")),
  );
  return { page, html, css, js, total: html + css + js };
}

/**
 * The files that a document fetches by itself when nobody touches it, as paths in the export.
 * @param page its file
 */
export function fetchedBy(out: string, page: string): string[] {
  const base = baseOf(out);
  const root = parsePage(readFileSync(join(out, page), "utf8"));
  const named = root
    .querySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=manifest], script[src]")
    .map((element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "");
  const search = root.querySelector("meta[name=search]")?.getAttribute("content")?.split(" ") ?? [];
  return [
    page,
    ...[...named, ...search.slice(0, 2)].map((address) => (within(base, address) ?? address).slice(1)),
    ...filesIn(out).filter((file) => WHEN_IDLE.test(file)),
  ];
}

/** What may not grow as the rest of the export may. */
function budgetProblems(out: string, weights: readonly Weight[]): string[] {
  const table = weights.find(({ page }) => page === LIMITS.page);
  const rows = table
    ? parsePage(readFileSync(join(out, LIMITS.page), "utf8")).querySelectorAll("tr[id]").length
    : 0;
  const most = LIMITS.row * rows + LIMITS.besides + (baseOf(out) === "" ? 0 : UNDER_A_PATH);
  return [
    ...(table && table.total > most
      ? [`${sentence(table)}, and may weigh ${kB(most)} with its ${rows} rows`]
      : []),
    ...weights
      .filter(({ page }) => GUIDES.test(page))
      .map(({ page }) => ({ page, gzip: weightOf(out, fetchedBy(out, page)).gzip }))
      .filter(({ gzip }) => gzip > GUIDE)
      .map(
        ({ page, gzip }) => `${page}: ${kB(gzip)} with what it fetches by itself, and may weigh ${kB(GUIDE)}`,
      ),
  ];
}

const sentence = ({ page, html, css, js, total }: Weight): string =>
  `${page}: ${kB(total)} (HTML ${kB(html)}, CSS ${kB(css)}, scripts ${kB(js)})`;

/** The version of an installed package. */
const installed = (name: string): string =>
  (JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")) as { version: string })
    .version;

/** What the page of the desk carries of the knowledge, compressed: the data that the framework writes into it. */
function knowledgeIn(out: string, page: string): number {
  const inline = parsePage(readFileSync(join(out, page), "utf8"))
    .querySelectorAll("script:not([src])")
    .map((script) => script.text);
  return gzipSync(inline.join("")).length;
}

/** @param causes how many causes the desk knows */
function deskProblems(out: string, desk: readonly Weight[], causes: number): string[] {
  const stale = (["next", "react"] as const).filter((name) => installed(name) !== FLOOR[name]);
  return [
    ...stale.map((name) => `${name} is ${installed(name)}, and the floor was measured with ${FLOOR[name]}`),
    ...desk.flatMap(({ page, js }) => {
      const own = js - FLOOR.scripts;
      const knowledge = knowledgeIn(out, page);
      const scripts = `${page}: scripts are ${kB(own)} over the framework’s floor, and may be ${kB(DESK_SCRIPTS)}`;
      const known = `${page}: knowledge is ${kB(knowledge)} for ${causes} causes, and may be ${kB(KNOWLEDGE_A_CAUSE)} each`;
      return [
        ...(own > DESK_SCRIPTS ? [scripts] : []),
        ...(knowledge > causes * KNOWLEDGE_A_CAUSE ? [known] : []),
      ];
    }),
  ];
}

/** How much of its budgets the desk takes. */
const deskSentence = (out: string, weight: Weight, causes: number): string =>
  `${sentence(weight)}; ${kB(weight.js - FLOOR.scripts)} of scripts over the floor (at most ${kB(DESK_SCRIPTS)}), knowledge ${(knowledgeIn(out, weight.page) / causes / 1000).toFixed(2)} kB a cause (at most ${kB(KNOWLEDGE_A_CAUSE)})`;

/**
 * The sizes of an export: problems, and lines to read.
 * @param causes how many causes the desk knows
 * @param app folder of the routes, which say what is a document
 */
export function sizes(out: string, causes: number, app = "app"): { problems: string[]; report: string[] } {
  const known = new Map<string, number>();
  const kindOf = pageKinds(app);
  const weights = pagesOf(out)
    .map((page) => weigh(out, known, page))
    .sort((a, b) => b.total - a.total);
  const documents = weights.filter(({ page }) => kindOf(page) === "document");
  const desk = weights.filter(({ page }) => kindOf(page) === "desk");
  const over = documents.filter(({ total }) => total > GOAL).length;
  const { first } = partsOf(out);
  const fetched = fetchedFirst(out);
  const { gzip } = weightOf(out, fetched);
  const most = FIRST_PART.besides + causes * FIRST_PART.cause;
  const part = `first part of the copy for offline use: ${first.length} files in ${fetched.length} requests, ${kB(gzip)}`;
  return {
    problems: [
      ...documents
        .filter(({ total }) => total > LIMIT)
        .map((weight) => `${sentence(weight)}, and may weigh ${kB(LIMIT)}`),
      ...budgetProblems(out, weights),
      ...deskProblems(out, desk, causes),
      ...(gzip > most ? [`${part}, and may weigh ${kB(most)}`] : []),
    ],
    report: [
      part,
      `largest documents, of ${documents.length} (${over} over the goal of ${kB(GOAL)}), gzip:`,
      ...documents.slice(0, 5).map(sentence),
      ...documents
        .filter(({ page }) => GUIDES.test(page))
        .map(
          ({ page }) =>
            `${page}: ${kB(weightOf(out, fetchedBy(out, page)).gzip)} with what it fetches by itself`,
        )
        .slice(0, 1),
      "desk:",
      ...desk.map((weight) => deskSentence(out, weight, causes)),
    ],
  };
}
