/**
 * `node lib/tasks/run.mjs <task> [args]`: the door to every task of package.json; a task is a file, such as `lib/tasks/start`.
 * Plain JavaScript, as it has to run before anything is installed: checks Node, installs from the lockfile what is
 * missing, then runs it in this process. Says nothing on stdout, which belongs to the task.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const STAMP = "node_modules/.lastbyte-lock";
const [task = "", ...args] = process.argv.slice(2);

function fail(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

function checkNode() {
  const needed = JSON.parse(readFileSync("package.json", "utf8"))
    .engines.node.replace(/[^\d.]/g, "")
    .split(".")
    .map(Number);
  const have = process.versions.node.split(".").map(Number);
  const at = needed.findIndex((part, place) => part !== have[place]);
  if (at >= 0 && needed[at] > have[at])
    fail(
      `Lastbyte needs Node ${needed.join(".")} or newer, and this is ${process.versions.node}: install a newer Node and run the command again.`,
    );
}

/** Does npm's own record of node_modules say the same as the lockfile? */
function installedAsLocked(lockText) {
  try {
    const locked = JSON.parse(lockText).packages;
    const installed = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    return (
      Object.entries(locked).every(
        ([path, { version, optional }]) =>
          path === "" || (path in installed ? installed[path].version === version : optional === true),
      ) && Object.keys(installed).every((path) => path in locked)
    );
  } catch {
    return false;
  }
}

function install() {
  const lockText = readFileSync("package-lock.json", "utf8");
  const hash = createHash("sha256").update(lockText).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return;
  if (!installedAsLocked(lockText)) {
    const start = Date.now();
    console.error("install: packages from the lockfile");
    const npm = process.env.npm_execpath;
    const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
    const { status } = spawnSync(command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund"], {
      stdio: ["ignore", 2, 2],
    });
    if (status !== 0)
      fail(
        "install: the packages could not be installed; see npm's words above, check the network, and run the command again.",
        status ?? 1,
      );
    console.error(`install: done, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
  writeFileSync(STAMP, hash);
}

process.chdir(root);
checkNode();
const file = join(root, `${task}.ts`);
if (!/^(lib\/tasks|e2e\/[a-z]+)\/[a-z][a-z-]*$/.test(task) || !existsSync(file))
  fail(`There is no task "${task}": see the scripts in package.json.`, 2);
install();
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.argv = [process.argv[0], file, ...args];
const { register } = await import("tsx/esm/api");
register();
try {
  await import(pathToFileURL(file).href);
} catch (error) {
  // Mistakes in content/ are sentences for who wrote them; anything else is a bug, with its stack.
  if (!Array.isArray(error?.problems)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exitCode = 1;
}
