/** What a browser keeps for use without network: which files of an export, with their hashes; and the worker that keeps them. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Version } from "../../offline/version";
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

/** The files of an export that are kept, relative to it. */
export const keptFiles = (out: string): string[] =>
  filesIn(out).filter((file) => !LEFT_OUT.some((pattern) => pattern.test(file)));

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
  const kept = keptFiles(out);
  const contents = kept.map((file) => ({ file, content: readFileSync(join(out, file)) }));
  const files = Object.fromEntries(
    contents.map(({ file, content }) => [
      addressOf(file),
      createHash("sha256").update(content).digest("base64"),
    ]),
  );
  const code = bundle?.text ?? "";
  const name = `lastbyte-${createHash("sha256").update(code).update(JSON.stringify(files)).digest("hex").slice(0, 12)}`;
  const version: Version = {
    name,
    bytes: contents.reduce((sum, { content }) => sum + content.length, 0),
    hashed: HASHED,
    files,
  };
  writeFileSync(join(out, WORKER), `const LASTBYTE=${JSON.stringify(version, null, 1)};\n${code}`);
}
