/** Second step of a run: start what is asked, and the proxy in front of it, and wait until they answer. */
import { join, resolve } from "node:path";
import type { Running } from "../machine/process";
import { startProxy, type Front } from "../machine/proxy";
import { ready } from "../machine/ready";
import { APPS, APPS_ENVIRONMENT } from "./apps";
import { parseCommand, type Command } from "./command";
import type { Stage } from "./prepare";
import { mayEnd } from "./setup";

/** The programs of a setup's command, side by side; the last one is the one that counts. */
export class Own {
  private readonly commands: readonly Command[];
  private programs: Running[] = [];
  constructor(private readonly stage: Stage) {
    this.commands = parseCommand(stage.fill(stage.setup.command));
  }

  private started(commands: readonly Command[], onPrint?: (part: Buffer) => void): Running[] {
    const { stage } = this;
    return commands.map((command) => stage.start(command, { cwd: stage.work, log: "program.log", onPrint }));
  }

  start(onPrint?: (part: Buffer) => void): void {
    this.programs = this.started(this.commands, onPrint);
  }

  get name(): string {
    return this.commands.at(-1)?.args[0] ?? "the program";
  }

  get last(): Running {
    const last = this.programs.at(-1);
    if (!last) throw new Error("The command's programs have not been started.");
    return last;
  }

  /** Kill the server, or all, and start what was killed again. */
  async restart(which: "server" | "all"): Promise<void> {
    const from = which === "all" ? 0 : this.programs.length - 1;
    const killed = this.programs.slice(from);
    killed.forEach((program) => {
      program.signal("SIGKILL");
    });
    await Promise.all(killed.map(({ ended }) => ended));
    this.programs = [...this.programs.slice(0, from), ...this.started(this.commands.slice(from))];
  }
}

export interface Served {
  own: Own;
  front: Front | null;
}

/** The app that a program asks, where it asks one. */
async function startAsked(stage: Stage, app: string): Promise<void> {
  const [command] = parseCommand(`uvicorn ${app}:app --port ${stage.port}`);
  if (command)
    await ready(
      "the app that the program asks",
      stage.start(command, { cwd: resolve(APPS), log: "app.log", environment: APPS_ENVIRONMENT }),
      stage.port,
    );
}

/**
 * Start what the questions need. A program that asks by itself is not started yet: its run is the question.
 */
export async function serve(stage: Stage): Promise<Served> {
  const { setup, port } = stage;
  const own = new Own(stage);
  if (!setup.listens) {
    if (setup.serve !== undefined) await startAsked(stage, setup.serve);
    return { own, front: null };
  }
  own.start();
  await ready(own.name, own.last, port).catch((error: unknown) => {
    if (own.last.exit() === null || !mayEnd(setup)) throw error;
  });
  if (!setup.proxy) return { own, front: null };
  const front = await startProxy(setup.proxy, port, join(stage.dir, "front"));
  stage.atEnd(() => front.running.stop());
  return { own, front };
}
