/** Last step of a run: look on for a moment, end the programs, and gather what was seen. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Call, Recording } from "../../../lib/trace/signs";
import { wordsIn } from "../../../lib/trace/words";
import { secondsOf, textOf } from "../model/script";
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

/** The answer that the first caller should get; `first` is when the model was first asked. */
function answerOf({ model }: Setup, first: number): Answer {
  const script = model.at(-1);
  const text = script ? textOf(script, "a") : "";
  const total = model.reduce((sum, one) => sum + secondsOf(one), 0);
  return { first, last: first + total, words: wordsIn(text, "a").length, text };
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
    model: answerOf(stage.setup, called[0]?.asked ?? calls[0]?.heard.asked ?? 0),
  };
}
