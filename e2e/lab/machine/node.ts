/** Environments of Node: made by npm from their lock files. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { LabError } from "../base/error";
import type { Maker } from "./python";
import { listOf, lockOf } from "./locks";

const run = promisify(execFile);
const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

const npm = (args: readonly string[], cwd: string, file: string, what: string): Promise<unknown> =>
  run("npm", [...args, ...QUIET], { cwd }).catch((error: unknown) => {
    const { stderr = "" } = error as { stderr?: string };
    throw new LabError(
      `${file} could not be ${what}; is there a network? ${stderr.trim().split("\n").slice(-3).join(" ")}`,
    );
  });

/** No script of a package is run, and the lock names no registry. */
export const nodeMaker: Maker = {
  make: async (environment, home) => {
    mkdirSync(home, { recursive: true });
    for (const file of [listOf(environment), lockOf(environment)])
      copyFileSync(file, join(home, file.endsWith("lock.json") ? "package-lock.json" : "package.json"));
    await npm(["ci"], home, lockOf(environment), "installed");
  },
  lock: async (environment, renew) => {
    const how = ["--package-lock-only", "--omit-lockfile-registry-resolved"];
    await npm(
      [renew ? "update" : "install", ...how],
      dirname(listOf(environment)),
      listOf(environment),
      "locked",
    );
  },
};
