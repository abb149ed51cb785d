/** The fences of .dependency-cruiser.mjs: each is held to a breach that it must find. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import floors from "../../../.dependency-cruiser.mjs";

/** A file that is planted in a house of its own, and what it imports: another file of that house, or a package. */
interface Planted {
  file: string;
  imports: string;
}
interface Breach extends Planted {
  rule: string;
}

const breach = (rule: string, file: string, imports: string): Breach => ({ rule, file, imports });

const FLOORS = [
  breach("components", "components/ui/a.tsx", "app/page.tsx"),
  breach("components", "components/ui/b.tsx", "e2e/site/journey.ts"),
  breach("components", "components/ui/c.ts", "lib/tasks/serve.ts"),
  breach("components", "components/ui/d.ts", "content/pairs/x.ts"),
  breach("app", "app/a.tsx", "lib/tasks/serve.ts"),
  breach("app", "app/b.tsx", "e2e/lab/prove.ts"),
  breach("lib/tasks", "lib/tasks/a.ts", "e2e/lab/prove.ts"),
  breach("lib/tasks", "lib/tasks/b.ts", "components/ui/mark.tsx"),
  breach("lib/report", "lib/report/a.ts", "lib/content/load.ts"),
  breach("lib/report", "lib/report/b.ts", "components/ui/mark.tsx"),
  breach("lib/state", "lib/state/a.ts", "lib/content/load.ts"),
  breach("lib/state", "lib/state/b.ts", "lib/report/report.ts"),
  breach("lib/content", "lib/content/a.ts", "lib/diagnosis/rank.ts"),
  breach("lib/content", "lib/content/b.ts", "lib/tasks/serve.ts"),
  breach("lib/content", "lib/content/kinds/c.ts", "lib/state/codec.ts"),
  breach("lib/evidence", "lib/evidence/a.ts", "lib/diagnosis/rank.ts"),
  breach("lib/evidence", "lib/evidence/nginx/b.ts", "lib/content/load.ts"),
  breach("lib/diagnosis", "lib/diagnosis/a.ts", "lib/content/load.ts"),
  breach("lib/diagnosis", "lib/diagnosis/fixtures/b.ts", "lib/content/load.ts"),
  breach("lib/share", "lib/share/a.ts", "lib/content/load.ts"),
  breach("lib/search", "lib/search/a.ts", "app/page.tsx"),
  breach("lib/search", "lib/search/b.ts", "lib/content/load.ts"),
  breach("lib/proofs", "lib/proofs/a.ts", "lib/content/load.ts"),
  breach("lib/trace", "lib/trace/a.ts", "lib/content/load.ts"),
  breach("lib/configs", "lib/configs/a.ts", "lib/content/load.ts"),
  breach("lib/offline", "lib/offline/a.ts", "lib/model/ids.ts"),
  breach("lib/text", "lib/text/a.ts", "lib/search/engine.ts"),
  breach("lib/text", "lib/text/b.ts", "content/limits/x.json"),
  breach("lib/evidence", "lib/evidence/c.ts", "content/domains.json"),
  breach("lib/model", "lib/model/a.ts", "lib/text/seconds.ts"),
  breach("e2e/site", "e2e/site/a.spec.ts", "e2e/lab/prove.ts"),
  breach("e2e/site", "e2e/site/b.ts", "e2e/accuracy/score.ts"),
  breach("e2e/lab", "e2e/lab/a.ts", "e2e/measure/measure.ts"),
  breach("e2e/measure", "e2e/measure/a.ts", "e2e/lab/prove.ts"),
  breach("e2e/accuracy", "e2e/accuracy/a.test.ts", "e2e/measure/measure.ts"),
];

const MORE = [
  breach("the model imports nothing", "lib/model/p.ts", "valibot"),
  breach("lib has no React", "lib/diagnosis/p.ts", "react"),
  breach("lib has no React", "lib/tasks/p.ts", "next/headers"),
  breach("lib has no React", "lib/state/p.ts", "zustand"),
  breach("lib has no Node", "lib/search/p.ts", "node:fs"),
  breach("lib has no Node", "lib/report/p.ts", "path"),
  breach("a room without a floor", "lib/gadgets/a.ts", "lib/model/ids.ts"),
  breach("a room without a floor", "e2e/gadgets/a.ts", "lib/tasks/serve.ts"),
  breach("tests of lib stay in lib", "lib/report/a.test.ts", "components/ui/mark.tsx"),
  breach("tests of lib stay in lib", "lib/content/a.test.ts", "lib/tasks/serve.ts"),
  breach("what is imported is found", "lib/text/p.ts", "lib/text/missing.ts"),
  breach("no circle of files", "lib/search/circle/a.ts", "lib/search/circle/b.ts"),
  breach("no circle of folders", "components/left/a.ts", "components/right/b.ts"),
];
/** What closes the circles: they are told once, from where they are met first. */
const CLOSING: readonly Planted[] = [
  { file: "lib/search/circle/b.ts", imports: "lib/search/circle/a.ts" },
  { file: "components/right/c.ts", imports: "components/left/d.ts" },
];

const ALLOWED: readonly Planted[] = [
  { file: "app/y.tsx", imports: "components/ui/mark.tsx" },
  { file: "app/z.tsx", imports: "react" },
  { file: "components/ui/y.tsx", imports: "lib/content/load.ts" },
  { file: "components/ui/z.ts", imports: "zustand" },
  { file: "lib/tasks/y.ts", imports: "lib/content/load.ts" },
  { file: "lib/tasks/z.ts", imports: "node:fs" },
  { file: "lib/content/y.ts", imports: "lib/search/engine.ts" },
  { file: "lib/content/z.ts", imports: "node:fs" },
  { file: "lib/text/y.ts", imports: "content/domains.json" },
  { file: "lib/state/y.ts", imports: "lib/diagnosis/rank.ts" },
  { file: "lib/state/z.ts", imports: "zustand/vanilla" },
  { file: "lib/diagnosis/y.test.ts", imports: "lib/content/load.ts" },
  { file: "lib/diagnosis/z.test.ts", imports: "node:fs" },
  { file: "e2e/measure/y.ts", imports: "e2e/accuracy/score.ts" },
  { file: "e2e/site/y.spec.ts", imports: "lib/tasks/serve.ts" },
];

const PACKAGES = ["valibot/index", "react/index", "next/headers", "zustand/index", "zustand/vanilla"];

/** What is not planted as a file has its own address: a package, or a module of Node. */
const isFile = (imports: string): boolean => /^(app|components|content|e2e|lib)\//.test(imports);

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function plant(house: string, all: readonly Planted[]): void {
  for (const name of PACKAGES) write(join(house, "node_modules", `${name}.js`), "export {};\n");
  write(join(house, "tsconfig.json"), '{ "compilerOptions": { "moduleResolution": "bundler" } }\n');
  const targets = all.map(({ imports }) => imports).filter(isFile);
  for (const file of targets.filter((target) => !target.includes("missing")))
    write(join(house, file), "export {};\n");
  for (const { file, imports } of all) {
    const way = relative(dirname(file), imports).replace(/\.tsx?$/, "");
    const address = isFile(imports) ? (way.startsWith(".") ? way : `./${way}`) : imports;
    write(join(house, file), `import type {} from "${address}";\n`);
  }
}

interface Violation {
  from: string;
  rule: { name: string };
}

/** What the cruiser finds in a house, with the very rules of this one. */
function violationsIn(house: string): Violation[] {
  const cruiser = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const rules = resolve(".dependency-cruiser.mjs");
  const args = [cruiser, "--config", rules, "--output-type", "json", "app", "components", "lib", "e2e"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: house, encoding: "utf8" });
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe("the floors", () => {
  const house = mkdtempSync(join(tmpdir(), "lastbyte-floors-"));
  let found: Violation[] = [];
  const rulesAgainst = (from: string) =>
    found.filter((violation) => violation.from === from).map(({ rule }) => rule.name);

  beforeAll(() => {
    plant(house, [...FLOORS, ...MORE, ...CLOSING, ...ALLOWED]);
    found = violationsIn(house);
  }, 60_000);
  afterAll(() => {
    rmSync(house, { recursive: true, force: true });
  });

  test.each([...FLOORS, ...MORE])("$rule: $file may not import $imports", ({ rule, file }) => {
    // A circle of folders is found between the folders, and names no file.
    expect(rulesAgainst(rule === "no circle of folders" ? dirname(file) : file)).toContain(rule);
  });

  test.each(ALLOWED)("$file may import $imports", ({ file }) => {
    expect(rulesAgainst(file)).toEqual([]);
  });

  test("no rule is without a breach here", () => {
    const rules = floors.forbidden?.map(({ name }) => name);
    expect([...new Set([...FLOORS, ...MORE].map(({ rule }) => rule))].sort()).toEqual(rules?.sort());
  });
});
