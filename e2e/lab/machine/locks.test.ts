import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { environments, markOf, PYTHON, pythonOf, unlocked } from "./locks";

test("each lock of the lab is of its list as it stands", () => {
  expect(unlocked(environments())).toEqual([]);
});

describe("a list that has changed", () => {
  let folder = "";
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
  };
  const lock = (name: string) => {
    write(`${name}.txt`, `${markOf(name, folder)}flask==3.1.0\n`);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lastbyte-locks-"));
    for (const name of ["one", "two"]) {
      write(`${name}.in`, "flask\n");
      lock(name);
    }
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test("has to be locked anew, and no other one", () => {
    expect(unlocked(environments(folder), folder)).toEqual([]);
    write("two.in", "flask\ndjango\n");
    expect(unlocked(environments(folder), folder)).toEqual(["two"]);
    lock("two");
    expect(unlocked(environments(folder), folder)).toEqual([]);
  });

  test("a list without a lock is one to lock", () => {
    write("three.in", "flask\n");
    expect(unlocked(environments(folder), folder)).toEqual(["three"]);
  });

  test("runs on the Python that its first line asks for", () => {
    write("three.in", "# Python 3.10\nflask\n");
    expect(["one", "three"].map((name) => pythonOf(name, folder))).toEqual([PYTHON, "3.10"]);
  });
});
