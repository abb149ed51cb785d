/** Pairs of programs: both sides run under each claim. */
import { join } from "node:path";
import type { Content, Pair } from "../../../lib/content/load";
import type { Claim } from "../../../lib/content/proof-schema";
import { shownPair } from "../../../lib/content/proofs";
import { concluded } from "../evidence/conclude";
import { kept } from "../evidence/keep";
import type { Evidence, Run } from "../evidence/schema";
import type { Subject } from "../evidence/subject";
import { labProxy, proxyFiles } from "../machine/proxy";
import { signsOf } from "../proof/claims";
import type { Item, Proof } from "../evidence/item";
import { browserOf, packageVersions, runtimesOf } from "../proof/versions";
import { APPS_ENVIRONMENT, ownFiles } from "../run/apps";
import { listens, proxyThrough, type Setup } from "../run/setup";
import { runSide } from "../run/side";

type KeepLogs = (dir: string) => void;

/** Environments that a pair runs in: its own, and those of claims about other versions. */
const environmentsOf = (pair: Pair): string[] => [
  ...new Set([pair.environment, ...pair.claims.flatMap(({ environment }) => environment ?? [])]),
];
/** The environment of the lab's apps, where a claim has one that is asked. */
const appsOf = ({ claims }: Pair): string[] =>
  claims.some(({ serve }) => serve !== undefined) ? [APPS_ENVIRONMENT] : [];
const proxiesOf = (pair: Pair) =>
  pair.claims.flatMap(({ through }) => (through ? [labProxy(through.proxy).program] : []));

/** Where the programs of a pair are. */
export const folderOf = ({ id }: Pick<Pair, "id">): string => join("content/pairs", id);

/** What one side of a pair needs to run under a claim. */
export const sideOf = (pair: Pair, claim: Claim, side: "broken" | "fixed"): Setup => ({
  ...claim,
  folder: folderOf(pair),
  environment: claim.environment ?? pair.environment,
  command: claim.run ?? pair.run,
  listens: listens(claim.run ?? pair.run, claim.serve),
  values: { side },
  asks: side === "fixed" ? (claim.fixedAsks ?? claim.asks) : claim.asks,
  proxy: proxyThrough(claim.through),
  signs: signsOf(claim),
});

async function runOne(pair: Pair, claim: Claim, side: "broken" | "fixed", keepLogs: KeepLogs): Promise<Run> {
  return kept(await runSide(sideOf(pair, claim, side), keepLogs), signsOf(claim), claim.model);
}

const programsOf = (pair: Pair): string[] => [
  ...proxiesOf(pair).map(({ name }) => name),
  ...pair.claims.flatMap(({ asks, fixedAsks = [] }) => browserOf([...asks, ...fixedAsks])),
  ...runtimesOf([pair.run, ...pair.claims.flatMap(({ run }) => run ?? [])]),
];

/** Files of the lab that the claims name: proxies, and apps that are asked. */
const filesOf = ({ run, claims }: Pair): string[] => [
  ...claims.flatMap(({ through }) => (through ? proxyFiles(through.proxy) : [])),
  ...ownFiles([run, ...claims.flatMap((claim) => [claim.run ?? [], claim.serve ?? []].flat())]),
];

/** What the content says of a pair that its record has to hold. */
export function pairSubject(pair: Pair): Subject {
  const environments = environmentsOf(pair);
  return {
    shown: shownPair(pair),
    words: { title: pair.title, broken: pair.broken, fixed: pair.fixed, needs: pair.needs },
    scenarios: pair.claims.map((claim) => ({
      ...claim,
      first: { name: "broken", says: claim.broken, model: claim.model, asks: claim.asks },
      second: { name: "fixed", says: claim.fixed, model: claim.model, asks: claim.fixedAsks ?? claim.asks },
    })),
    marks: [],
    packages: packageVersions(environments, Object.keys(pair.needs)),
    programs: [...new Set(programsOf(pair))],
    environments: [...environments, ...appsOf(pair)],
    files: filesOf(pair),
    checks: [],
    stateOf: () => ({ state: "reproduced" }),
  };
}

async function provePair(pair: Pair, made: string, keepLogs: KeepLogs): Promise<Proof> {
  const scenarios: Evidence["scenarios"] = [];
  for (const claim of pair.claims)
    scenarios.push({
      first: await runOne(pair, claim, "broken", keepLogs),
      second: await runOne(pair, claim, "fixed", keepLogs),
    });
  return concluded(pairSubject(pair), { made, checked: [], scenarios, mutations: [] });
}

export const pairItems = ({ pairs }: Content): Item[] =>
  pairs.map((pair): Item => ({
    kind: "pair",
    id: pair.id,
    environments: [...environmentsOf(pair), ...appsOf(pair)],
    programs: proxiesOf(pair),
    prove: (made, keepLogs) => provePair(pair, made, keepLogs),
  }));
