/** Files with one JSON record a line, for the command line. */
import { readFileSync } from "node:fs";

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function parse(line: string, at: number, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to the sentence below.
  }
  return fail(`${file}: line ${at + 1} is no JSON object.`);
}

/**
 * The records of a file; ends the process with one sentence when there is no file, or it cannot be read.
 * @param usage what to say when no file is named
 */
export function recordsOf(file: string | undefined, usage: string): Record<string, unknown>[] {
  if (file === undefined) return fail(usage);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return fail(`${file}: the file cannot be read. Give a file with one JSON record a line.`);
  }
  return text.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [parse(line, at, file)]));
}
