/** How the export in `out/` is made. */
import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { ContentError, loadContent, type Content } from "../../content/load";
import { placeUnder } from "./base";
import { carry } from "./carry";
import { finish } from "./finish";
import { basePath } from "./site";
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

/** What is to be built: for which base, and from which sources. */
interface Plan {
  base: string;
  hash: string;
}
function planned(): Plan {
  const base = basePath();
  return { base, hash: contentHash(base) };
}

/** Build an export aside, whole. @returns the content that it shows */
async function buildAside({ base, hash }: Plan): Promise<Content> {
  const content = checkedContent();
  rmSync(ASIDE, { recursive: true, force: true });
  await mustPass(
    tool("next", ["build"], {
      env: {
        LASTBYTE_CONTENT_HASH: hash,
        LASTBYTE_OUT: ASIDE,
        NEXT_PUBLIC_BASE_PATH: base,
        NODE_ENV: "production",
      },
    }),
    "mend what the framework names above, then run the command again.",
  );
  placeUnder(ASIDE, base);
  await finish(ASIDE, hash, content);
  await carry(ASIDE);
  return content;
}

/**
 * Build the export and finish it. A build that fails leaves the export as it was, and no stamp, so that the next start builds again.
 * @returns the content that it shows
 */
export async function buildExport(): Promise<Content> {
  const plan = planned();
  stamp(null);
  const content = await buildAside(plan);
  rmSync(OUT, { recursive: true, force: true });
  renameSync(ASIDE, OUT);
  stamp(plan.hash);
  return content;
}

/** Build an export into a folder of its own, which is not there yet; the one in `out/` stays. */
export async function buildExportInto(folder: string): Promise<void> {
  if (existsSync(folder))
    throw new StepFailed(`${folder} is there already: name a folder that is not, or take it away.`);
  await buildAside(planned());
  // It may lie on another disk.
  cpSync(ASIDE, folder, { recursive: true });
  rmSync(ASIDE, { recursive: true });
}
