/** The export in `out/`: its content hash, whether it is fresh, and how it is made. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ContentError, loadContent, type Content } from "../../content/load";
import { carry } from "./carry";
import { filesIn } from "../files";
import { finish } from "./finish";
import { siteUrl } from "./site";
import { cache, mustPass, StepFailed, tool } from "../steps";

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

/** Mistakes in the content are told before the framework starts, and without its words. */
function checkedContent(): Content {
  try {
    return loadContent("content");
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    throw new StepFailed(
      "mend the content named above, then run the command again.",
      error.problems.join("\n"),
      1,
      error.problems.length,
    );
  }
}

/** The hash of everything that the export is made of: the same sources, the same twelve digits. */
function contentHash(): string {
  const hash = createHash("sha256").update(siteUrl());
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

/** Was `out/` made from the sources as they are now? */
export function isFresh(): boolean {
  const stamp = cache(STAMP);
  return (
    existsSync(join(OUT, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === contentHash()
  );
}

/** Where the framework writes before the export is whole. */
const ASIDE = ".cache/out";

/**
 * Build the export and finish it. A build that fails leaves the export as it was, and no stamp, so that the next start builds again.
 * @returns the content that it shows
 */
export async function buildExport(): Promise<Content> {
  const hash = contentHash();
  rmSync(cache(STAMP), { force: true });
  const content = checkedContent();
  rmSync(ASIDE, { recursive: true, force: true });
  await mustPass(
    tool("next", ["build"], {
      env: { LASTBYTE_CONTENT_HASH: hash, LASTBYTE_OUT: ASIDE, NODE_ENV: "production" },
    }),
    "mend what the framework names above, then run the command again.",
  );
  await finish(ASIDE, hash, content);
  await carry(ASIDE);
  rmSync(OUT, { recursive: true, force: true });
  renameSync(ASIDE, OUT);
  writeFileSync(cache(STAMP), hash);
  return content;
}
