/** How the build grows with the content: the project in a temporary folder, its content once, 10 and 40 times. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";

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

type Fields = Record<string, unknown>;
const read = (file: string) => readFileSync(file, "utf8");
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const front = (text: string): [Fields, string] => {
  const [, head = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return [parse(head) as Fields, body];
};

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

/**
 * Copies of causes, their checks, pairs, configs and limits under ids of their own, which name each other.
 * Guides, products and questions are fixed sets and stay.
 */
export function multiply(content: string, times: number): void {
  const causes = readdirSync(join(content, "causes"))
    .filter((name) => name.endsWith(".mdx"))
    .map((name) => name.slice(0, -4));
  const fronts = new Map(causes.map((id) => [id, front(read(join(content, "causes", `${id}.mdx`)))]));
  const ownChecks = new Set(
    [...fronts.values()].flatMap(([data]) =>
      ((data["checks"] ?? []) as Fields[]).map(({ id }) => String(id)),
    ),
  );
  const pairs = readdirSync(join(content, "pairs")).flatMap((group) =>
    readdirSync(join(content, "pairs", group)).map((name) => join(content, "pairs", group, name)),
  );
  const configs = readdirSync(join(content, "configs")).map((name) => join(content, "configs", name));
  const limits = readdirSync(join(content, "limits")).map((name) => join(content, "limits", name));
  const rows = new Map(limits.map((file) => [file, JSON.parse(read(file)) as Fields[]]));

  for (let copy = 2; copy <= times; copy += 1) {
    const named = (id: string) => `${id}-x${copy}`;
    const check = (id: string) => (ownChecks.has(id) ? named(id) : id);
    for (const [id, [data, body]] of fronts) {
      const evidence = ((data["evidence"] ?? []) as Fields[]).map((rule) => ({
        ...rule,
        when: Object.fromEntries(
          Object.entries(rule["when"] as Fields).map(([key, value]) => [
            key.startsWith("check.") ? `check.${check(key.slice(6))}` : key,
            value,
          ]),
        ),
      }));
      const checks = ((data["checks"] ?? []) as Fields[]).map((one) => ({
        ...one,
        id: named(String(one["id"])),
      }));
      const copied = {
        ...data,
        evidence,
        checks,
        prove: strings(data["prove"]).map(check),
        related: strings(data["related"]).map(named),
      };
      writeFileSync(join(content, "causes", `${named(id)}.mdx`), `---\n${stringify(copied)}---\n${body}`);
      const fixture = parse(read(join(content, "causes", `${id}.fixture.yaml`))) as Fields;
      writeFileSync(
        join(content, "causes", `${named(id)}.fixture.yaml`),
        stringify({ ...fixture, cause: named(id) }),
      );
    }
    for (const [folders, file] of [
      [pairs, "pair.yaml"],
      [configs, "config.yaml"],
    ] as const) {
      for (const folder of folders) {
        cpSync(folder, named(folder), { recursive: true });
        const data = parse(read(join(folder, file))) as Fields;
        writeFileSync(
          join(named(folder), file),
          stringify({ ...data, causes: strings(data["causes"]).map(named) }),
        );
      }
    }
    for (const [file, list] of rows) {
      const copies = list.map((row) => ({
        ...row,
        id: named(String(row["id"])),
        cause: typeof row["cause"] === "string" ? named(row["cause"]) : null,
      }));
      writeFileSync(file, JSON.stringify([...(JSON.parse(read(file)) as Fields[]), ...copies]));
    }
  }
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
