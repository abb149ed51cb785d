/**
 * Third step of a run: put the questions, do to the programs what the claim says, and listen until all is
 * over.
 */
import type { Ask } from "../../../lib/content/proof-schema";
import type { Call } from "../../../lib/trace/signs";
import { startBrowser } from "../callers/browser";
import { listen } from "../callers/listen";
import { Printed } from "../callers/printed";
import type { Stage } from "./prepare";
import type { Served } from "./serve";

/** How long a program that asks by itself may run when its claim has no question. */
const PATIENCE_S = 30;

/** Run a program that asks by itself, to its end or to the end of the patience. */
async function hear(stage: Stage, { own }: Served): Promise<Call[]> {
  stage.clock.restart();
  const printed = new Printed("a", stage.clock.now);
  own.start((part) => {
    printed.take(part);
  });
  const patience = new Promise<null>((over) => {
    setTimeout(over, (stage.setup.asks[0]?.patience ?? PATIENCE_S) * 1000, null).unref();
  });
  return [printed.over(await Promise.race([own.last.ended, patience]))];
}

/** What happens to the programs while they are asked; gives the way to call it off. */
function schedule({ setup }: Stage, { own, front }: Served): () => void {
  const timers: NodeJS.Timeout[] = [];
  const after = (seconds: number | undefined, action: () => void) => {
    if (seconds !== undefined) timers.push(setTimeout(action, seconds * 1000));
  };
  const { signal } = setup;
  if (signal) after(signal.at, () => front?.running.signal(signal.name));
  after(setup.stopAt, () => {
    own.last.tell("SIGTERM");
  });
  after(setup.restartAt, () => {
    void own.restart(setup.restarts ?? "server");
  });
  return () => {
    timers.forEach(clearTimeout);
  };
}

/** Ready to ask: opens a page where the question wants one. */
async function readyToAsk(stage: Stage, served: Served): Promise<(() => Promise<Call>)[]> {
  const { asks } = stage.setup;
  const browser = asks.some((ask) => ask.browser !== undefined) ? await startBrowser() : null;
  if (browser) stage.atEnd(() => browser.close());
  const baseOf = (ask: Ask) =>
    `http://127.0.0.1:${served.front && !ask.direct ? served.front.port : stage.port}`;
  return Promise.all(
    asks.map(async (ask) => {
      const page = ask.browser ? await browser?.open(baseOf(ask)) : undefined;
      return () => listen(baseOf(ask), ask, stage.clock.now, page);
    }),
  );
}

/** Put all questions of a setup. */
export async function ask(stage: Stage, served: Served): Promise<Call[]> {
  if (!stage.setup.listens) return hear(stage, served);
  const questions = await readyToAsk(stage, served);
  stage.clock.restart();
  const callOff = schedule(stage, served);
  const calls = await Promise.all(questions.map((put) => put()));
  callOff();
  return calls;
}
