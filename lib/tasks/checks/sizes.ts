/** What a page weighs on the wire, compressed, in its first load: HTML, styles, scripts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "node-html-parser";
import { pageKinds, pagesOf } from "../export/pages";
import { partsOf, weightOf } from "../export/precache";

const GOAL = 40_000;
const LIMIT = 60_000;
/** What an incident needs comes to each visitor, so it stays small. */
const FIRST_PART = 450_000;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

interface Weight {
  page: string;
  html: number;
  css: number;
  js: number;
  total: number;
}

function weigh(out: string, known: Map<string, number>, page: string): Weight {
  const gzipped = (file: string): number => {
    const size = known.get(file) ?? gzipSync(readFileSync(join(out, file))).length;
    known.set(file, size);
    return size;
  };
  const sum = (addresses: readonly (string | undefined)[]) =>
    [...new Set(addresses)]
      .filter((address) => address?.startsWith("/") === true)
      .reduce((total, address) => total + gzipped((address ?? "").replace(/[?#].*$/, "")), 0);
  const root = parse(readFileSync(join(out, page), "utf8"));
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

const sentence = ({ page, html, css, js, total }: Weight): string =>
  `${page}: ${kB(total)} (HTML ${kB(html)}, CSS ${kB(css)}, scripts ${kB(js)})`;

/**
 * The sizes of an export: problems, and lines to read.
 * @param app folder of the routes, which say what is a document
 */
export function sizes(out: string, app = "app"): { problems: string[]; report: string[] } {
  const known = new Map<string, number>();
  const kindOf = pageKinds(app);
  const weights = pagesOf(out)
    .map((page) => weigh(out, known, page))
    .sort((a, b) => b.total - a.total);
  const documents = weights.filter(({ page }) => kindOf(page) === "document");
  const over = documents.filter(({ total }) => total > GOAL).length;
  const { first } = partsOf(out);
  const { gzip } = weightOf(out, first);
  const part = `first part of the copy for offline use: ${first.length} files, ${kB(gzip)}`;
  return {
    problems: [
      ...documents
        .filter(({ total }) => total > LIMIT)
        .map((weight) => `${sentence(weight)}, and may weigh ${kB(LIMIT)}`),
      ...(gzip > FIRST_PART ? [`${part}, and may weigh ${kB(FIRST_PART)}`] : []),
    ],
    report: [
      part,
      `largest documents, of ${documents.length} (${over} over the goal of ${kB(GOAL)}), gzip:`,
      ...documents.slice(0, 5).map(sentence),
      "desk:",
      ...weights.filter(({ page }) => kindOf(page) === "desk").map(sentence),
    ],
  };
}
