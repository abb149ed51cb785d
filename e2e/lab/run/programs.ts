/** Programs of the lab that are no Python packages: found on the machine, or installed by Debian's package manager where that is possible. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { binOf, LabError } from "./environments";

const run = promisify(execFile);

interface Known {
  paths: readonly string[];
  debian: string | null;
  version: (path: string) => [string, string[]];
  pattern: RegExp;
}

/** Where each program is looked for, its Debian package, and how it tells its version. */
const PROGRAMS = {
  nginx: {
    paths: ["/usr/sbin/nginx", "/usr/local/nginx/sbin/nginx", "/opt/homebrew/bin/nginx"],
    debian: "nginx",
    version: (path) => [path, ["-v"]],
    pattern: /nginx\/(\S+)/,
  },
  haproxy: {
    paths: ["/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/opt/homebrew/bin/haproxy"],
    debian: "haproxy",
    version: (path) => [path, ["-v"]],
    pattern: /version (\d[\d.]*)/,
  },
  apache: {
    paths: ["/usr/sbin/apache2", "/usr/sbin/httpd"],
    debian: "apache2",
    version: (path) => [path, ["-v"]],
    pattern: /Apache\/(\S+)/,
  },
  caddy: {
    paths: ["/usr/bin/caddy", "/usr/local/bin/caddy", "/opt/homebrew/bin/caddy"],
    debian: "caddy",
    version: (path) => [path, ["version"]],
    pattern: /v?(\d+\.\d+\.\d+)/,
  },
  varnish: {
    paths: ["/usr/sbin/varnishd"],
    debian: "varnish",
    version: (path) => [path, ["-V"]],
    pattern: /varnish-(\S+)/,
  },
  systemd: {
    paths: ["/usr/bin/systemd-analyze"],
    debian: "systemd",
    version: (path) => [path, ["--version"]],
    pattern: /systemd (\d+)/,
  },
  envoy: {
    paths: [],
    debian: null,
    version: (path) => [path, ["--version"]],
    pattern: /\/(\d+\.\d+\.\d+)[-/]/,
  },
} satisfies Record<string, Known>;
export type ProgramName = keyof typeof PROGRAMS;
export const isProgram = (name: string): name is ProgramName => name in PROGRAMS;

export function pathOf(name: ProgramName): string | null {
  // Newer than Debian's, or not in Debian at all.
  if (name === "envoy" || name === "caddy") {
    const path = join(binOf("tools"), name);
    if (existsSync(path)) return path;
  }
  return PROGRAMS[name].paths.find((path) => existsSync(path)) ?? null;
}

/** Find the programs, and install what is missing where this is Debian and the user is root. */
export async function preparePrograms(
  names: readonly ProgramName[],
  say: (line: string) => void,
): Promise<void> {
  const missing = names.filter((name) => pathOf(name) === null);
  const packages = missing.flatMap((name) => PROGRAMS[name].debian ?? []);
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    say(`installing ${packages.join(", ")} with apt-get`);
    const told = (error: unknown) => {
      say((error as { stderr?: string }).stderr?.trim().split("\n").slice(-3).join("\n") ?? String(error));
    };
    await run("apt-get", ["-qq", "update"], { env }).catch(told);
    await run("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...packages], {
      env,
      maxBuffer: 1e8,
    }).catch(told);
  }
  const still = names.filter((name) => pathOf(name) === null);
  if (still.length > 0)
    throw new LabError(
      `The lab needs ${still.join(", ")}, and cannot install it here: install it with your package manager, then run this again.`,
    );
}

/** The version that a program gives for itself. */
export async function versionOf(name: ProgramName): Promise<string> {
  const path = pathOf(name);
  if (path === null) throw new LabError(`${name} is not installed.`);
  const [file, args] = PROGRAMS[name].version(path);
  const { stdout, stderr } = await run(file, args);
  const found = PROGRAMS[name].pattern.exec(stdout + stderr)?.[1];
  if (found === undefined)
    throw new LabError(`${name} does not say its version: ${(stdout + stderr).slice(0, 80)}`);
  return found;
}
