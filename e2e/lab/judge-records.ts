/** `tsx e2e/lab/judge-records.ts`: judges every record of the lab anew from the runs that were kept, without running anything. */
import { loadContent } from "../../lib/content/load";
import { refusedRecords } from "./evidence/check";
import { subjects } from "./plan";

const content = loadContent("content");
const all = subjects(content);
const refused = refusedRecords(content, all);
for (const sentence of refused) console.error(sentence);
if (refused.length > 0) process.exitCode = 1;
else console.log(`${all.length} records follow from their runs`);
