/** Programs of a run: each in a group of its own, with a log, ended and reaped whatever happens. */
import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { freePort as freePortOn } from "../../../lib/tasks/port";
import { sleep } from "../sleep";

export interface Program {
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

/**
 * Start a program.
 * @param command program and arguments; the program is looked up in `env.PATH`
 * @param logFile where its output goes
 * @param onPrint gets each part of its standard output as it comes
 */
export function startProgram(
  command: readonly string[],
  options: {
    cwd: string;
    env: Readonly<Record<string, string | undefined>>;
    logFile: string;
    onPrint?: (part: Buffer) => void;
  },
): Program {
  const [file, ...args] = command;
  if (file === undefined) throw new Error("A program without a name cannot be started.");
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: options.env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out = createWriteStream(options.logFile, { flags: "a" });
  child.stdout.pipe(out, { end: false });
  if (options.onPrint) child.stdout.on("data", options.onPrint);
  child.stderr.pipe(out, { end: false });
  running.add(child);
  let code: number | null = null;
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      out.write(`${file}: ${error.message}\n`);
      running.delete(child);
      resolve(null);
    });
    child.once("close", (exit) => {
      code = exit;
      running.delete(child);
      out.end(() => {
        resolve(exit);
      });
    });
  });
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
    stop: async () => {
      signalGroup(child, "SIGTERM");
      const timer = setTimeout(() => {
        signalGroup(child, "SIGKILL");
      }, GENTLE_MS);
      await ended;
      clearTimeout(timer);
      // Children of a leader that is gone may live on in its group.
      signalGroup(child, "SIGKILL");
    },
  };
}

/** A free port for a program of the lab, which hears on loopback only. */
export const freePort = (): Promise<number> => freePortOn("127.0.0.1");

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const sent = request(
      { host: "127.0.0.1", port, path: "/lab-ready", agent: false, timeout: 2000 },
      (response) => {
        response.resume();
        response.once("close", () => {
          resolve(true);
        });
      },
    );
    sent.on("timeout", () => {
      sent.destroy();
    });
    sent.on("error", () => {
      resolve(false);
    });
    sent.end();
  });

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => {
      resolve(false);
    });
  });

/** Wait until a program answers on its port, or throw one sentence with the end of its log. */
export async function ready(
  name: string,
  program: Program,
  port: number,
  how: "http" | "tcp" = "http",
  limitS = 60,
): Promise<void> {
  const state = { over: false };
  void program.ended.then(() => {
    state.over = true;
  });
  const until = Date.now() + limitS * 1000;
  while (Date.now() < until) {
    if (state.over)
      throw new Error(
        `${name} ended before it answered (exit ${program.exit() ?? "unknown"}):\n${program.log().split("\n").slice(-15).join("\n")}`,
      );
    if (await (how === "http" ? answers(port) : accepts(port))) return;
    await sleep(0.06);
  }
  throw new Error(
    `${name} did not answer on port ${port} within ${limitS} s:\n${program.log().split("\n").slice(-15).join("\n")}`,
  );
}
