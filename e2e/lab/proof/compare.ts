/** Whether two records tell the same: claims and outcomes, not milliseconds. */
import type { ProofRecord, Side } from "../../../lib/trace/record-schema";
import { sidesOf } from "../../../lib/proofs/summary";

const shape = (side: Side): string =>
  JSON.stringify({
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
  for (const [index, scenario] of now.scenarios.entries()) {
    const old = before.scenarios[index];
    const sidesBefore = old ? sidesOf(old) : [];
    for (const [place, side] of sidesOf(scenario).entries()) {
      const then = sidesBefore[place];
      const [was, is] = [then ? shape(then) : "nothing", shape(side)];
      if (was !== is) found.push(`“${scenario.scenario}”, ${side.name}: it was ${was}, and is ${is}`);
    }
  }
  return found;
}
