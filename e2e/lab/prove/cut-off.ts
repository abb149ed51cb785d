/** Running the lab once more without any network but loopback, where the system can cut it off. */
import { spawn, spawnSync } from "node:child_process";
import { ENDINGS } from "./endings";
import { INSIDE } from "./options";

/**
 * Ways into a namespace without a network: for root, and for others, who stay who they are there. As root in a
 * namespace of its own nginx would try to become somebody else, and fail.
 */
const WAYS: readonly (readonly string[])[] = [
  ["unshare", "--net"],
  ["unshare", "--map-current-user", "--net", "--keep-caps"],
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
  for (const name of ENDINGS) process.removeAllListeners(name).on(name, () => child.kill(name));
  return new Promise((resolve) => {
    child.once("close", (code) => {
      resolve(code ?? 1);
    });
  });
}
