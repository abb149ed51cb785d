/**
 * A config that its own program reads and runs: claims against the pass-through in its place, then each
 * decisive line taken out.
 */
import type { ConfigClaim } from "../../../../lib/content/config-proof-schema";
import type { Config } from "../../../../lib/content/load";
import type { ProofRecord } from "../../../../lib/trace/record-schema";
import { unmet, type Seen } from "../../proof/claims";
import { scenarioOf } from "../../proof/record";
import { mutate, type Mutated } from "./mutate";
import { pooled } from "../../base/pool";
import { Runner } from "./runner";

export interface Reproduced extends Mutated {
  scenarios: ProofRecord["scenarios"];
}

/** A claim with both sides as they were seen. */
interface Ran {
  claim: ConfigClaim;
  first: Seen;
  second: Seen;
}

/** What the sides of a config are called. */
const PASSES = "passes everything on";
const OURS = "this config";

/** Run a file's claims, both sides. */
async function runClaims(runner: Runner): Promise<Ran[]> {
  const { claims } = runner.run;
  const firsts = claims.map((claim) => async (): Promise<Seen> => ({
    name: PASSES,
    says: claim.broken,
    recording: await runner.side(claim, "pass-through"),
  }));
  const seconds = claims.map((claim) => async (): Promise<Seen> => ({
    name: OURS,
    says: claim.fixed,
    recording: await runner.side(claim, "ours"),
  }));
  const seen = await pooled([...firsts, ...seconds]);
  return claims.flatMap((claim, index) => {
    const [first, second] = [seen[index], seen[claims.length + index]];
    return first && second ? [{ claim, first, second }] : [];
  });
}

/** Everything of a config that can run. */
export async function reproduce(config: Config, keepLogs: (dir: string) => void): Promise<Reproduced> {
  const runners = config.proof.runs.map((run) => new Runner(config, run, keepLogs));
  await Promise.all(runners.map((runner) => runner.syntax()));
  const scenarios: ProofRecord["scenarios"] = [];
  const failures: string[] = [];
  const sides: Ran[][] = [];
  for (const runner of runners) {
    const ran = await runClaims(runner);
    sides.push(ran);
    for (const { claim, first, second } of ran) {
      scenarios.push(scenarioOf(claim, first, second));
      failures.push(
        ...unmet(claim, first, second).map(
          (sentence) => `${runner.run.file}, “${claim.scenario}”: ${sentence}`,
        ),
      );
    }
  }
  const passed = runners.map((runner, index) => ({
    runner,
    firsts: (sides[index] ?? []).map(({ first }) => first),
  }));
  const mutated = await mutate(config, passed);
  return { scenarios, mutations: mutated.mutations, failures: [...failures, ...mutated.failures] };
}
