/** A fact: two settings of the same thing, run under each of its claims. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FactClaim, FactSetting } from "../../lib/content/fact-schema";
import type { Content, Fact } from "../../lib/content/load";
import type { Claim, ProofRecord } from "../../lib/content/proof-schema";
import { hashOf, shownFact } from "../../lib/content/proofs";
import type { Item, Proof } from "./item";
import { inWords, shows } from "./judge";
import { failuresOf, scenarioOf } from "./outcome";
import { versionsOf } from "./pair";
import { labProxy } from "./run/front";
import { isProgram } from "./run/programs";
import { runSide } from "./run/scenario";

const settings = (fact: Fact): readonly [FactSetting, FactSetting] => [fact.first, fact.second];
const proxies = (fact: Fact): string[] =>
  settings(fact).flatMap(({ through }) => (through ? [through.proxy] : []));
const environmentsOf = (fact: Fact): string[] => [
  ...new Set([fact.environment, ...settings(fact).flatMap(({ environment }) => environment ?? [])]),
];

/** A fact's claim as the lab runs it for one setting. */
function claimFor(
  { both, first, second, ...claim }: FactClaim,
  { vars, through, model, asks }: FactSetting,
): Claim {
  return {
    ...claim,
    broken: first,
    fixed: second,
    shows: [...claim.shows, ...both],
    vars,
    ...(through ? { through } : {}),
    ...(model ? { model } : {}),
    ...(asks ? { asks } : {}),
  };
}

/** Run a fact. */
async function proveFact(fact: Fact, made: string, keepLogs: (dir: string) => void): Promise<Proof> {
  const failures: string[] = [];
  const scenarios: ProofRecord["scenarios"] = [];
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-fact-"));
  for (const [name, text] of Object.entries(fact.texts)) writeFileSync(join(folder, name), text);
  const run = (claim: FactClaim, setting: FactSetting) =>
    runSide(
      {
        folder,
        environment: setting.environment ?? fact.environment,
        command: setting.run,
        port: /\b8000\b/.test(setting.run) ? "8000" : null,
      },
      claimFor(claim, setting),
      keepLogs,
    );
  try {
    for (const claim of fact.claims) {
      const [first, second] = [await run(claim, fact.first), await run(claim, fact.second)];
      failures.push(
        ...failuresOf(claim, first, second, ["first", "second"]),
        ...claim.both.flatMap((sign) =>
          [first, second].flatMap((one, at) =>
            shows(sign, one)
              ? []
              : [`the ${at === 0 ? "first" : "second"} side does not show “${inWords(sign)}”`],
          ),
        ),
      );
      scenarios.push(
        scenarioOf(
          {
            ...claimFor(claim, fact.first),
            broken: `${fact.first.says}: ${claim.first}`,
            fixed: `${fact.second.says}: ${claim.second}`,
          },
          first,
          second,
        ),
      );
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
    versions: await versionsOf(environmentsOf(fact), fact.needs, proxies(fact)),
    scenarios,
  };
  return { record: failures.length > 0 ? null : record, failures };
}

export function factItems(content: Content): Item[] {
  return content.facts.map((fact): Item => ({
    kind: "fact",
    id: fact.id,
    environments: [
      ...environmentsOf(fact),
      ...(proxies(fact).some((name) => /^(envoy|caddy)-/.test(name)) ? ["tools"] : []),
    ],
    programs: proxies(fact)
      .map((name) => labProxy(name).program)
      .filter(isProgram),
    prove: (made, keepLogs) => proveFact(fact, made, keepLogs),
  }));
}
