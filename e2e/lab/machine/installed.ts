/**
 * Programs of the lab on this machine: found, or installed by Debian's package manager where that is
 * possible.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { LabError } from "../base/error";
import type { Program } from "../programs/program";
import { binOf } from "./environments";
import { lockedVersion } from "./locks";

const run = promisify(execFile);
const LONG_OUTPUT = 1e8;

/** Environments that bring these programs. */
export const environmentsFor = (programs: readonly Program[]): string[] =>
  programs.flatMap(({ from }) => ("environment" in from ? [from.environment] : []));

function find({ name, from }: Program): string | null {
  const paths = "environment" in from ? [join(binOf(from.environment), from.file ?? name)] : from.paths;
  return paths.find((path) => existsSync(path)) ?? null;
}

/** @throws LabError when it is not installed */
export function pathOf(program: Program): string {
  const path = find(program);
  if (path === null) throw new LabError(`${program.name} is not installed.`);
  return path;
}

async function installWithApt(packages: readonly string[], say: (line: string) => void): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const told = (error: unknown) => {
    say((error as { stderr?: string }).stderr?.trim().split("\n").slice(-3).join("\n") ?? String(error));
  };
  say(`installing ${packages.join(", ")} with apt-get`);
  await run("apt-get", ["-qq", "update"], { env }).catch(told);
  const install = ["-qq", "install", "-y", "--no-install-recommends", ...packages];
  await run("apt-get", install, { env, maxBuffer: LONG_OUTPUT }).catch(told);
}

/** Find the programs, and install what is missing where this is Debian and the user is root. */
export async function preparePrograms(
  programs: readonly Program[],
  say: (line: string) => void,
): Promise<void> {
  const missing = programs.filter((program) => find(program) === null);
  const packages = missing.flatMap(({ from }) => ("debian" in from ? [from.debian] : []));
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"))
    await installWithApt(packages, say);
  const still = missing.filter((program) => find(program) === null).map(({ name }) => name);
  if (still.length > 0)
    throw new LabError(
      `The lab needs ${still.join(", ")}, and cannot install it here: do so with your package manager, and run this again.`,
    );
}

function lockedOf({ name, from }: Program, of: string): string {
  const version = "environment" in from ? lockedVersion(from.environment, of) : null;
  if (version === null) throw new LabError(`No lock says the version of ${name}.`);
  return version;
}

/** The version that a program gives for itself, or that its environment was locked with. */
export async function versionOf(program: Program): Promise<string> {
  if ("package" in program.version) return lockedOf(program, program.version.package);
  const { args, pattern } = program.version;
  const { stdout, stderr } = await run(pathOf(program), [...args]);
  const found = pattern.exec(stdout + stderr)?.[1];
  if (found === undefined)
    throw new LabError(`${program.name} does not say its version: ${(stdout + stderr).slice(0, 80)}`);
  return found;
}
