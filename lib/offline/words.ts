/** What the page about offline use says. */
import type { Report, Trouble } from "./version";

/** A report, and whether the line keeps what is missing from coming by itself; or why there is no report. */
export type Standing = { report: Report; spared: boolean } | "thrifty" | "forbidden" | "no-storage";

const NEEDED = "What an incident needs (the wizard and its verdicts, checks, limits, search)";
const SAVED = "Your browser saves data, or the line is very slow, so there is no copy yet.";

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const files = (count: number): string => (count === 1 ? "1 file" : `${count} files`);
const short = (version: string): string => version.replace(/^.*[-:]/, "");

export const isWhole = ({ kept, files: all }: Report): boolean => kept === all;

/** Does nothing more come before something has changed? */
const isStuck = ({ trouble, wait }: Report): boolean =>
  trouble?.kind === "no-room" || (trouble?.kind === "not-whole" && wait !== 0);

/** How what is missing comes. */
function comes(report: Report, spared: boolean): string {
  if (isStuck(report)) return `is here but for ${files(report.files - report.kept)}.`;
  if (report.asked) return "is on its way.";
  return spared
    ? "comes when you ask for it, as your line is metered or slow."
    : "comes file by file while a page is open and idle.";
}

/** What this browser has, and what comes by itself. */
function progress(report: Report, spared: boolean): string {
  const { uses, usesWhole, newest, files: all, first, asked } = report;
  if (uses !== newest) {
    const has = `This browser has ${usesWhole ? "the whole site, " : ""}version ${short(uses)}.`;
    return `${has} A newer version ${isWhole(report) ? "is here." : comes(report, spared)}`;
  }
  if (isWhole(report))
    return `This browser has the whole site: ${files(all)}, version ${short(newest)}. It works without network.`;
  if (first) return `${NEEDED} works without network. The rest ${comes(report, spared)}`;
  if (isStuck(report)) return `${NEEDED} is not here yet.`;
  return spared && !asked ? SAVED : `${NEEDED} is on its way. You can read on.`;
}

/** What is in the way, as a sentence that follows another; nothing where nothing is. */
function obstacle(trouble: Trouble | null, moment: (time: number) => string): string {
  switch (trouble?.kind) {
    case "no-network":
      return " The network does not answer. The copy goes on when it does.";
    case "no-room":
      return ` This browser has no room for it: ${megabytes(trouble.bytes)} more is needed. Free some space, then try again.`;
    case "not-whole": {
      const [one = ""] = trouble.wrong;
      const which = trouble.wrong.length === 1 ? one : `${files(trouble.wrong.length)}, such as ${one},`;
      return ` The copy did not come whole: ${which} did not arrive as it was built. The next try is after ${moment(trouble.again)}.`;
    }
    case undefined:
      return "";
  }
}

/**
 * How things stand, in one or two sentences.
 * @param bytes of a whole copy, unpacked
 * @param moment says a time in milliseconds since 1970
 */
export function standingWords(standing: Standing, bytes: number, moment: (time: number) => string): string {
  switch (standing) {
    case "thrifty":
      return `${SAVED} A whole copy is ${megabytes(bytes)} unpacked.`;
    case "forbidden":
      return "This browser keeps no copy here: private windows, some settings and addresses without https forbid it. Take the zip.";
    case "no-storage":
      return "This browser’s storage does not answer, so there is no copy. The site works as long as there is network.";
    default:
      return progress(standing.report, standing.spared) + obstacle(standing.report.trouble, moment);
  }
}

/** What the button under these words does; null where there is nothing to do. */
export function offerOf(standing: Standing): string | null {
  if (standing === "forbidden") return null;
  if (standing === "thrifty") return "Keep it all now";
  if (standing === "no-storage") return "Try again";
  const { report } = standing;
  if (isWhole(report)) return null;
  if (report.trouble !== null && report.trouble.kind !== "no-network") return "Try again";
  return report.asked ? null : "Keep it all now";
}
