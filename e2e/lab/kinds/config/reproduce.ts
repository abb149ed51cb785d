/**
 * A config that its own program reads and runs: claims against the pass-through in its place, then each
 * decisive line taken out.
 */
import type { Config } from "../../../../lib/content/load";
import { kept } from "../../evidence/keep";
import type { Evidence, Run } from "../../evidence/schema";
import { pooled } from "../../base/pool";
import { signsOf } from "../../proof/claims";
import { mutate } from "./mutate";
import { marksOf, plannedRuns, type PlannedRun } from "./planned";
import { Runner, type Variant } from "./runner";

const sideOf = async ({ runner, claim }: PlannedRun, variant: Variant): Promise<Run> =>
  kept(await runner.side(claim, variant), signsOf(claim), claim.model);

/** Run all claims, both sides. */
async function runClaims(all: readonly PlannedRun[]): Promise<Evidence["scenarios"]> {
  const firsts = all.map((one) => () => sideOf(one, "pass-through"));
  const seconds = all.map((one) => () => sideOf(one, "ours"));
  const runs = await pooled([...firsts, ...seconds]);
  return all.flatMap((_, index) => {
    const [first, second] = [runs[index], runs[all.length + index]];
    return first && second ? [{ first, second }] : [];
  });
}

/** Everything of a config that can run. */
export async function reproduce(
  config: Config,
  keepLogs: (dir: string) => void,
): Promise<Pick<Evidence, "scenarios" | "mutations">> {
  const runners = config.proof.runs.map((run) => new Runner(config, run, keepLogs));
  await Promise.all(runners.map((runner) => runner.syntax()));
  const all = plannedRuns(runners);
  const scenarios = await runClaims(all);
  return { scenarios, mutations: await mutate(marksOf(config), all, scenarios) };
}
