/** Facts: two settings of the same thing, run under each claim. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FactClaim, FactSetting } from "../../../lib/content/fact-schema";
import type { Content, Fact } from "../../../lib/content/load";
import { shownFact } from "../../../lib/content/proofs";
import { concluded } from "../evidence/conclude";
import { kept } from "../evidence/keep";
import type { Evidence, Run } from "../evidence/schema";
import type { Subject } from "../evidence/subject";
import { labProxy, proxyFiles } from "../machine/proxy";
import { signsOf } from "../proof/claims";
import type { Item, Proof } from "../evidence/item";
import { browserOf, packageVersions } from "../proof/versions";
import { listens, proxyThrough, type Setup } from "../run/setup";
import { runSide } from "../run/side";

type KeepLogs = (dir: string) => void;

const settingsOf = (fact: Fact): readonly FactSetting[] => [fact.first, fact.second];
const proxiesOf = (fact: Fact) =>
  settingsOf(fact).flatMap(({ through }) => (through ? [labProxy(through.proxy).program] : []));
const environmentsOf = (fact: Fact): string[] => [
  ...new Set([fact.environment, ...settingsOf(fact).flatMap(({ environment }) => environment ?? [])]),
];

const modelOf = (setting: FactSetting, claim: FactClaim) => setting.model ?? claim.model;
const asksOf = (setting: FactSetting, claim: FactClaim) => setting.asks ?? claim.asks;

/**
 * One setting under a claim. What the setting says of model and questions comes before what the claim says.
 */
async function runOne(
  fact: Fact,
  claim: FactClaim,
  which: "first" | "second",
  folder: string,
  keepLogs: KeepLogs,
): Promise<Run> {
  const setting = fact[which];
  const setup: Setup = {
    ...claim,
    folder,
    environment: setting.environment ?? fact.environment,
    command: setting.run,
    listens: listens(setting.run, undefined),
    vars: setting.vars,
    model: modelOf(setting, claim),
    asks: asksOf(setting, claim),
    proxy: proxyThrough(setting.through),
    signs: signsOf(claim),
  };
  return kept(await runSide(setup, keepLogs), setup.signs, setup.model);
}

/** What the content says of a fact that its record has to hold. */
export function factSubject(fact: Fact): Subject {
  const environments = environmentsOf(fact);
  const sideOf = (claim: FactClaim, which: "first" | "second") => ({
    name: fact[which].says,
    says: claim[which],
    model: modelOf(fact[which], claim),
    asks: asksOf(fact[which], claim),
  });
  const browsers = fact.claims.flatMap((claim) =>
    settingsOf(fact).flatMap((setting) => browserOf(asksOf(setting, claim))),
  );
  return {
    shown: shownFact(fact),
    words: { title: fact.title, statement: fact.statement, needs: fact.needs },
    scenarios: fact.claims.map((claim) => ({
      ...claim,
      first: sideOf(claim, "first"),
      second: sideOf(claim, "second"),
    })),
    marks: [],
    packages: packageVersions(environments, Object.keys(fact.needs)),
    programs: [...new Set([...proxiesOf(fact).map(({ name }) => name), ...browsers])],
    environments,
    files: settingsOf(fact).flatMap(({ through }) => (through ? proxyFiles(through.proxy) : [])),
    checks: [],
    stateOf: () => ({ state: "reproduced" }),
  };
}

/** A folder with the files of a fact, those that it shares with others among them. */
function laidOut({ texts }: Fact): string {
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-fact-"));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  return folder;
}

async function proveFact(fact: Fact, made: string, keepLogs: KeepLogs): Promise<Proof> {
  const scenarios: Evidence["scenarios"] = [];
  const folder = laidOut(fact);
  try {
    for (const claim of fact.claims)
      scenarios.push({
        first: await runOne(fact, claim, "first", folder, keepLogs),
        second: await runOne(fact, claim, "second", folder, keepLogs),
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return concluded(factSubject(fact), { made, checked: [], scenarios, mutations: [] });
}

export const factItems = ({ facts }: Content): Item[] =>
  facts.map((fact): Item => ({
    kind: "fact",
    id: fact.id,
    environments: environmentsOf(fact),
    programs: proxiesOf(fact),
    prove: (made, keepLogs) => proveFact(fact, made, keepLogs),
  }));
