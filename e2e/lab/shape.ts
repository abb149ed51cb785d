/** Whether two records tell the same: claims and outcomes, not milliseconds. */
import type { ProofRecord, Side } from "../../lib/content/proof-schema";

const shape = (side: Side) => ({
  heard: side.heard.map(({ path, status, ended, headers }) => ({
    path,
    status,
    ended,
    type: headers["content-type"] ?? null,
  })),
  called: side.called.length,
  streamed: side.called.map(({ stream }) => stream),
  log: side.log.length,
});

/** What differs between a committed record and a new one: one sentence each. */
export function differences(before: ProofRecord, now: ProofRecord): string[] {
  const found: string[] = [];
  if (before.hash !== now.hash) found.push("the committed record is of other files or another claim");
  if (before.state !== now.state) found.push(`it was ${before.state}, and is ${now.state}`);
  now.scenarios.forEach((scenario, at) => {
    const old = before.scenarios[at];
    scenario.sides.forEach((side, which) => {
      const then = old?.sides[which];
      const [a, b] = [then ? JSON.stringify(shape(then)) : "nothing", JSON.stringify(shape(side))];
      if (a !== b)
        found.push(
          `“${scenario.scenario}”, ${which === 0 ? scenario.first : scenario.second}: it was ${a}, and is ${b}`,
        );
    });
  });
  return found;
}
