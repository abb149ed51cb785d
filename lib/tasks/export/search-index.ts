/** The search as files of the export: the index in tiers, and its code. A page loads none of them before its box is used. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Content } from "../../content/load";
import { comesFirst, searchEntries, searchNames } from "../../content/search-entries";
import { under } from "../../model/address";
import { fileOf, headFrom, recordOf, recordOn, type Preface } from "../../search/wire";
import { baseOf } from "./base";
import { bundle } from "./bundle";

const FOLDER = "_site";
/** The first tier answers before the rest has come, and has to come soon. */
const FIRST_TIER = 10_000;
/** And as much as a slow machine reads in the time that this takes to come. */
const FIRST_READ = 60_000;
const HEADS = /^heads-\d+\./;

const gzipped = (text: string): number => gzipSync(text).length;

/** As many records as the first tier holds; all of them, unless there is far more content than today. */
function fitting(records: readonly unknown[]): number {
  let count = records.length;
  while (count > 1) {
    const text = fileOf(records.slice(0, count));
    const fits = Math.min(FIRST_READ / text.length, FIRST_TIER / gzipped(text));
    if (fits >= 1) return count;
    count = Math.max(1, Math.floor(count * Math.min(0.97, fits)));
  }
  return count;
}

/** The files of the index in the order in which they are to be read, each with the beginning of its name. */
function searchFiles(content: Content): { name: string; text: string }[] {
  const entries = searchEntries(content);
  const preface: Preface = { synonyms: content.synonyms, products: searchNames(content) };
  const heads: unknown[] = [preface, ...entries.map(recordOf)];
  const first = fitting(heads.slice(0, 1 + entries.filter(comesFirst).length));
  const rest = heads.slice(first);
  return [
    { name: "heads-1", text: fileOf(heads.slice(0, first)) },
    ...(rest.length > 0 ? [{ name: "heads-2", text: fileOf(rest) }] : []),
    { name: "texts", text: fileOf(entries.map(({ text }) => text)) },
  ];
}

/** Write a file under a name that changes with what it holds. @returns its address, from the root of the site */
function write(out: string, name: string, ending: string, text: string): string {
  const file = `${FOLDER}/${name}.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.${ending}`;
  mkdirSync(join(out, FOLDER), { recursive: true });
  writeFileSync(join(out, file), text);
  return `/${file}`;
}

/**
 * Write code and index into an export.
 * @param content what can be found
 * @returns the element that tells each page where they are, and the text of the code
 */
export async function writeSearch(out: string, content: Content): Promise<{ meta: string; code: string }> {
  const base = baseOf(out);
  const [script] = await bundle("components/enhance/search/main.ts", base);
  const code = script?.text ?? "";
  const files = searchFiles(content).map(({ name, text }) => write(out, name, "json", text));
  const places = [write(out, "search", "js", code), ...files];
  return {
    meta: `<meta name="search" content="${places.map((place) => under(base, place)).join(" ")}">`,
    code,
  };
}

/** Every address that a search in this export can lead to, from the root of the site. */
export function searchedAddresses(out: string): string[] {
  const files = readdirSync(join(out, FOLDER))
    .filter((name) => HEADS.test(name))
    .sort();
  const records = files.flatMap((name) =>
    readFileSync(join(out, FOLDER, name), "utf8")
      .split("\n")
      .map(recordOn)
      .filter(Array.isArray),
  );
  return records.map((record) => headFrom(record).href);
}
