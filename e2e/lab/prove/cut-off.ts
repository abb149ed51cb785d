/** Running the lab once more without any network but loopback, where the system can cut it off. */
import { spawn, spawnSync } from "node:child_process";
import { INSIDE } from "./options";

/** Ways into a namespace without a network: for root, and for others. */
const WAYS: readonly (readonly string[])[] = [
  ["unshare", "-n"],
  ["unshare", "-rn"],
];
const LOOPBACK = "ip link set lo up";

function wayIn(): readonly string[] | undefined {
  return WAYS.find(([file = "", ...args]) => {
    const { status } = spawnSync(file, [...args, "sh", "-c", LOOPBACK], { stdio: "ignore" });
    return status === 0;
  });
}

/**
 * Run the lab again, cut off.
 * @returns its exit code, or null where the system has no such thing
 */
export async function runCutOff(args: readonly string[]): Promise<number | null> {
  const way = wayIn();
  if (!way) return null;
  const again = [process.execPath, "lib/tasks/run.mjs", "e2e/lab/prove", ...args, INSIDE];
  const [file = "", ...rest] = [...way, "sh", "-c", `${LOOPBACK} && exec "$@"`, "sh", ...again];
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
