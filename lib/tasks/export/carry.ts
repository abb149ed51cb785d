/** The last step of a build: what makes the export work without network, in the browser and as a zip. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../files";
import { fetchedFirst, partsOf, weightOf, writePack, writeWorker } from "./precache";
import { writeZip } from "./zip";

const PAGE = "offline/index.html";
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The page about offline use says sizes that only a finished export has. */
function writeSizes(out: string): void {
  const parts = partsOf(out);
  const first = weightOf(out, parts.first);
  const rest = weightOf(out, parts.rest);
  const unpacked = first.bytes + rest.bytes;
  const sizes: Record<string, string> = {
    first: String(parts.first.length),
    "first-wire": kilobytes(weightOf(out, fetchedFirst(out)).gzip),
    rest: String(parts.rest.length),
    "rest-wire": megabytes(rest.gzip),
    unpacked: megabytes(unpacked),
    // The zip itself comes last, as it holds this very page; it packs each file in the same way.
    zip: megabytes(weightOf(out, filesIn(out)).gzip),
  };
  const html = readFileSync(join(out, PAGE), "utf8");
  const told = html
    .replaceAll(
      /(<span data-built="([a-z-]+)">)[^<]*/g,
      (_, tag: string, name: string) => `${tag}${sizes[name] ?? ""}`,
    )
    .replace(/data-bytes="\d*"/, `data-bytes="${unpacked}"`);
  writeFileSync(join(out, PAGE), told);
}

/** @param out path of an export to which nothing is added any more */
export async function carry(out: string): Promise<void> {
  writePack(out);
  writeSizes(out);
  await writeWorker(out);
  writeZip(out);
}
