import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unpack } from "./other-python";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lastbyte-python-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a Python is unpacked as its list says: folders, modes, links, and what is compressed", () => {
  const [data, to] = [join(folder, "data"), join(folder, "to")];
  mkdirSync(join(data, "bin"), { recursive: true });
  mkdirSync(to);
  writeFileSync(join(data, "bin/python3.10.gz"), gzipSync("program"));
  writeFileSync(join(data, "bin/pip"), "script");
  const files = [
    { name: "bin", size: 0, perm: 2 ** 31 + 0o755 },
    { name: "bin/python3.10", size: 7, perm: 0o775, compressed: true },
    { name: "bin/pip", size: 6, perm: 0o664 },
    { name: "bin/python3", size: 10, perm: 2 ** 27, symlink: "python3.10" },
  ];
  writeFileSync(join(data, "files.json"), JSON.stringify({ contentHash: "x", files }));
  unpack(data, to);
  expect(readFileSync(join(to, "bin/python3"), "utf8")).toBe("program");
  expect(readlinkSync(join(to, "bin/python3"))).toBe("python3.10");
  expect(readFileSync(join(to, "bin/pip"), "utf8")).toBe("script");
  const isExecutable = (name: string) => (lstatSync(join(to, name)).mode & 0o100) !== 0;
  expect([isExecutable("bin/python3.10"), isExecutable("bin/pip")]).toEqual([true, false]);
});
