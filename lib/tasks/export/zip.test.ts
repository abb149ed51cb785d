import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeZip } from "./zip";

const FILES = { "index.html": "<h1>Lastbyte</h1>", "causes/a/index.html": "a", "_site/x.1.js": "x()" };

function zipOf(date: Date, names: readonly string[]): Buffer {
  const out = mkdtempSync(join(tmpdir(), "lastbyte-zip-"));
  try {
    for (const name of names) {
      mkdirSync(join(out, name, ".."), { recursive: true });
      writeFileSync(join(out, name), FILES[name as keyof typeof FILES]);
      utimesSync(join(out, name), date, date);
    }
    writeZip(out);
    // A second run must not take the first zip in.
    writeZip(out);
    const zip = readFileSync(join(out, "lastbyte-site.zip"));
    expect(readFileSync(join(out, "lastbyte-site.zip.sha256"), "utf8")).toBe(
      `${createHash("sha256").update(zip).digest("hex")}  lastbyte-site.zip\n`,
    );
    return zip;
  } finally {
    rmSync(out, { recursive: true });
  }
}

describe("the zip of the site", () => {
  const zip = zipOf(new Date("2026-01-02"), Object.keys(FILES));

  it("is the same, byte by byte, whenever and in whatever order its files were written", () => {
    expect(zipOf(new Date("2031-11-05"), Object.keys(FILES).reverse()).equals(zip)).toBe(true);
  });

  it("holds every file, and the right checksum of each", () => {
    const held = unzipSync(zip);
    const sums = strFromU8(held["lastbyte-site/SHA256SUMS"]!)
      .trim()
      .split("\n")
      .map((line) => line.split("  "));
    expect(sums.map(([, name]) => name)).toEqual(["HOW-TO-OPEN.txt", ...Object.keys(FILES).sort()]);
    for (const [sum, name = ""] of sums)
      expect(createHash("sha256").update(held[`lastbyte-site/${name}`]!).digest("hex"), name).toBe(sum);
  });
});
