/**
 * `npm start`: the export, built where it is missing or older than its sources, served on PORT (3000) of HOST (this machine
 * alone). Where BASE_PATH is not said, it is the one that the export was built with.
 */
import { baseOf } from "./export/base";
import { basePath } from "./export/site";
import { isFresh, OUT } from "./export/stamp";
import { LOOPBACK, serve } from "./serve";
import { program } from "./steps";

const port = Number(process.env["PORT"] ?? "3000");
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`start: PORT is "${process.env["PORT"] ?? ""}", and has to be a number from 0 to 65535.`);
  process.exit(2);
}
const host = process.env["HOST"]?.trim() || LOOPBACK;

const base = process.env["BASE_PATH"] === undefined ? baseOf(OUT) : basePath();
if (isFresh(base)) console.log("build: out/ is up to date");
else {
  // In a process of its own: what a build takes of memory is given back before anything is served.
  const { code } = await program(process.execPath, ["lib/tasks/run.mjs", "lib/tasks/build"], {
    loud: true,
    env: { BASE_PATH: base },
  });
  if (code !== 0) process.exit(code);
}

/** What to do when the server cannot listen, by the system's code. */
const ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE: `port ${port} is taken; stop what listens there, or choose another one: PORT=${port + 1} npm start`,
  EACCES: `port ${port} needs more rights than this user has; choose one above 1023: PORT=3000 npm start`,
  EADDRNOTAVAIL: `HOST is "${host}", which is no address of this machine; HOST=0.0.0.0 listens on all of them.`,
  ENOTFOUND: `HOST is "${host}", which no address is known for; HOST=0.0.0.0 listens on all of this machine's.`,
};

try {
  const { url, close } = await serve(OUT, port, { host });
  console.log(`start: ${base === "" ? url : `${url}/`}, stop with Ctrl+C`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
} catch (error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const advice = ADVICE[code];
  if (advice === undefined) throw error;
  console.error(`start: ${advice}`);
  process.exit(1);
}
