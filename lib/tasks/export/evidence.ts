/** What reads pasted text, as files of the export: a worker with its readers, and the rules. A page loads them with the first text. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "../../content/load";
import { readingsOf } from "../../content/readings";
import { packed } from "../../evidence/packed";
import { packedWords } from "../../evidence/packed-words";
import { baseOf } from "./base";
import { bundleParts } from "./bundle";

const FOLDER = "_site";

/**
 * Write worker, rules and the words of solved incidents into an export.
 * @returns the element that tells the desk where they are
 */
export async function writeEvidence(out: string, content: Content): Promise<string> {
  const base = baseOf(out);
  // Each reader of a format stands in a file of its own, which comes when its format does.
  const { name: worker } = await bundleParts("components/evidence/worker.ts", base, join(out, FOLDER), {
    entry: "reader",
    part: "reader-[name]",
  });
  const { words, ...rules } = readingsOf(content);
  const write = (name: string, ending: string, text: string): string => {
    const file = `${name}.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.${ending}`;
    writeFileSync(join(out, FOLDER, file), text);
    return file;
  };
  const files = [
    worker,
    write("readings", "json", packed(rules)),
    write("read-words", "txt", packedWords(await words())),
  ];
  return `<meta name="evidence" content="${files.map((file) => `${base}/${FOLDER}/${file}`).join(" ")}">`;
}
