/** One side of one claim, run for real: prepare, serve, ask, collect; then everything is ended. */
import type { Recording } from "../../../lib/trace/signs";
import { ask } from "./ask";
import { collect } from "./collect";
import { prepare } from "./prepare";
import { serve } from "./serve";
import type { Setup } from "./setup";

/**
 * Run one side.
 * @param keepLogs gets the folder of a run that failed, before it is removed
 * @throws one sentence when something could not be started; a claim that does not hold is no error here
 */
export async function runSide(setup: Setup, keepLogs: (dir: string) => void): Promise<Recording> {
  const stage = await prepare(setup);
  try {
    const served = await serve(stage);
    return await collect(stage, served, await ask(stage, served));
  } catch (error) {
    keepLogs(stage.dir);
    throw error;
  } finally {
    await stage.end();
  }
}
