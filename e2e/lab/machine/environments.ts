/**
 * Environments of the lab, of Python and of Node: made from lock files, kept in `.cache/lab`, made anew when their lock file
 * changes.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sleep } from "../base/sleep";
import { CACHE } from "./cache";
import { environments, isOfNode, lockOf, unlocked } from "./locks";
import { nodeMaker } from "./node";
import { findMaker, type Maker } from "./python";

type Say = (line: string) => void;

const homeOf = (environment: string): string => join(CACHE, "envs", environment);
/** The packages of an environment of Node. */
export const modulesOf = (environment: string): string => join(homeOf(environment), "node_modules");
/** The folder of an environment's programs. */
export const binOf = (environment: string): string =>
  isOfNode(environment) ? join(modulesOf(environment), ".bin") : join(homeOf(environment), "bin");

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

/** Make an environment when it is missing or of another lock file. */
async function prepare(name: string, maker: Maker, say: Say): Promise<void> {
  const hash = createHash("sha256")
    .update(readFileSync(lockOf(name)))
    .digest("hex");
  const home = homeOf(name);
  const stamp = join(home, "lock.sha256");
  const stands =
    existsSync(isOfNode(name) ? modulesOf(name) : join(home, "bin", "python")) && existsSync(stamp);
  if (stands && readFileSync(stamp, "utf8") === hash) return;
  const begun = Date.now();
  rmSync(home, { recursive: true, force: true });
  await maker.make(name, home);
  writeFileSync(stamp, hash);
  say(`environment ${name}: installed, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}

/**
 * Make the environments that are missing or out of date; lock those first whose list of packages has changed.
 */
export const prepareEnvironments = (names: readonly string[], say: Say): Promise<void> =>
  alone(async () => {
    const python = await findMaker();
    const maker = (name: string) => (isOfNode(name) ? nodeMaker : python);
    for (const name of unlocked(names)) {
      await maker(name).lock(name, false);
      say(`environment ${name}: locked, as its list has changed`);
    }
    for (const name of names) await prepare(name, maker(name), say);
  });

/** Write all lock files anew with the newest versions that fit each other. */
export const updateLocks = (say: Say): Promise<void> =>
  alone(async () => {
    const python = await findMaker();
    for (const name of environments()) {
      await (isOfNode(name) ? nodeMaker : python).lock(name, true);
      say(`environment ${name}: locked`);
    }
  });
