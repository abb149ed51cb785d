/** Each decisive line of a config taken out alone: a claim must fail without it, or the line is a defence. */
import type { Config } from "../../../../lib/content/load";
import type { ProofRecord } from "../../../../lib/trace/record-schema";
import { unmet, type Seen } from "../../proof/claims";
import { pooled } from "../../base/pool";
import type { Runner } from "./runner";
import { mutationOf } from "./texts";

export interface Mutated {
  failures: string[];
  mutations: NonNullable<ProofRecord["mutations"]>;
}

/** A file that was run, with what the pass-through in its place showed under each claim. */
export interface Passed {
  runner: Runner;
  firsts: readonly Seen[];
}

/** A decisive line, and the runs of its file. */
interface Mark {
  text: string;
  defence: string | undefined;
  runs: readonly Passed[];
}

/** Without a line: the first claim that fails, or null. */
async function failsWithout({ text, runs }: Mark): Promise<string | null> {
  for (const { runner, firsts } of runs)
    for (const [index, claim] of runner.run.claims.entries()) {
      const first = firsts[index];
      const recording = await runner.side(claim, mutationOf(runner.run, text));
      if (first && unmet(claim, first, { name: `without “${text}”`, says: "", recording }).length > 0)
        return claim.scenario;
    }
  return null;
}

/** Take each decisive line of the files that were run out, alone. */
export async function mutate(config: Config, passed: readonly Passed[]): Promise<Mutated> {
  const marks = config.files.flatMap(({ file, why }) => {
    const runs = passed.filter(({ runner }) => runner.run.file === file);
    return runs.length === 0 ? [] : why.map(({ text, defence }): Mark => ({ text, defence, runs }));
  });
  const failed = await pooled(marks.map((mark) => () => failsWithout(mark)));
  const done: Mutated = { failures: [], mutations: [] };
  for (const [index, { text, defence }] of marks.entries()) {
    const scenario = failed[index] ?? null;
    if (scenario === null && defence === undefined)
      done.failures.push(`without “${text}” every claim still holds: it does nothing here`);
    else if (scenario !== null && defence !== undefined)
      done.failures.push(`“${text}” is labelled as a defence, and without it “${scenario}” fails`);
    else
      done.mutations.push({
        what: text,
        outcome: scenario === null ? "defence" : "fails",
        says: scenario ?? defence ?? "",
      });
  }
  return done;
}
