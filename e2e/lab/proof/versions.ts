/** The versions that ran: of packages as locked, and of programs as they say themselves. */
import { browserVersion } from "../callers/browser";
import { versionOf } from "../machine/installed";
import { lockedVersion } from "../machine/locks";
import { PYTHON } from "../machine/python";
import { programCalled } from "../programs/index";
import type { Setup } from "../run/setup";

export type Versions = Record<string, string>;

/** Versions of packages in these environments; one that none of them has is left out. */
export function packageVersions(environments: readonly string[], packages: readonly string[]): Versions {
  const versions = packages.flatMap((name) => {
    const locked = new Set(environments.flatMap((environment) => lockedVersion(environment, name) ?? []));
    return locked.size === 0 ? [] : [[name.replace(/\[.*\]$/, ""), [...locked].join(" and ")]];
  });
  return Object.fromEntries(versions) as Versions;
}

/** Versions of programs of the lab. */
export async function programVersions(names: readonly string[]): Promise<Versions> {
  const versions: Versions = {};
  for (const name of new Set(names)) versions[name] = await versionOf(programCalled(name));
  return versions;
}

/** The browser's version, where a question is asked in one. */
export async function browserVersions(asks: Setup["asks"]): Promise<Versions> {
  return asks.some(({ browser }) => browser !== undefined) ? { chromium: await browserVersion() } : {};
}

export const pythonVersion: Versions = { python: PYTHON };
