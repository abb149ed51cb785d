/** A pair of programs, both sides run under each of its claims. */
import { join } from "node:path";
import type { Pair } from "../../lib/content/load";
import type { Claim, ProofRecord } from "../../lib/content/proof-schema";
import { hashOf, shownPair } from "../../lib/content/proofs";
import { browserVersion } from "./browser/browser";
import type { Proof } from "./item";
import { failuresOf, scenarioOf } from "./outcome";
import { lockedVersion } from "./run/environments";
import { isProgram, versionOf } from "./run/programs";
import { runSide, type Setting } from "./run/scenario";
import { labProxy } from "./run/front";

/** Versions that ran: of the named packages as locked, and of the proxies in front. */
export async function versionsOf(
  environments: readonly string[],
  needs: Readonly<Record<string, string>>,
  proxies: readonly string[],
): Promise<Record<string, string>> {
  const named = Object.keys(needs).flatMap((name) => {
    const locked = [
      ...new Set(environments.flatMap((environment) => lockedVersion(environment, name) ?? [])),
    ];
    return name === "python" || locked.length === 0
      ? []
      : [[name.replace(/\[.*\]$/, ""), locked.join(" and ")] as const];
  });
  const fronts = new Set(proxies.map((proxy) => labProxy(proxy).program));
  const hops = await Promise.all(
    [...fronts].map(async (name) => [name, isProgram(name) ? await versionOf(name) : ""] as const),
  );
  return { python: "3.11", ...Object.fromEntries(named), ...Object.fromEntries(hops) };
}

/** The browser's version, where a claim asks in one. */
async function browserOf(claims: readonly Claim[]): Promise<Record<string, string>> {
  return claims.some(({ asks }) => asks.some(({ browser }) => browser !== undefined))
    ? { chromium: await browserVersion() }
    : {};
}

const fronts = (claims: readonly Pick<Claim, "through">[]): string[] =>
  claims.flatMap(({ through }) => (through ? [through.proxy] : []));

/** Environments that a pair runs in: its own, and those of claims about other versions. */
export const environmentsOf = (pair: Pair): string[] => [
  ...new Set([pair.environment, ...pair.claims.flatMap(({ environment }) => environment ?? [])]),
];

const settingOf = (pair: Pair, claim: Claim, side: "broken" | "fixed"): Setting => ({
  folder: join("content/pairs", pair.id),
  environment: claim.environment ?? pair.environment,
  command: pair.run.replaceAll("fixed", side),
  port: /\b8000\b/.test(pair.run) ? "8000" : null,
});

/** Run a pair. */
export async function provePair(pair: Pair, made: string, keepLogs: (dir: string) => void): Promise<Proof> {
  const failures: string[] = [];
  const scenarios: ProofRecord["scenarios"] = [];
  for (const claim of pair.claims) {
    const one = async (side: "broken" | "fixed") => {
      const put = (text: string) => text.replaceAll("{side}", side);
      return runSide(
        settingOf(pair, claim, side),
        {
          ...claim,
          ...(claim.run === undefined ? {} : { run: put(claim.run) }),
          asks: side === "fixed" ? (claim.fixedAsks ?? claim.asks) : claim.asks,
        },
        keepLogs,
      );
    };
    const [first, second] = [await one("broken"), await one("fixed")];
    failures.push(...failuresOf(claim, first, second).map((sentence) => `“${claim.scenario}”: ${sentence}`));
    scenarios.push(scenarioOf(claim, first, second));
  }
  const record: ProofRecord = {
    id: pair.id,
    kind: "pair",
    state: "reproduced",
    hash: hashOf(shownPair(pair)),
    made,
    versions: {
      ...(await versionsOf(environmentsOf(pair), pair.needs, fronts(pair.claims))),
      ...(await browserOf(pair.claims)),
    },
    scenarios,
  };
  return { record: failures.length > 0 ? null : record, failures };
}
