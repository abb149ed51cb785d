/** Each decisive line of a config taken out alone: the claims of its file are run without it, until one fails. */
import { failuresWithout } from "../../evidence/judge";
import { kept } from "../../evidence/keep";
import type { Evidence, KeptMutation } from "../../evidence/schema";
import type { Mark } from "../../evidence/subject";
import { pooled } from "../../base/pool";
import { signsOf } from "../../proof/claims";
import type { PlannedRun } from "./planned";
import { mutationOf } from "./texts";

/** Run a file's claims without a line. */
async function without(
  { text, scenarios }: Mark,
  all: readonly PlannedRun[],
  ran: Evidence["scenarios"],
): Promise<KeptMutation> {
  const mutation: KeptMutation = { what: text, runs: [] };
  for (const scenario of scenarios) {
    const [one, sides] = [all[scenario], ran[scenario]];
    if (!one || !sides) continue;
    const { runner, claim, planned } = one;
    const recording = await runner.side(claim, mutationOf(runner.run, text));
    const run = kept(recording, signsOf(claim), claim.model);
    mutation.runs.push({ scenario, run });
    if (failuresWithout(text, planned, sides.first, run).length > 0) break;
  }
  return mutation;
}

/** Take each decisive line of the files that were run out, alone. */
export const mutate = (
  marks: readonly Mark[],
  all: readonly PlannedRun[],
  ran: Evidence["scenarios"],
): Promise<KeptMutation[]> => pooled(marks.map((mark) => () => without(mark, all, ran)));
