/**
 * Interpreters that have read the packages of an environment, one for each: what they become starts in a moment, where reading
 * a framework takes seconds of the processor.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import { sendSignal, type Asked, type Child } from "./child";

const PROGRAM = resolve("e2e/lab/machine/warm.py");
const IMPORTED = /^(?:from\s+([\w.]+)\s+import|import\s+([\w., ]+))/gm;

/** Others may be waiting before it, each for packages that take ten seconds on a busy machine. */
const BEGINS_WITHIN_MS = 120_000;

interface Interpreter {
  process: ChildProcess;
  gone: Promise<unknown>;
}

const interpreters = new Map<string, Interpreter>();

/** The interpreter of an environment; it ends with this process. */
function interpreterOf(python: string, env: Asked["env"]): Interpreter {
  const known = interpreters.get(python);
  if (known && known.process.exitCode === null && known.process.signalCode === null) return known;
  const started = spawn(python, [PROGRAM], {
    env: env as NodeJS.ProcessEnv,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Whatever becomes of it is told by its end.
  started.stdin.on("error", () => undefined);
  const gone = new Promise((done) => started.once("error", done).once("close", done));
  const interpreter = { process: started, gone };
  interpreters.set(python, interpreter);
  return interpreter;
}

/** End them all. */
export function coolDown(): void {
  for (const { process: one } of interpreters.values()) one.kill("SIGKILL");
  interpreters.clear();
}

/** Packages that the programs of a folder import as they begin, and no module of the folder itself. */
function importedIn(folder: string): string[] {
  const programs = readdirSync(folder).filter((file) => file.endsWith(".py"));
  const named = programs.flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(IMPORTED)].flatMap(([, from, names = ""]) =>
      (from ?? names).split(",").map((name) => name.trim().split(/\s/)[0] ?? ""),
    ),
  );
  return [...new Set(named)].filter(
    (name) => name !== "" && !name.startsWith(".") && !programs.includes(`${name.split(".")[0]}.py`),
  );
}

/** Options with which a server starts interpreters of its own. */
const SEVERAL = ["--workers", "--reload"];

/** The script that a command runs in the environment's own Python, with its arguments; null for any other command. */
function scriptOf(file: string, args: readonly string[], bin: string): string[] | null {
  if (SEVERAL.some((option) => args.includes(option))) return null;
  if (file === "uvicorn" && existsSync(join(bin, file))) return [join(bin, file), ...args];
  return file === "python" && args[0]?.endsWith(".py") === true ? [...args] : null;
}

interface Lines {
  control: Socket;
  output: Socket;
  errors: Socket;
}

/** The connections of a program, to a socket that goes once they stand. */
async function linesOf(path: string): Promise<Lines> {
  const server = createServer().unref();
  await once(server.listen(path), "listening");
  return new Promise((done) => {
    const found = new Map<string, Socket>();
    server.on("connection", (socket) => {
      socket.on("error", () => undefined);
      socket.once("readable", () => {
        found.set(String(socket.read(1)), socket);
        const [control, output, errors] = [found.get("c"), found.get("o"), found.get("e")];
        if (!control || !output || !errors) return;
        server.close();
        done({ control, output, errors });
      });
    });
  });
}

/** What control says: the id of the process, then its exit code, or an empty line. */
async function* saidOn(control: Socket): AsyncGenerator<string> {
  let left = "";
  for await (const part of control) {
    const lines = (left + String(part)).split("\n");
    left = lines.pop() ?? "";
    yield* lines;
  }
}

/** Resolves once a program should have begun long ago and has not. */
const tooLate = (asked: Promise<unknown>): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, BEGINS_WITHIN_MS);
    void asked.then(() => {
      clearTimeout(timer);
    });
  });

/** A program as the others see it, whether or not it has begun. */
function childOf(asked: Promise<Lines>, interpreter: Interpreter): Child {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  // What still comes once the interpreter is lost.
  for (const stream of [stdout, stderr]) stream.on("error", () => undefined);
  const state: { pid?: number; exit?: number; waiting: [group: boolean, name: NodeJS.Signals][] } = {
    waiting: [],
  };
  const send = (group: boolean, name: NodeJS.Signals) => {
    if (state.pid === undefined) state.waiting.push([group, name]);
    else sendSignal(group ? -state.pid : state.pid, name);
  };
  const follow = async ({ control, output, errors }: Lines) => {
    const closed = Promise.allSettled([finished(output.pipe(stdout)), finished(errors.pipe(stderr))]);
    for await (const line of saidOn(control)) {
      if (state.pid === undefined) {
        state.pid = Number(line);
        state.waiting.forEach(([group, name]) => {
          send(group, name);
        });
      } else if (line !== "") state.exit = Number(line);
    }
    await closed;
    return { exit: state.exit ?? null };
  };
  const lost = Promise.race([interpreter.gone, tooLate(asked)]).then(() => {
    stdout.end();
    stderr.end();
    return { exit: null, problem: "No interpreter has become this program.\n" };
  });
  return {
    stdout,
    stderr,
    signalGroup: (name) => {
      send(true, name);
    },
    signal: (name) => {
      send(false, name);
    },
    ended: Promise.race([asked.then(follow), lost]),
  };
}

let programs = 0;

/**
 * Start a program of Python in an interpreter that has read its packages already.
 * @returns null where the command is none, or the system has not what it takes
 */
export function warmed(file: string, args: readonly string[], { cwd, env }: Asked): Child | null {
  const bin = env["PATH"]?.split(":")[0] ?? "";
  const python = join(bin, "python");
  const argv = scriptOf(file, args, bin);
  if (argv === null || process.platform !== "linux" || !existsSync(python)) return null;
  programs += 1;
  const socket = join(tmpdir(), `program-${process.pid}-${programs}`);
  const lines = linesOf(socket);
  const interpreter = interpreterOf(python, env);
  interpreter.process.stdin?.write(
    `${JSON.stringify({ argv, cwd, env, socket, modules: importedIn(cwd) })}\n`,
  );
  return childOf(lines, interpreter);
}
