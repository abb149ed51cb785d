/** One side of one claim, run for real: model server, program, proxy, callers; then everything is ended and what was seen is handed over. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Claim, Side } from "../../../lib/content/proof-schema";
import { startBrowser, type LabBrowser } from "../browser/browser";
import { listen, listenToPrinted, type Call } from "../client";
import type { Run } from "../judge";
import { runOf, startModel, textOf } from "../model/server";
import { wordsIn } from "../model/words";
import { sleep } from "../sleep";
import { binOf } from "./environments";
import { labProxy, startFront } from "./front";
import { freePort, ready, startProgram, type Program } from "./process";

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
  NO_COLOR: "1",
  COLUMNS: "200",
  no_proxy: "*",
  NO_PROXY: "*",
};

export interface Setting {
  /** Folder whose files are run, as the site shows them. */
  folder: string;
  environment: string;
  /** The command as the page shows it, for one side. */
  command: string;
  /** A port in that command, and `null` for a program that listens on none. */
  port: string | null;
  /** A port that is chosen already, as it stands in a file. */
  at?: number;
  /** A config of the site in front, with the signal that its program gets. */
  front?: {
    program: string;
    text: string;
    values: Readonly<Record<string, string>>;
    signal?: { at: number; name: NodeJS.Signals };
  };
}

interface Command {
  vars: Record<string, string>;
  args: string[];
}

/** `A=1 B=2 program args` as environment and program. */
function parsed(command: string): Command {
  const parts = command.split(/\s+/);
  const vars: Record<string, string> = {};
  while (parts[0] !== undefined && /^[A-Z][A-Z0-9_]*=/.test(parts[0])) {
    const [name, ...value] = parts.shift()?.split("=") ?? [];
    vars[name ?? ""] = value.join("=");
  }
  return { vars, args: parts };
}

/** The answer that the first caller should get. */
const answerOf = (claim: Claim): string => {
  const script = claim.model.at(-1);
  return script ? textOf(script, "a") : "";
};

/** A claim that says how a program exits may be about a server that refuses to start. */
const mayEnd = ({ shows, gives }: Claim): boolean =>
  [...shows, ...gives].some(({ sign }) => sign === "exits");

/** Files that a claim speaks of, as bytes of text. */
function filesOf(claim: Claim, work: string): Record<string, string> {
  const names = [...claim.shows, ...claim.gives].flatMap((sign) =>
    sign.sign === "file" && existsSync(join(work, sign.name)) ? [sign.name] : [],
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(work, name), "latin1")]));
}

/** Run one side. Throws one sentence when something could not be started; a claim that fails is no error here. */
export async function runSide(setting: Setting, claim: Claim, keepLogs: (dir: string) => void): Promise<Run> {
  const dir = mkdtempSync(join(tmpdir(), "lastbyte-"));
  const work = join(dir, "work");
  cpSync(setting.folder, work, { recursive: true, filter: (path) => !path.includes("__pycache__") });
  mkdirSync(join(dir, "home"));
  let begun = performance.now();
  const clock = () => Math.round(performance.now() - begun) / 1000;
  const model = await startModel(claim.model, clock);
  const port = setting.at ?? (await freePort());
  const programs: Program[] = [];
  let browser: LabBrowser | null = null;
  const values: Record<string, string> = {
    port: String(port),
    dir: work,
    model: `http://127.0.0.1:${model.port}/v1`,
    url: `http://127.0.0.1:${port}`,
  };
  const put = (text: string) =>
    text.replaceAll(/\{(port|dir|model|url)\}/g, (_, name: string) => values[name] ?? "");
  // `worker & server`: both run side by side, and the last one is the one that is asked.
  const commands = put(
    claim.run ??
      (setting.port === null ? setting.command : setting.command.replaceAll(setting.port, String(port))),
  )
    .split(/\s+&\s+/)
    .map(parsed);
  const environment = (vars: Command["vars"]) => ({
    PATH: `${binOf(setting.environment)}:${process.env["PATH"] ?? ""}`,
    LANG: "C.UTF-8",
    HOME: join(dir, "home"),
    TMPDIR: dir,
    ...QUIET,
    OPENAI_BASE_URL: `http://127.0.0.1:${model.port}/v1`,
    OPENAI_API_KEY: "lab-key",
    MODEL: "lab-model",
    ...vars,
    ...Object.fromEntries(Object.entries(claim.vars).map(([name, value]) => [name, put(value)])),
  });
  const start = (
    { vars, args }: Command,
    cwd: string,
    logFile: string,
    onPrint?: (part: Buffer) => void,
  ): Program => {
    const program = startProgram(args, {
      cwd,
      env: environment(vars),
      logFile: join(dir, logFile),
      ...(onPrint ? { onPrint } : {}),
    });
    programs.push(program);
    return program;
  };
  let together: Program[] = [];
  /** Start the programs of the command; gives the one that is asked. */
  const startOwn = (some: readonly Command[], onPrint?: (part: Buffer) => void): Program => {
    const started = some.map((command) => start(command, work, "program.log", onPrint));
    const program = started.at(-1);
    if (!program) throw new Error("The claim has no command.");
    together = started;
    return program;
  };
  try {
    const calls: Call[] = [];
    let log = "";
    let program: Program;
    if (setting.port === null || claim.serve !== undefined) {
      const app =
        claim.serve === undefined
          ? null
          : start(parsed(`uvicorn ${claim.serve}:app --port ${port}`), resolve("e2e/lab/apps"), "app.log");
      if (app) await ready("the app that the program asks", app, port);
      begun = performance.now();
      const printed = listenToPrinted("a", clock);
      program = startOwn(commands, printed.take);
      const patience = new Promise<null>((over) => {
        setTimeout(over, (claim.asks[0]?.patience ?? 30) * 1000, null).unref();
      });
      calls.push(printed.over(await Promise.race([program.ended, patience])));
    } else {
      program = startOwn(commands);
      await ready(commands.at(-1)?.args[0] ?? "the program", program, port).catch((error: unknown) => {
        if (program.exit() === null || !mayEnd(claim)) throw error;
      });
      const proxy = claim.through ? labProxy(claim.through.proxy) : null;
      const own =
        setting.front ??
        (proxy && claim.through
          ? { program: proxy.program, text: proxy.text, values: claim.through.values }
          : null);
      const front = own
        ? await startFront(own.program, own.text, own.values, port, join(dir, "front"))
        : null;
      if (front) programs.push(front.program);
      if (claim.asks.some((ask) => ask.browser !== undefined)) browser = await startBrowser();
      const asked = await Promise.all(
        claim.asks.map(async (ask) => {
          const base = `http://127.0.0.1:${front && !ask.direct ? front.port : port}`;
          return { ask, base, page: ask.browser ? await browser?.open(base) : undefined };
        }),
      );
      begun = performance.now();
      const timers: NodeJS.Timeout[] = [];
      const signal = setting.front?.signal;
      if (signal)
        timers.push(
          setTimeout(() => {
            front?.program.signal(signal.name);
          }, signal.at * 1000),
        );
      if (claim.stopAt !== undefined)
        timers.push(
          setTimeout(() => {
            program.tell("SIGTERM");
          }, claim.stopAt * 1000),
        );
      if (claim.restartAt !== undefined)
        timers.push(
          setTimeout(() => {
            const killed = claim.restarts === "all" ? together : [program];
            killed.forEach((one) => {
              one.signal("SIGKILL");
            });
            void Promise.all(killed.map(({ ended }) => ended)).then(() => {
              program = startOwn(claim.restarts === "all" ? commands : commands.slice(-1));
            });
          }, claim.restartAt * 1000),
        );
      calls.push(...(await Promise.all(asked.map(({ ask, base, page }) => listen(base, ask, clock, page)))));
      timers.forEach(clearTimeout);
      if (front) {
        await front.program.stop();
        log += front.program.log();
      }
    }
    // A moment for what ends with the caller: tasks that are cancelled, calls that are closed.
    await sleep(claim.watch ?? 0.4);
    const called = model.called();
    const exit = program.exit();
    await program.stop();
    const printed = program.log();
    log += printed;
    // Frameworks load much at the first question: the model's run begins when it is asked.
    const first = called[0]?.at ?? calls[0]?.heard.at ?? 0;
    const script = claim.model.at(-1);
    const total = claim.model.reduce((sum, one) => sum + runOf(one), 0);
    const side: Side = { heard: calls.map(({ heard }) => heard), called, log: [], exit };
    const text = answerOf(claim);
    return {
      calls,
      side,
      log,
      printed,
      files: filesOf(claim, work),
      model: { first, last: script ? first + total : first, words: wordsIn(text, "a").length, text },
    };
  } catch (error) {
    keepLogs(dir);
    throw error;
  } finally {
    await browser?.close();
    await Promise.all(programs.map((program) => program.stop()));
    await model.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
