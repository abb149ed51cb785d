/** Pairs of programs: both sides run under each claim. */
import { join } from "node:path";
import type { Content, Pair } from "../../../lib/content/load";
import type { Claim } from "../../../lib/content/proof-schema";
import type { ProofRecord } from "../../../lib/trace/record-schema";
import { hashOf, shownPair } from "../../../lib/content/proofs";
import { signsOf, unmet, type Seen } from "../proof/claims";
import { proofOf, type Item, type Proof } from "../proof/item";
import { labProxy } from "../machine/proxy";
import { scenarioOf } from "../proof/record";
import { listens, proxyThrough, type Setup } from "../run/setup";
import { runSide } from "../run/side";
import {
  browserVersions,
  packageVersions,
  programVersions,
  pythonVersion,
  type Versions,
} from "../proof/versions";

type KeepLogs = (dir: string) => void;

/** Environments that a pair runs in: its own, and those of claims about other versions. */
const environmentsOf = (pair: Pair): string[] => [
  ...new Set([pair.environment, ...pair.claims.flatMap(({ environment }) => environment ?? [])]),
];
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

async function runOne(pair: Pair, claim: Claim, side: "broken" | "fixed", keepLogs: KeepLogs): Promise<Seen> {
  const recording = await runSide(sideOf(pair, claim, side), keepLogs);
  return { name: side, says: claim[side], recording };
}

async function versionsOf(pair: Pair): Promise<Versions> {
  return {
    ...pythonVersion,
    ...packageVersions(environmentsOf(pair), Object.keys(pair.needs)),
    ...(await programVersions(proxiesOf(pair).map(({ name }) => name))),
    ...(await browserVersions(pair.claims.flatMap(({ asks }) => asks))),
  };
}

async function provePair(pair: Pair, made: string, keepLogs: KeepLogs): Promise<Proof> {
  const failures: string[] = [];
  const scenarios: ProofRecord["scenarios"] = [];
  for (const claim of pair.claims) {
    const broken = await runOne(pair, claim, "broken", keepLogs);
    const fixed = await runOne(pair, claim, "fixed", keepLogs);
    failures.push(...unmet(claim, broken, fixed).map((sentence) => `“${claim.scenario}”: ${sentence}`));
    scenarios.push(scenarioOf(claim, broken, fixed));
  }
  const record: ProofRecord = {
    id: pair.id,
    kind: "pair",
    state: "reproduced",
    hash: hashOf(shownPair(pair)),
    made,
    versions: await versionsOf(pair),
    scenarios,
  };
  return proofOf(record, failures);
}

export const pairItems = ({ pairs }: Content): Item[] =>
  pairs.map((pair): Item => ({
    kind: "pair",
    id: pair.id,
    environments: environmentsOf(pair),
    programs: proxiesOf(pair),
    prove: (made, keepLogs) => provePair(pair, made, keepLogs),
  }));
