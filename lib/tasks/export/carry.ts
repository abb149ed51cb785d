/** The last step of a build: what makes the export work without network, in the browser and as a zip. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../files";
import { keptFiles, weightOf, writeWorker } from "./precache";
import { writeZip } from "./zip";

const PAGE = "offline/index.html";
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The page about offline use says sizes that only a finished export has. */
function writeSizes(out: string): void {
  const kept = keptFiles(out);
  const { bytes, gzip } = weightOf(out, kept);
  // The zip itself comes last, as it holds this very page; it packs each file in the same way.
  const zip = weightOf(out, filesIn(out)).gzip;
  const sizes: Record<string, string> = {
    files: String(kept.length),
    unpacked: megabytes(bytes),
    wire: megabytes(gzip),
    zip: megabytes(zip),
  };
  const html = readFileSync(join(out, PAGE), "utf8");
  const told = html
    .replaceAll(
      /(<span data-built="([a-z]+)">)[^<]*/g,
      (_, tag: string, name: string) => `${tag}${sizes[name] ?? ""}`,
    )
    .replace(/data-bytes="\d*"/, `data-bytes="${bytes}"`);
  writeFileSync(join(out, PAGE), told);
}

/** @param out path of an export to which nothing is added any more */
export async function carry(out: string): Promise<void> {
  writeSizes(out);
  await writeWorker(out);
  writeZip(out);
}
