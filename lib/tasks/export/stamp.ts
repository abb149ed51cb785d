/** Where the export stands, and whether it was made from the sources as they are now. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../files";
import { cache } from "../steps";
import { siteUrl } from "./site";

export const OUT = "out";
const STAMP = "build-hash";
/** Everything that the export is made of. */
const SOURCES = [
  "app",
  "components",
  "content",
  "lib",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** The list of published addresses makes nothing of the export. */
const LIST = "content/addresses.txt";

/** The hash of everything that an export under a base is made of: the same sources, the same twelve digits. */
export function contentHash(base: string): string {
  const hash = createHash("sha256").update(siteUrl()).update(base);
  for (const source of SOURCES.filter((path) => existsSync(path))) {
    const files = statSync(source).isDirectory()
      ? filesIn(source)
          .map((file) => `${source}/${file}`)
          .filter((file) => file !== LIST)
      : [source];
    for (const file of files)
      hash.update(`${file}\0${createHash("sha256").update(readFileSync(file)).digest("hex")}\n`);
  }
  return hash.digest("hex").slice(0, 12);
}

/** Was `out/` made from the sources as they are now, for this base? */
export function isFresh(base: string): boolean {
  const stamp = cache(STAMP);
  return (
    existsSync(join(OUT, "index.html")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === contentHash(base)
  );
}

/** Note what `out/` was made of; null while it is being made, so that a build that fails is made again. */
export function stamp(hash: string | null): void {
  if (hash === null) rmSync(cache(STAMP), { force: true });
  else writeFileSync(cache(STAMP), hash);
}
