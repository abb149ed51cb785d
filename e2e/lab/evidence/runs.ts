/** All runs that are kept of something, each with the side of the scenario that it is of. Pure. */
import type { Evidence, Run } from "./schema";
import type { PlannedScenario, PlannedSide, Subject } from "./subject";

interface KeptRun {
  planned: PlannedScenario;
  side: PlannedSide;
  run: Run;
}

/** Both sides of each scenario, then the second side without each decisive text. */
export function allRuns({ scenarios }: Subject, evidence: Evidence): KeptRun[] {
  const sides = scenarios.flatMap((planned, index): KeptRun[] => {
    const runs = evidence.scenarios[index];
    if (!runs) return [];
    return [
      { planned, side: planned.first, run: runs.first },
      { planned, side: planned.second, run: runs.second },
    ];
  });
  const without = evidence.mutations
    .flatMap(({ runs }) => runs)
    .flatMap(({ scenario, run }): KeptRun[] => {
      const planned = scenarios[scenario];
      return planned ? [{ planned, side: planned.second, run }] : [];
    });
  return [...sides, ...without];
}
