import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const REQUESTS = 50;
/** Some 140 in truth, of which 85 are Node and its loader, which other versions need more for. */
const MOST_MB = 180;
/** As large as the largest files of the export: the zip, which is packed already, and the knowledge, which is not. */
const ZIP = 4_300_000;
const KNOWLEDGE = 1_100_000;

/** Serves a folder, says where, and says how much memory it ever took when its input ends. */
const SERVER = `
  const { serve } = await import("./lib/tasks/serve.ts");
  const { url, close } = await serve(process.argv.at(-1), 0);
  console.log(url);
  process.stdin.resume().on("end", async () => {
    await close();
    console.log(process.resourceUsage().maxRSS / 1000);
  });`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lastbyte-memory-"));
  writeFileSync(join(folder, "404.html"), "");
  writeFileSync(join(folder, "site.zip"), randomBytes(ZIP));
  // Words that come again, between digits that do not: packs to about a fourth.
  writeFileSync(
    join(folder, "knowledge.json"),
    Array.from(
      { length: KNOWLEDGE / 50 },
      (_, at) => `${randomBytes(5).toString("hex")} a sentence of ${at} words again`,
    ).join("\n"),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns bytes of the answer as they came over the wire */
const fetchOnce = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { agent: false, headers: { "Accept-Encoding": "gzip, deflate, br, zstd" } }, (response) => {
      let bytes = 0;
      response.on("data", (piece: Buffer) => (bytes += piece.length)).on("end", () => resolve(bytes));
    })
      .on("error", reject)
      .end();
  });

it(
  `${REQUESTS} requests at once for the largest file take less than ${MOST_MB} MB`,
  { timeout: 60_000 },
  async () => {
    const server = spawn(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", SERVER, folder],
      {
        stdio: ["pipe", "pipe", "inherit"],
      },
    );
    server.stdout.setEncoding("utf8");
    const said = async () => String((await once(server.stdout, "data"))[0]).trim();
    const url = await said();
    for (const [file, least] of [
      ["site.zip", ZIP],
      ["knowledge.json", KNOWLEDGE / 10],
    ] as const) {
      const sizes = await Promise.all(Array.from({ length: REQUESTS }, () => fetchOnce(`${url}/${file}`)));
      expect(Math.min(...sizes), file).toBeGreaterThanOrEqual(least);
    }
    server.stdin.end();
    const megabytes = Number(await said());
    expect(megabytes).toBeGreaterThan(20);
    expect(megabytes).toBeLessThan(MOST_MB);
  },
);
