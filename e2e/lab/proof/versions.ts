/** The versions that ran: of packages as locked, and of programs as they say themselves. */
import type { Ask } from "../../../lib/content/proof-schema";
import { browserVersion } from "../callers/browser";
import { versionOf } from "../machine/installed";
import { lockedVersion } from "../machine/locks";
import { PYTHON } from "../machine/python";
import { programCalled } from "../programs/index";

export type Versions = Record<string, string>;

/** What the browser is called among the programs. */
const BROWSER = "chromium";

/**
 * Versions of Python and of packages in these environments, by their locks; a package that none of them has is left
 * out.
 */
export function packageVersions(environments: readonly string[], packages: readonly string[]): Versions {
  const versions = packages.flatMap((name) => {
    const locked = new Set(environments.flatMap((environment) => lockedVersion(environment, name) ?? []));
    return locked.size === 0 ? [] : [[name.replace(/\[.*\]$/, ""), [...locked].join(" and ")]];
  });
  return { python: PYTHON, ...(Object.fromEntries(versions) as Versions) };
}

/** The browser, where a question is asked in one. */
export const browserOf = (asks: readonly Ask[]): string[] =>
  asks.some(({ browser }) => browser !== undefined) ? [BROWSER] : [];

/** Versions of programs of this machine. */
export async function programVersions(names: readonly string[]): Promise<Versions> {
  const versions: Versions = {};
  for (const name of new Set(names))
    versions[name] = name === BROWSER ? await browserVersion() : await versionOf(programCalled(name));
  return versions;
}
