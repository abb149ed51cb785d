/** `npm run prove [-- name…]`: run the lab and write what it saw. `--compare` writes nothing and fails when it saw something else; `--update` renews the pins first. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { loadContent } from "../../lib/content/load";
import { fileOf } from "../../lib/content/proofs";
import type { ProofRecord } from "../../lib/content/proof-schema";
import type { Item } from "./item";
import { plan } from "./plan";
import { CACHE, environments, LabError, prepareEnvironments, updateLocks } from "./run/environments";
import { killAll } from "./run/process";
import { preparePrograms } from "./run/programs";
import { differences } from "./shape";

const say = (line: string) => {
  console.log(line);
};
const args = process.argv.slice(2);
const flag = (name: string) => args.includes(name);
const names = args.filter((arg) => !arg.startsWith("--"));
const FAILED = join(CACHE, "failed");
const today = () => new Date().toISOString().slice(0, 10);

/** The command that runs this again without any network but loopback, or null where the system has no such thing. */
function cutOff(): string[] | null {
  const script = [
    "sh",
    "-c",
    'ip link set lo up && exec "$@"',
    "sh",
    process.execPath,
    "lib/tasks/run.mjs",
    "e2e/lab/prove",
    ...args,
    "--inside",
  ];
  const way = [
    ["unshare", "-n"],
    ["unshare", "-rn"],
  ].find(
    ([file = "", ...rest]) =>
      spawnSync(file, [...rest, "sh", "-c", "ip link set lo up"], { stdio: "ignore" }).status === 0,
  );
  return way ? [...way, ...script] : null;
}

function keepLogs(item: Item): (dir: string) => void {
  return (dir) => {
    const to = join(FAILED, fileOf(item.kind, item.id).replace(/\.json$/, ""));
    mkdirSync(to, { recursive: true });
    cpSync(dir, to, {
      recursive: true,
      filter: (path) => /\.(log|conf|cfg|yaml)$/.test(path) || !path.includes("."),
    });
  };
}

interface Result {
  item: Item;
  failures: string[];
  seconds: number;
  state: string;
}

/** A record as it is committed; written whole or not at all. */
function write(record: ProofRecord): void {
  const file = join("content/proofs", fileOf(record.kind, record.id));
  mkdirSync("content/proofs", { recursive: true });
  const part = join(CACHE, fileOf(record.kind, record.id));
  writeFileSync(part, `${JSON.stringify(record)}\n`);
  renameSync(part, file);
}

async function proveOne(item: Item): Promise<Result> {
  const begun = Date.now();
  const file = join("content/proofs", fileOf(item.kind, item.id));
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ProofRecord) : null;
  const result = (failures: string[], state = "FAILED"): Result => ({
    item,
    failures,
    state,
    seconds: (Date.now() - begun) / 1000,
  });
  try {
    const { record, failures } = await item.prove(today(), keepLogs(item));
    if (!record) return result(failures);
    if (flag("--compare")) {
      const other = before ? differences(before, record) : ["there is no record of it"];
      return result(other, other.length > 0 ? "FAILED" : record.state);
    }
    write(record);
    return result([], record.state);
  } catch (error) {
    return result([error instanceof Error ? error.message : String(error)]);
  }
}

/** Run all items, some at a time. */
async function runAll(items: readonly Item[], atOnce: number): Promise<Result[]> {
  const waiting = [...items];
  const results: Result[] = [];
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      const result = await proveOne(item);
      results.push(result);
      say(
        `[${results.length}/${items.length}] ${item.kind} ${item.id}: ${result.state}, ${result.seconds.toFixed(1)} s`,
      );
      for (const failure of result.failures) say(`    ${failure}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

async function main(): Promise<number> {
  const items = plan(loadContent("content"), names);
  if (items.length === 0) {
    console.error(
      `There is nothing called ${names.join(", ")} to prove. Names are those of pairs, configs and facts, such as langgraph/tool-heartbeat or config:nginx.`,
    );
    return 1;
  }
  if (!flag("--inside")) {
    if (flag("--update")) await updateLocks(say);
    rmSync(FAILED, { recursive: true, force: true });
    const begun = Date.now();
    const needed = new Set(items.flatMap((item) => item.environments));
    await prepareEnvironments(
      environments().filter((name) => needed.has(name)),
      say,
    );
    await preparePrograms([...new Set(items.flatMap((item) => item.programs))], say);
    say(`lab: environments and programs stand, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
    const command = cutOff();
    if (command) {
      const [file = "", ...rest] = command;
      const child = spawn(file, rest, { stdio: "inherit" });
      // In place of this process's own end: it waits for the inner one, which ends what it started.
      for (const name of ["SIGINT", "SIGTERM"] as const)
        process.removeAllListeners(name).on(name, () => child.kill(name));
      return new Promise((resolve) => {
        child.once("close", (code) => {
          resolve(code ?? 1);
        });
      });
    }
    say("lab: this system cannot take the network away; the proofs run with it");
  }
  const begun = Date.now();
  const first = await runAll(items, Math.min(2, cpus().length));
  const again = first.filter((result) => result.failures.length > 0).map(({ item }) => item);
  // Clocks are what is measured, and another proof on the same machine can disturb them: what failed is run once more, alone, and named.
  if (again.length > 0)
    say(`\nonce more, one at a time: ${again.map(({ kind, id }) => `${kind}:${id}`).join(", ")}`);
  const second = await runAll(again, 1);
  const results = [...first.filter((result) => result.failures.length === 0), ...second];
  const failed = results.filter((result) => result.failures.length > 0);
  const count = (state: string) => results.filter((result) => result.state === state).length;
  say(
    `\n${count("reproduced")} reproduced, ${count("validated")} validated, ${count("documented")} documented, ${failed.length} not proven, ${((Date.now() - begun) / 1000).toFixed(0)} s`,
  );
  const late = second.filter((result) => result.failures.length === 0);
  if (late.length > 0)
    say(`held at the second try only: ${late.map(({ item }) => `${item.kind}:${item.id}`).join(", ")}`);
  if (failed.length > 0)
    say(
      `not proven: ${failed.map(({ item }) => `${item.kind}:${item.id}`).join(", ")}\nlogs of what could not run: ${FAILED}`,
    );
  return failed.length > 0 ? 1 : 0;
}

for (const name of ["SIGINT", "SIGTERM"] as const)
  process.once(name, () => {
    killAll();
    process.exit(130);
  });
process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof LabError ? error.message : error);
  return 1;
});
killAll();
