/** Files that leave the page, and files that come in: nothing goes over the network. */
import { openCaseFile, tooLarge, type Opened } from "@/lib/report/case-file";
import type { Knowledge } from "@/lib/model/knowledge";

/** An address is given back once the browser has read it. */
const KEPT_MS = 10_000;

/** Hand a text to the browser as a download. */
export function download(name: string, text: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEPT_MS);
}

/** A name that sorts by time and is a file name everywhere. */
export function fileName(what: string, made: string, ending: string): string {
  return `lastbyte-${what}-${made.slice(0, 16).replaceAll(/[-:]/g, "").replace("T", "-")}.${ending}`;
}

/** Open a file as a case. Never rejects: a file that cannot be read says so. */
export async function openFile(file: File, knowledge: Knowledge, revision: string): Promise<Opened> {
  const large = tooLarge(file.size);
  if (large) return large;
  try {
    return openCaseFile(await file.text(), knowledge, revision);
  } catch {
    return {
      incident: null,
      texts: [],
      says: ["The browser could not read this file. Nothing was opened, and your case is as it was."],
    };
  }
}

/** Whether a file says of itself that it is a case. */
export async function isCaseFile(file: File): Promise<boolean> {
  if (tooLarge(file.size) !== null) return false;
  return (await file.text().catch(() => "")).slice(0, 1000).includes('"lastbyte"');
}
