/** An incident as a file. */
import { caseFile } from "@/lib/report/case-file";
import { letOut, type Incident } from "@/lib/state/policy";
import { download, fileName } from "./files";

/** Save an incident as a case file. @returns the file's name */
export function saveCase(incident: Incident, revision: string): string {
  const made = new Date().toISOString();
  const name = fileName("case", made, "json");
  download(name, caseFile(letOut("file", incident), { made, revision }), "application/json");
  return name;
}
