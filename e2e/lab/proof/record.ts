/** What a record keeps of two sides that were run. */
import type { ProofRecord, Side } from "../../../lib/trace/record-schema";
import type { Sign } from "../../../lib/trace/sign-schema";
import type { Recording } from "../../../lib/trace/signs";
import type { Heard } from "../../../lib/trace/recording-schema";
import { signsOf, type Seen, type Signs } from "./claims";

/** Arrivals that a chart can show. */
const MOST_ARRIVALS = 60;

/** Lines of a log that a claim speaks of, one for each sign: what is kept of a run has them plain and short. */
function logLines({ log, printed }: Recording, signs: readonly Sign[]): string[] {
  const lines = `${log}\n${printed}`.split("\n");
  const found = signs.flatMap((sign) => {
    if (sign.sign !== "log" && sign.sign !== "prints") return [];
    return lines.find((line) => line.includes(sign.text)) ?? [];
  });
  return [...new Set(found.map((line) => line.trim()))];
}

/** Many small arrivals in a row are thinned out; the first and the last stay. */
function thinned(heard: Heard): Heard {
  const { arrivals } = heard;
  const step = Math.ceil(arrivals.length / MOST_ARRIVALS);
  if (step <= 1) return heard;
  const last = arrivals.length - 1;
  return { ...heard, arrivals: arrivals.filter((_, index) => index % step === 0 || index === last) };
}

/** What a record keeps of a claim's two sides. */
export function scenarioOf(
  claim: Signs & { scenario: string; scale?: string | undefined },
  first: Seen,
  second: Seen,
): ProofRecord["scenarios"][number] {
  const signs = signsOf(claim);
  const side = ({ name, says, recording }: Seen): Side => ({
    name,
    says,
    heard: recording.calls.map(({ heard }) => thinned(heard)),
    called: [...recording.called],
    log: logLines(recording, signs),
    exit: recording.exit,
  });
  return {
    scenario: claim.scenario,
    ...(claim.scale === undefined ? {} : { scale: claim.scale }),
    first: side(first),
    second: side(second),
  };
}
