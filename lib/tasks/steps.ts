/** How a task runs its steps: one line each, with its seconds; what a tool said is shown when it fails. */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A step that did not pass: what was found, and one sentence on what to do. */
export class StepFailed extends Error {
  constructor(
    readonly advice: string,
    readonly found = "",
    readonly code = 1,
    readonly failures = 1,
  ) {
    super(advice);
  }
}

/** What a step hands back when it passes. */
export interface Passed {
  note?: string;
  tests?: number;
}

/** The path of a package's command, so that no shell and no `npx` is needed. */
function commandOf(name: string, command: string): string {
  const { bin } = JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === "string" ? bin : bin[command];
  if (file === undefined) throw new Error(`${name} has no command ${command}`);
  return join("node_modules", name, file);
}

export interface ToolOptions {
  command?: string;
  env?: Record<string, string>;
  loud?: boolean;
}

/** Run a program; it resolves with its exit code and what it said. `loud` shows its output as it comes. */
export function program(
  file: string,
  args: readonly string[],
  { env = {}, loud = false }: ToolOptions = {},
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ["ignore", loud ? "inherit" : "pipe", loud ? "inherit" : "pipe"],
      env: { ...process.env, ...env },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => said.push(chunk));
    // A run that is ended takes its tool with it.
    const end = (signal: NodeJS.Signals) => {
      child.kill(signal);
      process.exit(signal === "SIGINT" ? 130 : 143);
    };
    process.on("SIGINT", end).on("SIGTERM", end);
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGINT", end).off("SIGTERM", end);
      resolve({ code: code ?? 1, said: Buffer.concat(said).toString("utf8").trim() });
    });
  });
}

/** Run the command of an installed package. */
export function tool(
  name: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<{ code: number; said: string }> {
  return program(process.execPath, [commandOf(name, options.command ?? name), ...args], options);
}

/** Run a tool that has to end well. */
export async function mustPass(
  run: Promise<{ code: number; said: string }>,
  advice: string,
): Promise<string> {
  const { code, said } = await run;
  if (code !== 0) throw new StepFailed(advice, said, code);
  return said;
}

/** A list of problems is a failure, and no problem is a pass. */
export function noProblems(problems: readonly string[], advice: string): void {
  if (problems.length > 0) throw new StepFailed(advice, problems.join("\n"), 1, problems.length);
}

/** The steps of one run, counted. */
export class Steps {
  passed = 0;
  failed = 0;
  skipped = 0;
  code = 0;

  /** @returns whether the step passed; a bug in the step itself is thrown on */
  async run(
    name: string,
    what: string,
    action: () => Promise<Passed | undefined> | Passed | undefined,
  ): Promise<boolean> {
    const start = performance.now();
    const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
    try {
      const { note, tests = 1 } = (await action()) ?? {};
      this.passed += tests;
      console.log(`${name}: ${note ?? what}, ${seconds()}`);
      return true;
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
      this.failed += error.failures;
      this.code ||= error.code;
      console.log(`${name}: FAILED (${what}), ${seconds()}`);
      if (error.found) console.log(error.found.replace(/^/gm, "  "));
      console.log(`${name}: ${error.advice}`);
      return false;
    }
  }

  /** Say what does not run here and why; it counts as neither passed nor failed. */
  skip(name: string, why: string): void {
    this.skipped += 1;
    console.log(`${name}: SKIPPED, ${why}`);
  }

  /** The closing line, and the exit code of the process. */
  close(): void {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : "";
    console.log(`\n${this.passed} passed, ${this.failed} failed${skipped}`);
    process.exitCode = this.failed > 0 ? this.code || 1 : 0;
  }
}

/** The folder for what a run leaves behind for the next; not part of the repository. */
export function cache(name: string): string {
  mkdirSync(".cache", { recursive: true });
  return join(".cache", name);
}
