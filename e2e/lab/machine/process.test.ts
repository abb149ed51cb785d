import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startProcess } from "./process";

const inFolder = () => mkdtempSync(join(tmpdir(), "lastbyte-process-"));

test("what a program printed is read once it has ended", async () => {
  const dir = inFolder();
  const running = startProcess(["sh", "-c", "echo one; echo two >&2; exit 3"], {
    cwd: dir,
    env: process.env,
    logFile: join(dir, "log"),
  });
  expect(await running.ended).toBe(3);
  expect(running.log().split("\n").sort()).toEqual(["", "one", "two"]);
  rmSync(dir, { recursive: true });
});

test("a program whose log cannot be written ends all the same", async () => {
  const dir = inFolder();
  const running = startProcess(["sh", "-c", "echo one"], {
    cwd: dir,
    env: process.env,
    logFile: join(dir, "gone", "log"),
  });
  expect(await running.ended).toBe(0);
  rmSync(dir, { recursive: true });
});

test("a program that is not there ends without a code", async () => {
  const dir = inFolder();
  const running = startProcess(["no-such-program"], {
    cwd: dir,
    env: process.env,
    logFile: join(dir, "log"),
  });
  expect(await running.ended).toBeNull();
  rmSync(dir, { recursive: true });
});
