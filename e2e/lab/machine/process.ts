/** Programs of a run: each in a group of its own, with a log, ended and reaped whatever happens. */
import { createWriteStream, readFileSync, type WriteStream } from "node:fs";
import { finished } from "node:stream";
import { spawned, type Asked, type Child } from "./child";
import { coolDown, warmed } from "./warm";

/** A program that was started. */
export interface Running {
  log: () => string;
  /** The exit code once it has ended, else null. */
  exit: () => number | null;
  /** To the program and all that it has started. */
  signal: (name: NodeJS.Signals) => void;
  /** To the program alone, as an orchestrator tells it to end. */
  tell: (name: NodeJS.Signals) => void;
  /** End the whole group, gently and then not. */
  stop: () => Promise<void>;
  ended: Promise<number | null>;
}

const GENTLE_MS = 2_500;
const running = new Set<Child>();

/** Kill every group that still runs; called when the lab is interrupted. */
export function killAll(): void {
  for (const child of running) child.signalGroup("SIGKILL");
  coolDown();
}

export interface StartOptions extends Asked {
  /** Where its output goes. */
  logFile: string;
  /** Gets each part of its standard output as it comes. */
  onPrint?: (part: Buffer) => void;
}

/** The exit code when a child and its log are closed; null when a signal ended it, or it could not be started. */
async function endOf(child: Child, log: WriteStream): Promise<number | null> {
  const { exit, problem } = await child.ended;
  running.delete(child);
  if (problem !== undefined) log.write(problem);
  return new Promise((resolve) => {
    // Also where the log could not be written, as when its folder was taken away.
    finished(log, () => {
      resolve(exit);
    });
    log.end();
  });
}

async function stop(child: Child, ended: Promise<unknown>): Promise<void> {
  child.signalGroup("SIGTERM");
  const timer = setTimeout(() => {
    child.signalGroup("SIGKILL");
  }, GENTLE_MS);
  await ended;
  clearTimeout(timer);
  // Children of a leader that is gone may live on in its group.
  child.signalGroup("SIGKILL");
}

/**
 * Start a program.
 * @param command program and arguments; the program is looked up in `env.PATH`
 */
export function startProcess(command: readonly string[], options: StartOptions): Running {
  const [file, ...args] = command;
  if (file === undefined) throw new Error("A program without a name cannot be started.");
  const child = warmed(file, args, options) ?? spawned(file, args, options);
  const log = createWriteStream(options.logFile, { flags: "a" });
  log.on("error", () => undefined);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  if (options.onPrint) child.stdout.on("data", options.onPrint);
  running.add(child);
  let code: number | null = null;
  const ended = endOf(child, log).then((exit) => (code = exit));
  return {
    log: () => readFileSync(options.logFile, "utf8"),
    exit: () => code,
    signal: child.signalGroup,
    tell: child.signal,
    ended,
    stop: () => stop(child, ended),
  };
}
