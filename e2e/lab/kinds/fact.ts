/** Facts: two settings of the same thing, run under each claim. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FactClaim, FactSetting } from "../../../lib/content/fact-schema";
import type { Content, Fact } from "../../../lib/content/load";
import type { ProofRecord } from "../../../lib/trace/record-schema";
import { hashOf, shownFact } from "../../../lib/content/proofs";
import { signsOf, unmet, type Seen } from "../proof/claims";
import { proofOf, type Item, type Proof } from "../proof/item";
import { labProxy } from "../machine/proxy";
import { scenarioOf } from "../proof/record";
import { listens, proxyThrough } from "../run/setup";
import { runSide } from "../run/side";
import { packageVersions, programVersions, pythonVersion } from "../proof/versions";

type KeepLogs = (dir: string) => void;

const settingsOf = (fact: Fact): readonly FactSetting[] => [fact.first, fact.second];
const proxiesOf = (fact: Fact) =>
  settingsOf(fact).flatMap(({ through }) => (through ? [labProxy(through.proxy).program] : []));
const environmentsOf = (fact: Fact): string[] => [
  ...new Set([fact.environment, ...settingsOf(fact).flatMap(({ environment }) => environment ?? [])]),
];

/**
 * One setting under a claim. What the setting says of model and questions comes before what the claim says.
 */
async function runOne(
  fact: Fact,
  claim: FactClaim,
  which: "first" | "second",
  folder: string,
  keepLogs: KeepLogs,
): Promise<Seen> {
  const setting = fact[which];
  const recording = await runSide(
    {
      ...claim,
      folder,
      environment: setting.environment ?? fact.environment,
      command: setting.run,
      listens: listens(setting.run, undefined),
      vars: setting.vars,
      model: setting.model ?? claim.model,
      asks: setting.asks ?? claim.asks,
      proxy: proxyThrough(setting.through),
      signs: signsOf(claim),
    },
    keepLogs,
  );
  return { name: setting.says, says: claim[which], recording };
}

/** A folder with the files of a fact, those that it shares with others among them. */
function laidOut({ texts }: Fact): string {
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-fact-"));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  return folder;
}

async function proveFact(fact: Fact, made: string, keepLogs: KeepLogs): Promise<Proof> {
  const failures: string[] = [];
  const scenarios: ProofRecord["scenarios"] = [];
  const folder = laidOut(fact);
  try {
    for (const claim of fact.claims) {
      const first = await runOne(fact, claim, "first", folder, keepLogs);
      const second = await runOne(fact, claim, "second", folder, keepLogs);
      failures.push(...unmet(claim, first, second));
      scenarios.push(scenarioOf(claim, first, second));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const record: ProofRecord = {
    id: fact.id,
    kind: "fact",
    state: "reproduced",
    hash: hashOf(shownFact(fact)),
    made,
    versions: {
      ...pythonVersion,
      ...packageVersions(environmentsOf(fact), Object.keys(fact.needs)),
      ...(await programVersions(proxiesOf(fact).map(({ name }) => name))),
    },
    scenarios,
  };
  return proofOf(record, failures);
}

export const factItems = ({ facts }: Content): Item[] =>
  facts.map((fact): Item => ({
    kind: "fact",
    id: fact.id,
    environments: environmentsOf(fact),
    programs: proxiesOf(fact),
    prove: (made, keepLogs) => proveFact(fact, made, keepLogs),
  }));
