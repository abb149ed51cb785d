/** A process that was started, in a group of its own: by the system, or by an interpreter that is warm. */
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";

export interface Child {
  stdout: Readable;
  stderr: Readable;
  /** To it and all that it has started. */
  signalGroup: (name: NodeJS.Signals) => void;
  /** To it alone. */
  signal: (name: NodeJS.Signals) => void;
  /** Once it has ended and its output is closed. No exit code when a signal ended it, or when it could not be started. */
  ended: Promise<{ exit: number | null; problem?: string }>;
}

export interface Asked {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Send a signal to a process, or with a negative id to a group; what is gone already gets none. */
export function sendSignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    /* It is gone already. */
  }
}

/** Start a program; it is looked up in `env.PATH`. */
export function spawned(file: string, args: readonly string[], { cwd, env }: Asked): Child {
  const child = spawn(file, args, {
    cwd,
    env: env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { stdout, stderr, pid } = child;
  return {
    stdout,
    stderr,
    signalGroup: (name) => {
      if (pid !== undefined) sendSignal(-pid, name);
    },
    signal: (name) => {
      child.kill(name);
    },
    ended: new Promise((resolve) => {
      child.once("error", ({ message }) => {
        resolve({ exit: null, problem: `${file}: ${message}\n` });
      });
      child.once("close", (exit) => {
        resolve({ exit });
      });
    }),
  };
}
