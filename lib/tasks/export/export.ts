/** How the export in `out/` is made. */
import { renameSync, rmSync } from "node:fs";
import { ContentError, loadContent, type Content } from "../../content/load";
import { carry } from "./carry";
import { finish } from "./finish";
import { contentHash, OUT, stamp } from "./stamp";
import { mustPass, StepFailed, tool } from "../steps";

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

/** Where the framework writes before the export is whole. */
const ASIDE = ".cache/out";

/**
 * Build the export and finish it. A build that fails leaves the export as it was, and no stamp, so that the next start builds again.
 * @returns the content that it shows
 */
export async function buildExport(): Promise<Content> {
  const hash = contentHash();
  stamp(null);
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
  stamp(hash);
  return content;
}
