import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { killAll, startProcess } from "./process";

const dir = mkdtempSync(join(tmpdir(), "lastbyte-warm-"));
const bin = join(dir, "bin");
const work = join(dir, "work");
const packages = join(dir, "packages");
/** Without a language Python chooses one, and says so to whatever it starts. */
const ENV = { LANG: "C.UTF-8", PYTHONDONTWRITEBYTECODE: "1" };
let logs = 0;

/** Start a program of the folder, with variables of its own. */
function started(args: readonly string[], vars: Record<string, string> = {}) {
  logs += 1;
  return startProcess(["python", ...args], {
    cwd: work,
    env: { ...ENV, PATH: `${bin}:/usr/bin:/bin`, PYTHONPATH: packages, ...vars },
    logFile: join(dir, `${logs}.log`),
  });
}

/** What a program prints. */
async function printed(args: readonly string[], vars: Record<string, string> = {}): Promise<string> {
  const running = started(args, vars);
  await running.ended;
  return running.log();
}

beforeAll(() => {
  for (const folder of [bin, work, packages]) mkdirSync(folder);
  const python = execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" });
  symlinkSync(python.trim(), join(bin, "python"));
  writeFileSync(join(packages, "plain.py"), "import os\n\nread_in = os.getpid()\n");
  writeFileSync(
    join(packages, "asks.py"),
    'import os\n\nread_in, level = os.getpid(), os.environ.get("LEVEL")\n',
  );
  writeFileSync(join(work, "own.py"), 'words = "a module of its own"\n');
});
afterAll(() => {
  killAll();
  rmSync(dir, { recursive: true });
});

test("a program has its arguments, variables and folder, the modules beside it, and an exit code", async () => {
  const lines = ["import os, sys", "import own", "if __name__ == '__main__':"];
  const print = "print(sys.argv, os.environ['LEVEL'], 'HOME' in os.environ, os.getcwd(), own.words)";
  writeFileSync(join(work, "tells.py"), [...lines, `    ${print}`, "    sys.exit(3)", ""].join("\n"));
  const running = started(["tells.py", "one"], { LEVEL: "high" });
  expect(await running.ended).toBe(3);
  expect(running.log()).toBe(`['tells.py', 'one'] high False ${work} a module of its own\n`);
});

test("an error is told as by an interpreter of its own", async () => {
  writeFileSync(join(work, "fails.py"), "def divide():\n    return 1 / 0\n\n\ndivide()\n");
  // By another name it is no program that begins warm.
  symlinkSync(join(bin, "python"), join(bin, "cold"));
  const cold = startProcess(["cold", "fails.py"], {
    cwd: work,
    env: { ...ENV, PATH: bin },
    logFile: join(dir, "cold.log"),
  });
  const warm = started(["fails.py"]);
  expect([await warm.ended, await cold.ended]).toEqual([1, 1]);
  expect(warm.log()).toContain("ZeroDivisionError");
  expect(warm.log()).toBe(cold.log());
});

test("what is told to end does, with all that it started", async () => {
  writeFileSync(
    join(work, "sleeps.py"),
    "import subprocess, time\n\nprint(subprocess.Popen(['sleep', '60']).pid, flush=True)\ntime.sleep(60)\n",
  );
  const running = started(["sleeps.py"]);
  await expect.poll(() => running.log()).toMatch(/^\d+\n$/);
  // Its output ends with the last of those that have it.
  await running.stop();
  expect(running.exit()).toBeNull();
});

test.runIf(process.platform === "linux")(
  "a package is read once, but for one that asks for a variable in which the programs differ",
  async () => {
    writeFileSync(
      join(work, "plainly.py"),
      "import os\nimport plain\n\nprint(plain.read_in == os.getpid())\n",
    );
    expect(await printed(["plainly.py"])).toBe("False\n");
    writeFileSync(
      join(work, "asking.py"),
      "import os\nimport asks\n\nprint(asks.read_in == os.getpid(), asks.level)\n",
    );
    expect(await printed(["asking.py"], { LEVEL: "low" })).toBe("True low\n");
    expect(await printed(["asking.py"], { LEVEL: "none" })).toBe("True none\n");
  },
);
