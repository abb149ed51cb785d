/** Python environments of the lab: made from lock files with `uv`, kept in `.cache/lab`, made anew when their lock file changes. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { sleep } from "../sleep";

const run = promisify(execFile);
export const CACHE = resolve(".cache/lab");
const LOCKS = "e2e/lab/envs";
/** The one tool that is not in a lock file, as it reads them. */
const UV = "uv==0.13.9";
/** What the locks are made for; the frameworks of the lab all run on it. */
const PYTHON = "3.11";

export class LabError extends Error {}

export const environments = (): string[] =>
  readdirSync(LOCKS)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.slice(0, -4))
    .sort();
export const binOf = (environment: string): string => join(CACHE, "envs", environment, "bin");

async function pythonProgram(): Promise<string> {
  for (const name of [`python${PYTHON}`, "python3", "python"]) {
    const version = await run(name, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
    if (version === PYTHON) return name;
  }
  throw new LabError(
    `The lab needs Python ${PYTHON}, and finds none: install it, or put it on the PATH as python${PYTHON}.`,
  );
}

async function uvProgram(python: string): Promise<string> {
  const home = join(CACHE, "uv");
  const uv = join(home, "bin", "uv");
  if (!existsSync(uv)) {
    await run(python, ["-m", "venv", home]).catch((error: unknown) => {
      throw new LabError(
        `A Python environment could not be made (on Debian, the package python3-venv is needed): ${(error as Error).message.split("\n")[0]}`,
      );
    });
    await run(join(home, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", UV]).catch(
      (error: unknown) => {
        throw new LabError(
          `${UV} could not be installed; is there a network? ${(error as Error).message.split("\n").slice(-2).join(" ")}`,
        );
      },
    );
  }
  return uv;
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Two labs on one machine must not write the same environments at once: the second waits for the first. */
async function alone(action: () => Promise<void>): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const lock = join(CACHE, "installing");
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch {
      const owner = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
      if (owner > 0 && alive(owner)) await sleep(0.5);
      else rmSync(lock, { force: true });
    }
  }
  await action().finally(() => {
    rmSync(lock, { force: true });
  });
}

/** Make the environments that are missing or out of date. */
export const prepareEnvironments = (names: readonly string[], say: (line: string) => void): Promise<void> =>
  alone(() => prepare(names, say));

async function prepare(names: readonly string[], say: (line: string) => void): Promise<void> {
  const python = await pythonProgram();
  const uv = await uvProgram(python);
  for (const name of names) {
    const lock = join(LOCKS, `${name}.txt`);
    const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
    const home = join(CACHE, "envs", name);
    const stamp = join(home, "lock.sha256");
    if (existsSync(join(home, "bin", "python")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash)
      continue;
    const begun = Date.now();
    rmSync(home, { recursive: true, force: true });
    const failed = (error: unknown) => {
      throw new LabError(
        `The environment ${name} could not be installed from ${lock}: ${(error as { stderr?: string }).stderr?.trim().split("\n").slice(-3).join(" ") ?? String(error)}`,
      );
    };
    await run(uv, ["venv", "--quiet", "--python", python, home]).catch(failed);
    await run(
      uv,
      [
        "pip",
        "sync",
        "--quiet",
        "--require-hashes",
        "--compile-bytecode",
        "--python",
        join(home, "bin", "python"),
        lock,
      ],
      { maxBuffer: 1e8 },
    ).catch(failed);
    writeFileSync(stamp, hash);
    say(`environment ${name}: installed, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  }
}

/** Write the lock files anew with the newest versions that fit each other. */
export async function updateLocks(say: (line: string) => void): Promise<void> {
  const uv = await uvProgram(await pythonProgram());
  for (const name of environments()) {
    await run(uv, [
      "pip",
      "compile",
      "--quiet",
      "--upgrade",
      "--python-version",
      PYTHON,
      "--generate-hashes",
      "--no-header",
      "-o",
      join(LOCKS, `${name}.txt`),
      join(LOCKS, `${name}.in`),
    ]);
    say(`environment ${name}: locked`);
  }
}

/** Version of a package in a lock file, or null. */
export function lockedVersion(environment: string, name: string): string | null {
  const bare = name.replace(/\[.*\]$/, "").toLowerCase();
  return (
    new RegExp(`^${bare.replaceAll("-", "[-_]")}(?:\\[[^\\]]*\\])?==(\\S+)`, "im").exec(
      readFileSync(join(LOCKS, `${environment}.txt`), "utf8"),
    )?.[1] ?? null
  );
}
