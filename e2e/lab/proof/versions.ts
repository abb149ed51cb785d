/** The versions that ran: of packages as locked, and of programs as they say themselves. */
import type { Ask } from "../../../lib/content/proof-schema";
import { browserVersion } from "../callers/browser";
import { versionOf } from "../machine/installed";
import { isOfNode, lockedVersion, pythonOf } from "../machine/locks";
import { programCalled, PROGRAMS } from "../programs/index";

export type Versions = Record<string, string>;

/** What the browser and Node are called among the programs. */
const BROWSER = "chromium";
const NODE = "node";
/** Programs of the lab that start one of them. */
const STARTERS: Readonly<Record<string, string>> = { page: BROWSER, "next-route": NODE };

/**
 * Versions of packages in these environments, by their locks, and of the Python that has them; a package that none of
 * them has is left out.
 */
export function packageVersions(environments: readonly string[], packages: readonly string[]): Versions {
  const versions = packages.flatMap((name) => {
    const locked = new Set(environments.flatMap((environment) => lockedVersion(environment, name) ?? []));
    return locked.size === 0 ? [] : [[name.replace(/\[.*\]$/, ""), [...locked].join(" and ")]];
  });
  const pythons = new Set(environments.filter((name) => !isOfNode(name)).map((name) => pythonOf(name)));
  const python: Versions = pythons.size === 0 ? {} : { python: [...pythons].join(" and ") };
  return { ...python, ...(Object.fromEntries(versions) as Versions) };
}

/** The browser, where a question is asked in one. */
export const browserOf = (asks: readonly Ask[]): string[] =>
  asks.some(({ browser }) => browser !== undefined) ? [BROWSER] : [];

/** The browser or Node, where a command starts a page of the lab or a program of Node. */
export function runtimesOf(commands: readonly string[]): string[] {
  const programs = commands.map((command) => command.split(" ")[0] ?? "");
  const runtimes = new Set(programs.map((program) => STARTERS[program] ?? program));
  return [BROWSER, NODE].filter((name) => runtimes.has(name));
}

/** Whether a program is the machine's own, so that no lock file says its version. */
export const isOfMachine = (name: string): boolean =>
  name === BROWSER || name === NODE || PROGRAMS.some((one) => one.name === name && "debian" in one.from);

function versionHere(name: string): Promise<string> {
  if (name === NODE) return Promise.resolve(process.versions.node);
  return name === BROWSER ? browserVersion() : versionOf(programCalled(name));
}

/** Versions of programs of this machine. */
export async function programVersions(names: readonly string[]): Promise<Versions> {
  const versions: Versions = {};
  for (const name of new Set(names)) versions[name] = await versionHere(name);
  return versions;
}
