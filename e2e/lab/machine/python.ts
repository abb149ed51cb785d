/** Python and `uv`, which make the environments. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { LabError } from "../base/error";
import { CACHE } from "./cache";
import { FOLDER, listOf, lockOf, markOf, PYTHON, pythonOf } from "./locks";
import { pythonProgram } from "./other-python";

const run = promisify(execFile);
/** The one tool that is not in a lock file, as it reads them. */
const UV = "uv==0.13.9";
const LONG_OUTPUT = 1e8;

/** The last lines of what a program said when it failed, as one sentence. */
const lastOf = (error: unknown): string => {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr?.trim() || message).split("\n").slice(-3).join(" ");
};

/** @throws LabError when this machine has no such Python */
async function mustFind(wanted: string): Promise<string> {
  const found = await pythonProgram(wanted);
  if (found !== null) return found;
  throw new LabError(
    `The lab needs Python ${wanted}, and finds none: install it, or put it on the PATH as python${wanted}.`,
  );
}

async function uvProgram(python: string): Promise<string> {
  const home = join(CACHE, "uv");
  const uv = join(home, "bin", "uv");
  if (existsSync(uv)) return uv;
  await run(python, ["-m", "venv", home]).catch((error: unknown) => {
    throw new LabError(
      `A Python environment could not be made; on Debian this needs python3-venv. ${lastOf(error)}`,
    );
  });
  const install = ["install", "--quiet", "--disable-pip-version-check", UV];
  await run(join(home, "bin", "pip"), install).catch((error: unknown) => {
    throw new LabError(`${UV} could not be installed; is there a network? ${lastOf(error)}`);
  });
  return uv;
}

/** A Python that makes environments, found once. */
export interface Maker {
  /** Make an environment in a folder, with exactly what its lock file has. */
  make: (environment: string, home: string) => Promise<void>;
  /**
   * Write a lock file: the versions stay where they still fit; with `renew`, all are the newest that fit each
   * other.
   */
  lock: (environment: string, renew: boolean) => Promise<void>;
}

/** @throws LabError when this machine has no Python that fits */
export async function findMaker(): Promise<Maker> {
  const python = await mustFind(PYTHON);
  const uv = await uvProgram(python);
  const call = (args: readonly string[], cwd = ".") => run(uv, [...args], { cwd, maxBuffer: LONG_OUTPUT });
  const failed = (file: string, what: string) => (error: unknown) => {
    throw new LabError(`${file} could not be ${what}; is there a network? ${lastOf(error)}`);
  };
  return {
    make: async (environment, home) => {
      const lock = lockOf(environment);
      const own = ["--python", join(home, "bin", "python")];
      const sync = ["pip", "sync", "--quiet", "--require-hashes", "--compile-bytecode"];
      const its = await mustFind(pythonOf(environment));
      await call(["venv", "--quiet", "--python", its, home]).catch(failed(lock, "installed"));
      await call([...sync, ...own, lock]).catch(failed(lock, "installed"));
    },
    lock: async (environment, renew) => {
      const lock = lockOf(environment);
      const compile = ["pip", "compile", "--quiet", "--python-version", pythonOf(environment)];
      const how = ["--generate-hashes", "--no-header", ...(renew ? ["--upgrade"] : [])];
      // In the folder, as a lock names the list that brought each package.
      const files = ["-o", `${environment}.txt`, `${environment}.in`];
      await call([...compile, ...how, ...files], FOLDER).catch(failed(listOf(environment), "locked"));
      writeFileSync(lock, markOf(environment) + readFileSync(lock, "utf8"));
    },
  };
}
