/** How the build grows with the content: the project in a temporary folder, its content once, 10 and 40 times. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { multiply } from "./multiply";

const TIMES = [1, 10, 40];
const LIMIT_MS = 8 * 60_000;
const LEFT_BEHIND = new Set([
  "node_modules",
  "out",
  ".next",
  ".cache",
  ".git",
  "test-results",
  "playwright-report",
]);

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-scale-"));
  for (const name of readdirSync(".").filter((entry) => !LEFT_BEHIND.has(entry)))
    cpSync(name, join(folder, name), { recursive: true });
  const { status, stderr } = spawnSync("cp", ["-al", "node_modules", join(folder, "node_modules")], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the packages cannot be linked: ${stderr}`);
  return folder;
}

/** @returns seconds, or null where the limit ended it; what the build said is shown where it fails */
async function build(folder: string): Promise<number | null> {
  const start = performance.now();
  // A group of its own, so that the framework's workers end with it.
  const child = spawn(process.execPath, ["lib/tasks/run.mjs", "lib/tasks/build"], {
    cwd: folder,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => said.push(piece));
  const ended = { late: false };
  const timer = setTimeout(() => {
    ended.late = true;
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, LIMIT_MS);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(timer);
  if (ended.late) return null;
  if (code !== 0)
    throw new Error(`the build failed:\n${Buffer.concat(said).toString("utf8").slice(0, 3000)}`);
  return (performance.now() - start) / 1000;
}

/** Build with more and more content and say how long it took. */
export async function scale(times: readonly number[] = TIMES): Promise<void> {
  for (const many of times) {
    const folder = copyProject();
    try {
      multiply(join(folder, "content"), many);
      const before = loadavg()[0] ?? 0;
      const seconds = await build(folder);
      if (seconds === null) {
        console.log(
          `${many}x: not done within ${LIMIT_MS / 60_000} minutes, ended; load before ${before.toFixed(2)}, after ${(loadavg()[0] ?? 0).toFixed(2)}`,
        );
        continue;
      }
      const out = join(folder, "out");
      const files = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith(join(out, "f"))).length;
      const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
      console.log(
        `${many}x: ${seconds.toFixed(1)} s, ${pages} pages, ${files.length} files, ${megabytes.toFixed(1)} MB; load before ${before.toFixed(2)}, after ${(loadavg()[0] ?? 0).toFixed(2)}`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
