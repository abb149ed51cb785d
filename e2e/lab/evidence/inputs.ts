/**
 * All that the runs of an item depend on, as one hash: what is shown, the claims, the words that rest on them, the
 * Python environments with their locks, the lab's own files that it names, and the lab's core.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../../../lib/content/proofs";
import { listOf, lockOf } from "../machine/locks";
import type { Subject } from "./subject";

/** What every run goes through: the model server, the callers, the steps of a run, and the judge of signs. */
const CORE = [
  "e2e/lab/callers",
  "e2e/lab/model",
  "e2e/lab/run",
  "lib/trace/events.ts",
  "lib/trace/signs.ts",
  "lib/trace/words.ts",
];

const isRun = (name: string): boolean => !/\.test\.ts$|\.pyc$/.test(name);

/** The files of a folder and of those in it, or the file itself, in order. */
function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isRun(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const known = new Map<string, string>();

/** SHA-256 of a file; each is read once. */
function digestOf(path: string): string {
  const digest = known.get(path) ?? createHash("sha256").update(readFileSync(path)).digest("hex");
  known.set(path, digest);
  return digest;
}

/** SHA-256 over everything that the runs of an item depend on. */
export function inputsOf({ shown, words, environments, files }: Subject): string {
  const locks = environments.flatMap((name) => [listOf(name), lockOf(name)]);
  const paths = [...new Set([...CORE, ...locks, ...files].flatMap(filesIn))].sort();
  const digests = Object.fromEntries(paths.map((path) => [path, digestOf(path)]));
  return hashOf({ files: digests, claims: { shown: hashOf(shown), words } });
}
