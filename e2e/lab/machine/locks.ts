/**
 * The lock files of the environments. One of Python is a list of packages, `<name>.in`, with a lock that says of which
 * list it is; one of Node is a folder with package.json and package-lock.json.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The lists, and a lock file beside each. */
export const FOLDER = "e2e/lab/envs";
const MARK = "# of a list with SHA-256";

/** Whether an environment is one of Node. */
export const isOfNode = (environment: string, folder = FOLDER): boolean =>
  existsSync(join(folder, environment, "package.json"));

export const listOf = (environment: string, folder = FOLDER): string =>
  isOfNode(environment, folder)
    ? join(folder, environment, "package.json")
    : join(folder, `${environment}.in`);
export const lockOf = (environment: string, folder = FOLDER): string =>
  isOfNode(environment, folder)
    ? join(folder, environment, "package-lock.json")
    : join(folder, `${environment}.txt`);

/** All environments, by their lists. */
export const environments = (folder = FOLDER): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".in") || isOfNode(name, folder))
    .map((name) => name.replace(/\.in$/, ""))
    .sort();

/** What the locks are made for, unless their list says another; the frameworks of the lab all run on it. */
export const PYTHON = "3.11";

/** The Python of an environment: its list may begin with `# Python 3.10`. */
export const pythonOf = (environment: string, folder = FOLDER): string =>
  /^# Python (3\.\d+)\n/.exec(readFileSync(listOf(environment, folder), "utf8"))?.[1] ?? PYTHON;

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
    if (!existsSync(lock)) return true;
    return isOfNode(name, folder)
      ? !isOfList(lock, listOf(name, folder))
      : !readFileSync(lock, "utf8").startsWith(markOf(name, folder));
  });

interface PackageLock {
  packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
}

const readLock = (lock: string): PackageLock => JSON.parse(readFileSync(lock, "utf8")) as PackageLock;

/** Whether a lock of Node has the very packages of its list. */
function isOfList(lock: string, list: string): boolean {
  const { dependencies = {} } = JSON.parse(readFileSync(list, "utf8")) as PackageLock["packages"][string];
  return JSON.stringify(readLock(lock).packages[""]?.dependencies ?? {}) === JSON.stringify(dependencies);
}

/** Version of a package in a lock file, or null. */
export function lockedVersion(environment: string, name: string): string | null {
  if (isOfNode(environment))
    return readLock(lockOf(environment)).packages[`node_modules/${name}`]?.version ?? null;
  const bare = name.replace(/\[.*\]$/, "").toLowerCase();
  return (
    new RegExp(`^${bare.replaceAll("-", "[-_]")}(?:\\[[^\\]]*\\])?==(\\S+)`, "im").exec(
      readFileSync(lockOf(environment), "utf8"),
    )?.[1] ?? null
  );
}
