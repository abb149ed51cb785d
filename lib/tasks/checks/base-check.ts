/** In an export that stands below a path of its host, every address of its own begins with that path. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { under, within } from "../../model/address";
import type { Version } from "../../offline/version";
import { baseOf } from "../export/base";
import { filesIn } from "../files";
import { parsePage } from "../page";

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

const inStyles = (text: string): string[] => matches(text, /url\(\s*["']?([^"')\s]+)/g);

/** Addresses in the attributes of a page, in its metas, its styles, and in the data that the framework writes into it. */
function inPage(html: string): string[] {
  const root = parsePage(html);
  const attributes = root
    .querySelectorAll("[href], [src], [srcset], [action], [poster]")
    .flatMap((element) =>
      ["href", "src", "srcset", "action", "poster"].map((name) => element.getAttribute(name) ?? ""),
    );
  const metas = root.querySelectorAll("meta").map((meta) => meta.getAttribute("content") ?? "");
  return [
    ...attributes,
    // The search and the readers name several files.
    ...metas.flatMap((content) => content.split(" ")),
    ...root.querySelectorAll("style").flatMap((style) => inStyles(style.rawText)),
    ...matches(html, /\\"(?:href|src)\\":\\"([^"\\]+)/g),
  ];
}

/** Every text in some data. */
function texts(data: unknown): string[] {
  if (typeof data === "string") return [data];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(texts) : [];
}

/** The lists that the build puts before the worker's code. */
function inWorker(code: string): string[] {
  const { first, rest, pack } = JSON.parse(code.slice(code.indexOf("{"), code.indexOf(";\n"))) as Version;
  return [...Object.keys(first.files), ...Object.keys(rest.files), pack.address, ...pack.holds];
}

/** Where addresses stand in the files of an export. */
const FINDS: readonly (readonly [files: RegExp, addresses: (text: string) => string[]])[] = [
  [/\.html$/, inPage],
  [/\.css$/, inStyles],
  [/\.webmanifest$/, (text) => texts(JSON.parse(text))],
  [/^sw\.js$/, inWorker],
  [/\/pack\.json$/, (text) => Object.keys(JSON.parse(text) as object)],
  [/^knowledge\.json$/, (text) => matches(text, /"(?:page|\$schema)":"([^"]+)"/g)],
  [/^llms\.txt$/, (text) => matches(text, /(?:\]\(|`)(\/[^)`]*)/g)],
  [/^sitemap\.xml$/, (text) => matches(text, /<loc>([^<]+)/g)],
  [/^_headers$/, (text) => matches(text, /^(\/\S*)/gm)],
  [/^vercel\.json$/, (text) => matches(text, /"source": "([^"]+)"/g)],
  [
    /^nginx-headers\.conf$/,
    (text) => matches(text.replaceAll("\\", ""), /^(?:location ~ \^|error_page 404 )([^;\s]+)/gm),
  ],
];

/** Problems with the addresses of an export, as sentences. */
export function baseProblems(out: string): string[] {
  const base = baseOf(out);
  // What an address from the root becomes under the base is what it is, if there is none.
  const lacks = (address: string) => under(base, address) !== address && within(base, address) === null;
  return filesIn(out).flatMap((file) => {
    const find = FINDS.find(([files]) => files.test(file))?.[1];
    const addresses = find?.(readFileSync(join(out, file), "utf8")) ?? [];
    return [...new Set(addresses.filter(lacks))].map(
      (address) => `${file}: "${address}" lacks the base ${base}`,
    );
  });
}
