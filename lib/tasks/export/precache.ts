/** What a browser keeps for use without network: which files of an export, with their hashes; and the worker that keeps them. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Part, Version } from "../../offline/version";
import { filesIn } from "../files";
import { HASHED } from "./headers";

const WORKER = "sw.js";

/** Files that no page of ours asks for: of hosts, crawlers and pictures for links, and what a page is told under another address. */
const LEFT_OUT = [
  /^(404|_not-found)\//,
  /^(_headers|_redirects|vercel\.json|nginx-headers\.conf|robots\.txt|llms[^/]*\.txt|sitemap[^/]*\.xml)$/,
  /\.(zip|sha256|map)$/,
  /^(?!icons\/).*\.(png|jpe?g|webp)$/,
  /^_next\/(?!static\/)/,
  /^sw\.js$/,
];

/** What an incident needs: the desk, the parts of causes and checks, the search by titles and settings, checks, limits. */
const FIRST = [
  /^(index|404)\.html$/,
  /^_next\/static\//,
  /^_site\/(?!texts\.)/,
  /^f\/[^/]+\/(causes\/|checks\.html$)/,
  /^(checks|limits|offline|search)\/index\.html$/,
  /^(manifest\.webmanifest|icon\.svg)$/,
];

/** The order of the rest: what a verdict shows, then the texts of the search, what is read, and what few ask for. */
const REST = [/^(f|excerpts)\//, /^_site\//, /^(causes|guides|configs)\//, /\.html$/];

/** Scripts for browsers that know no modules, and so no workers either. */
const forOldBrowsers = (out: string): string[] =>
  [...readFileSync(join(out, "index.html"), "utf8").matchAll(/<script\b[^>]*\bnomodule\b[^>]*>/gi)].map(
    ([tag]) => /\bsrc="\/([^"]*)"/.exec(tag)?.[1] ?? "",
  );

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

/** The address under which a host serves a file. */
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, "$1")}`;

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
  const contents = names.map((file) => ({ file, content: readFileSync(join(out, file)) }));
  const digest = (content: Buffer) => createHash("sha256").update(content).digest("base64");
  return {
    files: Object.fromEntries(contents.map(({ file, content }) => [addressOf(file), digest(content)])),
    bytes: contents.reduce((sum, { content }) => sum + content.length, 0),
  };
}

/** Write the worker into an export that is otherwise done: any change of a file, or of the worker, is another version. */
export async function writeWorker(out: string): Promise<void> {
  const {
    outputFiles: [bundle],
  } = await build({
    entryPoints: ["components/offline/worker.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    charset: "utf8",
  });
  const names = partsOf(out);
  const parts = { first: partFrom(out, names.first), rest: partFrom(out, names.rest) };
  const code = bundle?.text ?? "";
  const hash = createHash("sha256").update(code).update(JSON.stringify(parts)).digest("hex").slice(0, 12);
  const version: Version = { name: `lastbyte-${hash}`, ...parts, hashed: HASHED };
  writeFileSync(join(out, WORKER), `const LASTBYTE=${JSON.stringify(version, null, 1)};\n${code}`);
}
