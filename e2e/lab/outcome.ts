/** What two runs of a claim come to: what does not hold, and what a record keeps of them. */
import type { Claim, ProofRecord, Side } from "../../lib/content/proof-schema";
import { broken, holdsSwapped, type Run } from "./judge";
import { runOf } from "./model/server";

/** Lines of a log that a claim speaks of, as they were written, without what differs from run to run. */
function logLines(run: Run, claim: Claim): string[] {
  const wanted = [...claim.shows, ...claim.gives].flatMap((sign) =>
    sign.sign === "log" || sign.sign === "prints" ? [sign.text] : [],
  );
  const lines = `${run.log}\n${run.printed}`.split("\n");
  return [
    ...new Set(
      wanted.flatMap(
        (text) =>
          lines
            .find((line) => line.includes(text))
            ?.trim()
            .replaceAll(`${process.cwd()}/`, "")
            .slice(0, 240) ?? [],
      ),
    ),
  ];
}

/** Arrivals that a chart can show; many small ones in a row are thinned out, the first and the last stay. */
function thinned(side: Side): Side {
  const MOST = 60;
  const heard = side.heard.map((one) => {
    const step = Math.ceil(one.chunks.length / MOST);
    return step <= 1
      ? one
      : { ...one, chunks: one.chunks.filter((_, at) => at % step === 0 || at === one.chunks.length - 1) };
  });
  return { ...side, heard };
}

/** What does not hold of a claim, as it stands and with the sides swapped: one sentence each. */
export function failuresOf(
  claim: Pick<Claim, "shows" | "gives">,
  first: Run,
  second: Run,
  names?: readonly [string, string],
): string[] {
  return [
    ...broken(claim, first, second, names),
    ...holdsSwapped(claim, first, second).map((sign) => `with the sides swapped, “${sign}” still holds`),
  ];
}

/** What a record keeps of both sides. */
export function scenarioOf(claim: Claim, first: Run, second: Run): ProofRecord["scenarios"][number] {
  const kept = (run: Run) => thinned({ ...run.side, log: logLines(run, claim) });
  return {
    scenario: claim.scenario,
    ...(claim.scale ? { scale: claim.scale } : {}),
    run: claim.model.reduce((sum, script) => sum + runOf(script), 0),
    first: claim.broken,
    second: claim.fixed,
    sides: [kept(first), kept(second)],
  };
}
