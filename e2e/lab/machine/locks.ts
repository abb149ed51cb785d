/** The lock files of the Python environments: each is of one list of packages, and says of which. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The lists, and a lock file beside each. */
export const FOLDER = "e2e/lab/envs";
const MARK = "# of a list with SHA-256";

export const listOf = (environment: string, folder = FOLDER): string => join(folder, `${environment}.in`);
export const lockOf = (environment: string, folder = FOLDER): string => join(folder, `${environment}.txt`);

/** All environments, by their lists. */
export const environments = (folder = FOLDER): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".in"))
    .map((name) => name.slice(0, -".in".length))
    .sort();

/** The line with which the lock file of a list begins. */
export function markOf(environment: string, folder = FOLDER): string {
  const hash = createHash("sha256")
    .update(readFileSync(listOf(environment, folder)))
    .digest("hex");
  return `${MARK} ${hash}\n`;
}

/** Environments whose list has changed since it was locked, or that have no lock yet. */
export const unlocked = (names: readonly string[], folder = FOLDER): string[] =>
  names.filter((name) => {
    const lock = lockOf(name, folder);
    return !existsSync(lock) || !readFileSync(lock, "utf8").startsWith(markOf(name, folder));
  });

/** Version of a package in a lock file, or null. */
export function lockedVersion(environment: string, name: string): string | null {
  const bare = name.replace(/\[.*\]$/, "").toLowerCase();
  return (
    new RegExp(`^${bare.replaceAll("-", "[-_]")}(?:\\[[^\\]]*\\])?==(\\S+)`, "im").exec(
      readFileSync(lockOf(environment), "utf8"),
    )?.[1] ?? null
  );
}
