/** What a browser keeps for use without network: which files of an export, with their hashes; and the worker that keeps them. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { under, within } from "../../model/address";
import { cachePrefix } from "../../offline/caches";
import type { Part, Version } from "../../offline/version";
import { filesIn } from "../files";
import { baseOf } from "./base";
import { bundle } from "./bundle";
import { HASHED } from "./headers";
import { addressOf } from "./site";

const WORKER = "sw.js";

/** Files that no page of ours asks for: of hosts, crawlers and pictures for links, and what a page is told under another address. */
const LEFT_OUT = [
  /^(404|_not-found)\//,
  /^(_headers|_redirects|vercel\.json|nginx-headers\.conf|robots\.txt|llms[^/]*\.txt|sitemap[^/]*\.xml)$/,
  /\.(zip|sha256|map)$/,
  /^(?!icons\/).*\.(png|jpe?g|webp)$/,
  /^_next\/(?!static\/)/,
  /^f\/[^/]+\/pack\.json$/,
  /^sw\.js$/,
];

/** What an incident needs: the desk, the parts of causes and checks, the search by titles and errors, limits. */
const FIRST = [
  /^(index|404)\.html$/,
  /^_next\/static\//,
  /^_site\/(?!texts\.|read)/,
  /^f\/[^/]+\/(causes\/|checks\.html$)/,
  /^(limits|offline|search)\/index\.html$/,
  /^(manifest\.webmanifest|icon\.svg)$/,
];

/** Of these, small ones that are alike come in one file. */
const PACKED = /^f\/[^/]+\/causes\//;

/** The order of the rest: what reads pasted text, the checks, what a verdict shows, then the texts of the search, what is read, and what few ask for. */
const REST = [
  /^_site\/read/,
  /^checks\//,
  /^(f|excerpts)\//,
  /^_site\//,
  /^(causes|guides|configs)\//,
  /\.html$/,
];

/** Scripts for browsers that know no modules, and so no workers either. */
function forOldBrowsers(out: string): string[] {
  const base = baseOf(out);
  const tags =
    readFileSync(join(out, "index.html"), "utf8").match(/<script\b[^>]*\bnomodule\b[^>]*>/gi) ?? [];
  return tags.map((tag) => within(base, /\bsrc="([^"]*)"/.exec(tag)?.[1] ?? "")?.slice(1) ?? "");
}

/** The files of an export that are kept, relative to it. */
export function keptFiles(out: string): string[] {
  const old = forOldBrowsers(out);
  return filesIn(out).filter(
    (file) => !LEFT_OUT.some((pattern) => pattern.test(file)) && !old.includes(file),
  );
}

/** The kept files in two parts, each in the order in which it comes. */
export function partsOf(out: string): { first: string[]; rest: string[] } {
  const kept = keptFiles(out);
  const isFirst = (file: string) => FIRST.some((pattern) => pattern.test(file));
  const rank = (file: string) =>
    REST.map((pattern) => pattern.test(file))
      .concat(true)
      .indexOf(true);
  return {
    first: kept.filter(isFirst),
    rest: kept.filter((file) => !isFirst(file)).sort((a, b) => rank(a) - rank(b)),
  };
}

/** Where the pack of an export lies, and which files it holds. */
function packOf(out: string): { file: string; holds: string[] } {
  const holds = keptFiles(out).filter((file) => PACKED.test(file));
  return { file: `${(holds[0] ?? "f/none/").split("/").slice(0, 2).join("/")}/pack.json`, holds };
}

/** Write the pack into an export, for the worker and for whoever weighs it. */
export function writePack(out: string): void {
  const { file, holds } = packOf(out);
  const asked = askedIn(out);
  const texts = holds.map((one) => [asked(one), readFileSync(join(out, one), "utf8")]);
  writeFileSync(join(out, file), JSON.stringify(Object.fromEntries(texts)));
}

/** The files that a first visit fetches for the first part: the pack in place of what it holds. */
export function fetchedFirst(out: string): string[] {
  const { file, holds } = packOf(out);
  return [file, ...partsOf(out).first.filter((one) => !holds.includes(one))];
}

/** The address at which a browser asks for a file of an export. */
function askedIn(out: string): (file: string) => string {
  const base = baseOf(out);
  return (file) => under(base, addressOf(file));
}

/** What the kept files weigh: as they lie in the browser, and on the wire. */
export function weightOf(out: string, files: readonly string[]): { bytes: number; gzip: number } {
  const contents = files.map((file) => readFileSync(join(out, file)));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    bytes: sum(contents.map(({ length }) => length)),
    gzip: sum(contents.map((content) => gzipSync(content).length)),
  };
}

function partFrom(out: string, names: readonly string[]): Part {
  const asked = askedIn(out);
  const contents = names.map((file) => ({ file, content: readFileSync(join(out, file)) }));
  const digest = (content: Buffer) => createHash("sha256").update(content).digest("base64");
  return {
    files: Object.fromEntries(contents.map(({ file, content }) => [asked(file), digest(content)])),
    bytes: contents.reduce((sum, { content }) => sum + content.length, 0),
  };
}

/** Write the worker into an export that is otherwise done: any change of a file, or of the worker, is another version. */
export async function writeWorker(out: string): Promise<void> {
  const base = baseOf(out);
  const [script] = await bundle("components/offline/worker.ts", base, { format: "iife" });
  const names = partsOf(out);
  writePack(out);
  const pack = packOf(out);
  const asked = askedIn(out);
  const parts = { first: partFrom(out, names.first), rest: partFrom(out, names.rest) };
  const code = script?.text ?? "";
  const hash = createHash("sha256").update(code).update(JSON.stringify(parts)).digest("hex").slice(0, 12);
  const version: Version = {
    name: `${cachePrefix(base)}${hash}`,
    ...parts,
    pack: { address: asked(pack.file), holds: pack.holds.map(asked) },
    hashed: HASHED,
  };
  writeFileSync(join(out, WORKER), `const LASTBYTE=${JSON.stringify(version, null, 1)};\n${code}`);
}
