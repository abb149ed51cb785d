/** The export in `out/`: its content hash, whether it is fresh, and how it is made. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { finish } from "./finish";
import { cache, mustPass, tool } from "./steps";

export const OUT = "out";
const STAMP = "build-hash";
/** Everything that the export is made of. */
const SOURCES = ["app", "components", "content", "lib", "public", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];

/** Every file under a folder, relative to it, with forward slashes, in a fixed order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join("/"))
    .sort();
}

/** The hash of everything that the export is made of: the same sources, the same twelve digits. */
function contentHash(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES.filter((path) => existsSync(path))) {
    const files = statSync(source).isDirectory() ? filesIn(source).map((file) => `${source}/${file}`) : [source];
    for (const file of files) hash.update(`${file}\0${createHash("sha256").update(readFileSync(file)).digest("hex")}\n`);
  }
  return hash.digest("hex").slice(0, 12);
}

/** Was `out/` made from the sources as they are now? */
export function isFresh(): boolean {
  const stamp = cache(STAMP);
  return existsSync(join(OUT, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === contentHash();
}

/** Build the export and finish it. A build that fails leaves no stamp, so that the next start builds again. */
export async function buildExport(): Promise<void> {
  const hash = contentHash();
  rmSync(cache(STAMP), { force: true });
  rmSync(OUT, { recursive: true, force: true });
  await mustPass(
    tool("next", ["build"], { env: { LASTBYTE_CONTENT_HASH: hash, NODE_ENV: "production" } }),
    "mend what the framework names above, then run the command again.",
  );
  await finish(OUT, hash);
  writeFileSync(cache(STAMP), hash);
}
