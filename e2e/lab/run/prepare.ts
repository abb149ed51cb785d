/**
 * First step of a run: a folder with a copy of what runs, a model endpoint, a port, and the way to start
 * programs in it.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findBrowser } from "../../../lib/tasks/browser";
import { filled } from "../../../lib/text/placeholders";
import { binOf, modulesOf } from "../machine/environments";
import { isOfNode } from "../machine/locks";
import { freePort } from "../machine/port";
import { startProcess, type Running } from "../machine/process";
import { startModel, type ModelServer } from "../model/server";
import { BIN } from "./apps";
import type { Command } from "./command";
import type { Setup } from "./setup";

const WORK = "work";
const HOME = "home";

/** What telemetry and proxies of the machine would add. */
const QUIET = {
  CREWAI_DISABLE_TELEMETRY: "true",
  CREWAI_TRACING_ENABLED: "false",
  OTEL_SDK_DISABLED: "true",
  ANONYMIZED_TELEMETRY: "false",
  LANGSMITH_TRACING: "false",
  DO_NOT_TRACK: "1",
  PYTHONUNBUFFERED: "1",
  PYTHONDONTWRITEBYTECODE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  NO_COLOR: "1",
  COLUMNS: "200",
  no_proxy: "*",
  NO_PROXY: "*",
};

/** Seconds since the run began; it begins anew when the first question is put. */
class Clock {
  private begun = performance.now();
  readonly now = (): number => Math.round(performance.now() - this.begun) / 1000;
  restart(): void {
    this.begun = performance.now();
  }
}

/** How a program is started. */
interface Start {
  cwd: string;
  /** The name of its log. */
  log: string;
  /** Gets what it prints. */
  onPrint?: ((part: Buffer) => void) | undefined;
  /** Another environment than the setup's own. */
  environment?: string;
}

/** Where one side runs: a folder, a port and a model endpoint of its own. */
export class Stage {
  /** What ends with the stage. */
  private readonly endings: (() => Promise<void>)[] = [];
  constructor(
    readonly setup: Setup,
    /** The folder of this run, with what runs in `work`. */
    readonly dir: string,
    /** The port on which the command's program listens, or the app that it asks. */
    readonly port: number,
    readonly model: ModelServer,
    readonly clock: Clock,
  ) {}

  get work(): string {
    return join(this.dir, WORK);
  }

  /** A text with its placeholders filled in for this run. */
  fill(text: string): string {
    return filled(text, { ...this.setup.values, port: String(this.port), dir: this.work });
  }

  private variables(own: Command["vars"], environment: string): Record<string, string> {
    const { path = [], vars } = this.setup;
    return {
      PATH: [resolve(binOf(environment)), ...path, resolve(BIN), process.env["PATH"] ?? ""].join(":"),
      LANG: "C.UTF-8",
      HOME: join(this.dir, HOME),
      TMPDIR: this.dir,
      ...QUIET,
      OPENAI_BASE_URL: `http://127.0.0.1:${this.model.port}/v1`,
      OPENAI_API_KEY: "lab-key",
      MODEL: "lab-model",
      CHROME_PATH: findBrowser() ?? "",
      ...own,
      ...Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, this.fill(value)])),
    };
  }

  /** Start a program in a folder. It ends with the stage. */
  start(
    { vars, args }: Command,
    { cwd, log, onPrint, environment = this.setup.environment }: Start,
  ): Running {
    const running = startProcess(args, {
      cwd,
      env: this.variables(vars, environment),
      logFile: join(this.dir, log),
      ...(onPrint ? { onPrint } : {}),
    });
    this.atEnd(() => running.stop());
    return running;
  }

  /** Do this when the run is over, whatever happens. */
  atEnd(action: () => Promise<void>): void {
    this.endings.push(action);
  }

  /** End all that was started, and leave nothing behind. */
  async end(): Promise<void> {
    await Promise.all(this.endings.map((action) => action()));
    await this.model.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** Make a stage; the one who asks for it ends it. */
export async function prepare(setup: Setup): Promise<Stage> {
  const clock = new Clock();
  const model = await startModel(setup.model, clock.now);
  const port = setup.port ?? (await freePort());
  const dir = mkdtempSync(join(tmpdir(), "lastbyte-"));
  cpSync(setup.folder, join(dir, WORK), { recursive: true, filter: (path) => !path.includes("__pycache__") });
  if (isOfNode(setup.environment))
    symlinkSync(resolve(modulesOf(setup.environment)), join(dir, WORK, "node_modules"));
  for (const [name, text] of Object.entries(setup.instead ?? {})) writeFileSync(join(dir, WORK, name), text);
  mkdirSync(join(dir, HOME));
  return new Stage(setup, dir, port, model, clock);
}
