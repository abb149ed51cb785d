/** Programs of a run: each in a group of its own, with a log, ended and reaped whatever happens. */
import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, readFileSync, type WriteStream } from "node:fs";
import { finished } from "node:stream";

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
const running = new Set<ChildProcess>();

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    /* The group is gone already. */
  }
}

/** Kill every group that still runs; called when the lab is interrupted. */
export function killAll(): void {
  for (const child of running) signalGroup(child, "SIGKILL");
}

export interface StartOptions {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Where its output goes. */
  logFile: string;
  /** Gets each part of its standard output as it comes. */
  onPrint?: (part: Buffer) => void;
}

/** The exit code when a child and its log are closed; null when it could not be started. */
function endOf(child: ChildProcess, log: WriteStream): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      log.write(`${child.spawnfile}: ${error.message}\n`);
      running.delete(child);
      resolve(null);
    });
    child.once("close", (exit) => {
      running.delete(child);
      // Also where the log could not be written, as when its folder was taken away.
      finished(log, () => {
        resolve(exit);
      });
      log.end();
    });
  });
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(signalGroup, GENTLE_MS, child, "SIGKILL");
  await ended;
  clearTimeout(timer);
  // Children of a leader that is gone may live on in its group.
  signalGroup(child, "SIGKILL");
}

/**
 * Start a program.
 * @param command program and arguments; the program is looked up in `env.PATH`
 */
export function startProcess(command: readonly string[], options: StartOptions): Running {
  const [file, ...args] = command;
  if (file === undefined) throw new Error("A program without a name cannot be started.");
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: options.env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
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
    signal: (name) => {
      signalGroup(child, name);
    },
    tell: (name) => {
      child.kill(name);
    },
    ended,
    stop: () => stop(child, ended),
  };
}
