import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { fetchedFirst, partsOf, writePack, writeWorker } from "./precache";

const DESK =
  '<script src="/_next/static/old.js" noModule=""></script><script src="/_next/static/desk.js"></script>';
const FIRST = [
  "404.html",
  "_next/static/desk.js",
  "_site/heads-1.1.json",
  "_site/heads-2.1.json",
  "f/1/causes/a.html",
  "f/1/checks.html",
  "index.html",
  "limits/index.html",
  "manifest.webmanifest",
  "offline/index.html",
  "search/index.html",
];
const REST = [
  "_site/reader-a.1.js",
  "checks/index.html",
  "f/1/pairs/b.html",
  "_site/texts.1.json",
  "causes/a/index.html",
  "data/index.html",
  "knowledge.json",
];
const NEVER = [
  "_next/static/old.js",
  "_headers",
  "lastbyte-site.zip",
  "og/site.png",
  "robots.txt",
  "404/index.html",
];

async function within<Result>(then: (out: string) => Result | Promise<Result>): Promise<Result> {
  const out = mkdtempSync(join(tmpdir(), "lastbyte-parts-"));
  try {
    for (const file of [...FIRST, ...REST, ...NEVER]) {
      mkdirSync(dirname(join(out, file)), { recursive: true });
      writeFileSync(join(out, file), file === "index.html" ? DESK : file);
    }
    return await then(out);
  } finally {
    rmSync(out, { recursive: true });
  }
}

it("what an incident needs comes first, then what a verdict shows, what is read, and what few ask for", async () => {
  expect(await within(partsOf)).toEqual({ first: FIRST, rest: REST });
});

it("parts of causes come in one file, which holds each under its address", async () => {
  const { asked, pack } = await within((out) => {
    writePack(out);
    expect(partsOf(out).first).toEqual(FIRST);
    return { asked: fetchedFirst(out), pack: readFileSync(join(out, "f/1/pack.json"), "utf8") };
  });
  expect(asked).toEqual(["f/1/pack.json", ...FIRST.filter((file) => file !== "f/1/causes/a.html")]);
  expect(JSON.parse(pack)).toEqual({ "/f/1/causes/a.html": "f/1/causes/a.html" });
});

it("below a path everything is kept under the address that a browser asks for", async () => {
  const { first, pack, code } = await within(async (out) => {
    writeFileSync(join(out, "manifest.webmanifest"), '{"scope": "/lastbyte/"}');
    writeFileSync(join(out, "index.html"), DESK.replaceAll("/_next", "/lastbyte/_next"));
    await writeWorker(out);
    return {
      first: partsOf(out).first,
      pack: readFileSync(join(out, "f/1/pack.json"), "utf8"),
      code: readFileSync(join(out, "sw.js"), "utf8"),
    };
  });
  expect(first).toEqual(FIRST);
  expect(JSON.parse(pack)).toEqual({ "/lastbyte/f/1/causes/a.html": "f/1/causes/a.html" });
  expect(code).toMatch(/"name": "lastbyte\/lastbyte:[0-9a-f]{12}"/);
  for (const address of ["/lastbyte", "/lastbyte/", "/lastbyte/404.html", "/lastbyte/causes/a/"])
    expect(code).toContain(`"${address}"`);
});

it("a version is named by its files: any change is another version, and none is the same", async () => {
  const nameAfter = (change: (out: string) => void) =>
    within(async (out) => {
      change(out);
      await writeWorker(out);
      return /"name": "(lastbyte-[0-9a-f]{12})"/.exec(readFileSync(join(out, "sw.js"), "utf8"))?.[1];
    });
  const name = await nameAfter(() => undefined);
  expect(name).toBeDefined();
  expect(await nameAfter(() => undefined)).toBe(name);
  expect(await nameAfter((out) => writeFileSync(join(out, "knowledge.json"), "{}"))).not.toBe(name);
  expect(await nameAfter((out) => writeFileSync(join(out, "robots.txt"), "other"))).toBe(name);
});
