/** The scenarios of a config, in the order in which its record has them, and what runs each. */
import type { ConfigClaim } from "../../../../lib/content/config-proof-schema";
import type { Config } from "../../../../lib/content/load";
import type { Mark, PlannedScenario } from "../../evidence/subject";
import type { Runner } from "./runner";

/** What the sides of a config are called. */
const PASSES = "passes everything on";
const OURS = "this config";

/** A scenario with what runs it. */
export interface PlannedRun {
  runner: Runner;
  claim: ConfigClaim;
  planned: PlannedScenario;
}

const plannedOf = (claim: ConfigClaim): PlannedScenario => ({
  ...claim,
  first: { name: PASSES, says: claim.broken, model: claim.model, asks: claim.asks },
  second: { name: OURS, says: claim.fixed, model: claim.model, asks: claim.asks },
});

/** All claims of a config as scenarios. */
export const scenariosOf = ({ proof: { runs } }: Config): PlannedScenario[] =>
  runs.flatMap(({ claims }) => claims.map(plannedOf));

/** The same with what runs each. */
export const plannedRuns = (runners: readonly Runner[]): PlannedRun[] =>
  runners.flatMap((runner) =>
    runner.run.claims.map((claim) => ({ runner, claim, planned: plannedOf(claim) })),
  );

/** The decisive texts of files that run, each with the scenarios of its file. */
export function marksOf({ files, proof: { runs } }: Config): Mark[] {
  const fileOfEach = runs.flatMap(({ file, claims }) => claims.map(() => file));
  return files.flatMap(({ file, why }) => {
    const scenarios = [...fileOfEach.keys()].filter((index) => fileOfEach[index] === file);
    return scenarios.length === 0 ? [] : why.map(({ text, defence }): Mark => ({ text, defence, scenarios }));
  });
}
