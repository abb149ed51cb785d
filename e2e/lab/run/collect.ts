/** Last step of a run: look on for a moment, end the programs, and gather what was seen. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Call, Recording } from "../../../lib/trace/signs";
import { answerOf } from "../model/script";
import { sleep } from "../base/sleep";
import type { Stage } from "./prepare";
import type { Served } from "./serve";
import type { Setup } from "./setup";

/** A moment for what ends with the caller: tasks that are cancelled, calls that are closed. */
const WATCH_S = 0.4;

/** Files that a claim speaks of, as bytes of text. */
function filesOf({ signs }: Setup, work: string): Record<string, string> {
  const names = signs.flatMap((sign) =>
    sign.sign === "file" && existsSync(join(work, sign.name)) ? [sign.name] : [],
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(work, name), "latin1")]));
}

/** What was seen of a run whose questions are over. */
export async function collect(
  stage: Stage,
  { own, front }: Served,
  calls: readonly Call[],
): Promise<Recording> {
  await front?.running.stop();
  await sleep(stage.setup.watch ?? WATCH_S);
  const called = stage.model.called();
  const exit = own.last.exit();
  await own.last.stop();
  const printed = own.last.log();
  return {
    calls,
    called,
    requests: stage.model.requests(),
    exit,
    log: `${front?.running.log() ?? ""}${printed}`,
    printed,
    files: filesOf(stage.setup, stage.work),
    // Frameworks load much at the first question: the model's answer begins when it is asked.
    model: answerOf(stage.setup.model, called[0]?.asked ?? calls[0]?.heard.asked ?? 0),
  };
}
