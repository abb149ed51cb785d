/** One side of one claim, run for real: model server, program, proxy, callers; then everything is ended and what was seen is handed over. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Claim, Side } from "../../../lib/content/proof-schema";
import { listen, type Call } from "../client";
import type { Run } from "../judge";
import { piecesOf, runOf, startModel } from "../model/server";
import { binOf } from "./environments";
import { labProxy, startFront } from "./front";
import { freePort, ready, startProgram, type Program } from "./process";

/** What telemetry and proxies of the machine would add. */
const QUIET = {
  CREWAI_DISABLE_TELEMETRY: "true", CREWAI_TRACING_ENABLED: "false", OTEL_SDK_DISABLED: "true", ANONYMIZED_TELEMETRY: "false", LANGSMITH_TRACING: "false", DO_NOT_TRACK: "1",
  PYTHONUNBUFFERED: "1", PYTHONDONTWRITEBYTECODE: "1", NO_COLOR: "1", COLUMNS: "200", no_proxy: "*", NO_PROXY: "*",
};

export interface Setting {
  /** Folder whose files are run, as the site shows them. */
  folder: string;
  environment: string;
  /** The command as the page shows it, for one side. */
  command: string;
  /** A port in that command, and `null` for a program that listens on none. */
  port: string | null;
}

/** `A=1 B=2 program args` as environment and program. */
function parsed(command: string): { vars: Record<string, string>; args: string[] } {
  const parts = command.split(/\s+/);
  const vars: Record<string, string> = {};
  while (parts[0] !== undefined && /^[A-Z][A-Z0-9_]*=/.test(parts[0])) {
    const [name, ...value] = parts.shift()?.split("=") ?? [];
    vars[name ?? ""] = value.join("=");
  }
  return { vars, args: parts };
}

const words = (claim: Claim) => { const script = claim.model.at(-1); return script ? piecesOf(script, "a").length : 0; };

/** Run one side. Throws one sentence when something could not be started; a claim that fails is no error here. */
export async function runSide(setting: Setting, claim: Claim, keepLogs: (dir: string) => void): Promise<Run> {
  const dir = mkdtempSync(join(tmpdir(), "lastbyte-"));
  const work = join(dir, "work");
  cpSync(setting.folder, work, { recursive: true, filter: (path) => !path.includes("__pycache__") });
  mkdirSync(join(dir, "home"));
  let begun = performance.now();
  const clock = () => Math.round(performance.now() - begun) / 1000;
  const model = await startModel(claim.model, clock);
  const port = await freePort();
  const programs: Program[] = [];
  const values: Record<string, string> = { port: String(port), dir: work, model: `http://127.0.0.1:${model.port}/v1`, url: `http://127.0.0.1:${port}` };
  const put = (text: string) => text.replaceAll(/\{(port|dir|model|url)\}/g, (_, name: string) => values[name] ?? "");
  const { vars, args } = parsed(put(claim.run ?? (setting.port === null ? setting.command : setting.command.replaceAll(setting.port, String(port)))));
  const env = {
    PATH: `${binOf(setting.environment)}:${process.env["PATH"] ?? ""}`, LANG: "C.UTF-8", HOME: join(dir, "home"), TMPDIR: dir, ...QUIET,
    OPENAI_BASE_URL: `http://127.0.0.1:${model.port}/v1`, OPENAI_API_KEY: "lab-key", MODEL: "lab-model", ...vars,
    ...Object.fromEntries(Object.entries(claim.vars).map(([name, value]) => [name, put(value)])),
  };
  const start = () => startProgram(args, { cwd: work, env, logFile: join(dir, "program.log") });
  try {
    let program = start();
    programs.push(program);
    const calls: Call[] = [];
    let log = "";
    if (setting.port === null) {
      begun = performance.now();
      await Promise.race([program.ended, new Promise((resolve) => { setTimeout(resolve, (claim.asks[0]?.patience ?? 30) * 1000); })]);
    } else {
      await ready(args[0] ?? "the program", program, port);
      const proxy = claim.through ? labProxy(claim.through.proxy) : null;
      const front = proxy && claim.through ? await startFront(proxy.program, proxy.text, claim.through.values, port, join(dir, "front")) : null;
      if (front) programs.push(front.program);
      begun = performance.now();
      const timers: NodeJS.Timeout[] = [];
      if (claim.stopAt !== undefined) timers.push(setTimeout(() => { program.signal("SIGTERM"); }, claim.stopAt * 1000));
      if (claim.restartAt !== undefined) timers.push(setTimeout(() => {
        program.signal("SIGKILL");
        void program.ended.then(() => { program = start(); programs.push(program); });
      }, claim.restartAt * 1000));
      calls.push(...await Promise.all(claim.asks.map((ask) => listen(`http://127.0.0.1:${front && !ask.direct ? front.port : port}`, ask, clock))));
      timers.forEach(clearTimeout);
      if (front) { await front.program.stop(); log += front.program.log(); }
    }
    // A moment for what ends with the caller: tasks that are cancelled, calls that are closed.
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    const called = model.called();
    const exit = program.exit();
    await program.stop();
    const printed = program.log();
    log += printed;
    const first = calls[0]?.heard.at ?? 0;
    const script = claim.model.at(-1);
    const total = claim.model.reduce((sum, one) => sum + runOf(one), 0);
    const side: Side = { heard: calls.map(({ heard }) => heard), called, log: [], exit };
    return { calls, side, log, printed, model: { first, last: script ? first + total : first, words: words(claim) } };
  } catch (error) {
    keepLogs(dir);
    throw error;
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    await model.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
