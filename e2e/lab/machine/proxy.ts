/** A real proxy in front of an app, with a config of the lab's or of the site's. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LabError } from "../base/error";
import { fileOfProgram, programCalled } from "../programs/index";
import type { Place, Program, Proxy } from "../programs/program";
import { pathOf } from "./installed";
import { freePort } from "./port";
import { startProcess, type Running } from "./process";
import { ready } from "./ready";

/** A config of a proxy, before a run has filled it in. */
export interface ProxyConfig {
  program: Program;
  text: string;
  /** What `{{name}}` in it stands for, beside `{{port}}`, `{{upstream}}` and `{{dir}}`. */
  values: Readonly<Record<string, string>>;
}

/** Put values into `{{name}}`: twofold braces, as configs have single ones of their own. */
export function filledConfig(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{([a-z-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new LabError(`A config of the lab asks for {{${name}}}, which nobody gives.`);
    return value;
  });
}

const configOf = (name: string): string => join("e2e/lab/proxies", `${name}.conf`);

/** A config of e2e/lab/proxies: `nginx-idle` is the file nginx-idle.conf, for the program nginx. */
export const labProxy = (name: string): { program: Program; text: string } => ({
  program: programCalled(name.split("-")[0] ?? name),
  text: readFileSync(configOf(name), "utf8"),
});

/** The files of the lab that such a config depends on. */
export const proxyFiles = (name: string): string[] => [
  configOf(name),
  fileOfProgram(labProxy(name).program.name),
];

function proxyOf({ name, proxy }: Program): Proxy {
  if (!proxy) throw new LabError(`${name} is not a program that can stand in front of an app.`);
  return proxy;
}

/** Write the config, and start the program with it in one of two ways. */
function startWith(
  way: "start" | "syntax",
  config: ProxyConfig,
  upstream: number,
  place: Omit<Place, "file">,
): Running {
  const { program, text, values } = config;
  const proxy = proxyOf(program);
  const { dir, port } = place;
  const whole: Place = { ...place, file: join(dir, proxy.file) };
  mkdirSync(join(dir, "logs"), { recursive: true });
  writeFileSync(
    whole.file,
    filledConfig(text, { ...values, port: String(port), upstream: String(upstream), dir }),
  );
  return startProcess([pathOf(program), ...proxy[way](whole)], {
    cwd: dir,
    env: { ...process.env, HOME: dir, ...proxy.vars?.(whole) },
    logFile: join(dir, `${program.name}.${way}.log`),
  });
}

/**
 * Let a proxy read a config without running it.
 * @throws LabError with one sentence when it refuses it
 */
export async function readSyntax(config: ProxyConfig, upstream: number, dir: string): Promise<void> {
  const reading = startWith("syntax", config, upstream, { dir, port: await freePort() });
  const exit = await reading.ended;
  if (exit === 0) return;
  const { name, proxy } = config.program;
  const why = reading.log().split("\n").slice(-4).join(" ");
  throw new LabError(`${name} refuses ${proxy?.file ?? "it"}: ${why}`);
}

/** A proxy that runs, and the port on which it listens. */
export interface Front {
  port: number;
  running: Running;
}

/** Start a proxy in front of a port, and wait until it listens. */
export async function startProxy(config: ProxyConfig, upstream: number, dir: string): Promise<Front> {
  const port = await freePort();
  const running = startWith("start", config, upstream, { dir, port });
  try {
    await ready(config.program.name, running, port, "tcp");
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { port, running };
}
