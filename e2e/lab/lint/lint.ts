/** The programs of pairs, linted as code that runs in production: people copy them there. */
import type { Pair } from "../../../lib/content/load";
import { lintJavaScript } from "./javascript";
import { lintPython } from "./python";

/** @returns what the linters found, a line each; nothing where all is well */
export async function lint(pairs: readonly Pair[]): Promise<string[]> {
  const of = (language: Pair["language"]) => pairs.filter((pair) => pair.language === language);
  return [...(await lintPython(of("python"))), ...(await lintJavaScript(of("javascript")))];
}
