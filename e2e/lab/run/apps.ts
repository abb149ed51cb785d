import { readdirSync } from "node:fs";
import { join, parse } from "node:path";

/** The lab's own apps, which stand behind a proxy or are asked by a program: modules of e2e/lab/apps. */
export const APPS = "e2e/lab/apps";
/** The environment in which they run, and the package that serves them. */
export const APPS_ENVIRONMENT = "serving";
export const APPS_SERVER = "uvicorn";

/** The command that serves one. h11 is the implementation that keeps to the letter of HTTP. */
export const serveApp = (app: string): string =>
  `${APPS_SERVER} ${app}:app --host 127.0.0.1 --port {port} --http h11 --no-access-log`;

/** Programs of the lab that a command can start, such as `page`. */
export const BIN = "e2e/lab/bin";

/** The files of the lab's own apps and programs that these commands name. */
export function ownFiles(commands: readonly string[]): string[] {
  const words = new Set(commands.flatMap((command) => command.split(/[^\w-]+/)));
  return [APPS, BIN].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => words.has(parse(file).name))
      .map((file) => join(folder, file)),
  );
}
