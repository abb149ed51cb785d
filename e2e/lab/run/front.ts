/** A real proxy in front of the app, from a file of e2e/lab/proxies or from a config of the site. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LabError } from "./environments";
import { freePort, ready, startProgram, type Program } from "./process";
import { isProgram, pathOf, type ProgramName } from "./programs";

/** How each program is started in the foreground with one file; `check` is its own test of the syntax. */
const COMMANDS: Record<
  ProgramName,
  {
    file: string;
    start: (path: string, file: string, dir: string) => string[];
    check: (path: string, file: string, dir: string) => string[];
  }
> = {
  nginx: {
    file: "nginx.conf",
    start: (path, file, dir) => [path, "-p", dir, "-c", file, "-g", "daemon off;"],
    check: (path, file, dir) => [path, "-t", "-q", "-p", dir, "-c", file],
  },
  haproxy: {
    file: "haproxy.cfg",
    start: (path, file) => [path, "-db", "-f", file],
    check: (path, file) => [path, "-c", "-q", "-f", file],
  },
  apache: {
    file: "apache.conf",
    start: (path, file, dir) => [path, "-d", dir, "-f", file, "-DFOREGROUND"],
    check: (path, file, dir) => [path, "-t", "-d", dir, "-f", file],
  },
  caddy: {
    file: "Caddyfile",
    start: (path, file) => [path, "run", "--adapter", "caddyfile", "--config", file],
    check: (path, file) => [path, "validate", "--adapter", "caddyfile", "--config", file],
  },
  varnish: {
    file: "default.vcl",
    start: (path, file, dir) => [
      path,
      "-j",
      "none",
      "-F",
      "-n",
      join(dir, "varnish"),
      "-f",
      file,
      "-a",
      "127.0.0.1:{port}",
    ],
    check: (path, file, dir) => [path, "-C", "-n", join(dir, "varnish-check"), "-f", file],
  },
  systemd: {
    file: "checked.service",
    start: (path, file) => [path, "verify", file],
    check: (path, file) => [path, "verify", file],
  },
  envoy: {
    file: "envoy.yaml",
    start: (path, file) => [
      path,
      "-c",
      file,
      "--use-dynamic-base-id",
      "--log-level",
      "warning",
      "--concurrency",
      "1",
    ],
    check: (path, file) => [path, "--mode", "validate", "-c", file, "--log-level", "error"],
  },
};

export interface Front {
  port: number;
  program: Program;
}

/** Put values into `{name}`; one that is not given is a mistake of the author. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{([a-z-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new LabError(`A config of the lab asks for {{${name}}}, which nobody gives.`);
    return value;
  });
}

/** The program's own check of a config's syntax; throws one sentence when it refuses. */
export async function checkSyntax(name: ProgramName, text: string, dir: string): Promise<void> {
  const { file, program, log } = written(name, text, dir, "check");
  const exit = await program.ended;
  if (exit !== 0) throw new LabError(`${name} refuses ${file}: ${log().split("\n").slice(-4).join(" ")}`);
}

function written(name: ProgramName, text: string, dir: string, what: "start" | "check", port = 0) {
  const path = pathOf(name);
  if (path === null) throw new LabError(`${name} is not installed.`);
  mkdirSync(join(dir, "logs"), { recursive: true });
  const command = COMMANDS[name];
  const file = join(dir, command.file);
  writeFileSync(file, text);
  const args = command[what](path, file, dir).map((arg) => arg.replace("{port}", String(port)));
  const program = startProgram(args, {
    cwd: dir,
    env: { ...process.env, CADDY_ADMIN: "127.0.0.1:0", HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
    logFile: join(dir, `${name}.${what}.log`),
  });
  return { file, program, log: program.log };
}

/** Start a proxy with a config whose `{{port}}`, `{{upstream}}` and `{{dir}}` are filled in. */
export async function startFront(
  name: string,
  text: string,
  values: Readonly<Record<string, string>>,
  upstream: number,
  dir: string,
): Promise<Front> {
  if (!isProgram(name)) throw new LabError(`The lab does not know the proxy "${name}".`);
  mkdirSync(dir, { recursive: true });
  const port = await freePort();
  const whole = filled(text, { ...values, port: String(port), upstream: String(upstream), dir });
  const { program } = written(name, whole, dir, "start", port);
  try {
    await ready(name, program, port, "tcp");
  } catch (error) {
    await program.stop();
    throw error;
  }
  return { port, program };
}

/** A config of e2e/lab/proxies: `nginx-idle` is the file nginx-idle.conf, for the program nginx. */
export function labProxy(name: string): { program: string; text: string } {
  return {
    program: name.split("-")[0] ?? name,
    text: readFileSync(join("e2e/lab/proxies", `${name}.conf`), "utf8"),
  };
}
