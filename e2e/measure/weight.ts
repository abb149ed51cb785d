/** What pages weigh on the wire in their first load, and what of the desk is the framework's own. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { pageKinds, pagesOf } from "../../lib/tasks/export/pages";
import { parsePage } from "../../lib/tasks/page";

const KINDS = ["html", "css", "script", "total"] as const;
const WAYS = {
  gzip: (bytes: Buffer) => gzipSync(bytes).length,
  brotli: (bytes: Buffer) => brotliCompressSync(bytes).length,
};
type Way = keyof typeof WAYS;
type Weight = Record<(typeof KINDS)[number], number>;

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(2)} kB`;

/** A scale for one way of compression; it remembers what several pages share. */
function scaleFor(out: string, way: Way) {
  const known = new Map<string, number>();
  const bytes = (file: string): number => {
    const size = known.get(file) ?? WAYS[way](readFileSync(join(out, file)));
    known.set(file, size);
    return size;
  };
  return (page: string): Weight => {
    const root = parsePage(readFileSync(join(out, page), "utf8"));
    const sum = (addresses: readonly (string | undefined)[]) =>
      [...new Set(addresses)]
        .filter((address) => address?.startsWith("/") === true)
        .reduce((total, address) => total + bytes((address ?? "").replace(/[?#].*$/, "")), 0);
    const html = bytes(page);
    const css = sum(root.querySelectorAll("link[rel=stylesheet]").map((link) => link.getAttribute("href")));
    // `nomodule` is for browsers that load nothing else of it.
    const script = sum(
      root
        .querySelectorAll("script[src]")
        .filter((tag) => !Object.keys(tag.attributes).some((name) => name.toLowerCase() === "nomodule"))
        .map((tag) => tag.getAttribute("src")),
    );
    return { html, css, script, total: html + css + script };
  };
}

const sentence = ({ html, css, script, total }: Weight): string =>
  `${kB(total)} (HTML ${kB(html)}, CSS ${kB(css)}, scripts ${kB(script)})`;

/** Build an app of the same framework with nothing but a heading. @returns the folder that holds it */
function buildEmpty(): string {
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-floor-"));
  for (const file of ["package.json", "package-lock.json", "next.config.ts", "tsconfig.json"])
    if (existsSync(file)) cpSync(file, join(folder, file));
  // JSX comes from there, as tsconfig.json says.
  for (const part of ["components/base", "lib/model/address.ts"])
    cpSync(part, join(folder, part), { recursive: true });
  mkdirSync(join(folder, "app"));
  writeFileSync(
    join(folder, "app", "layout.tsx"),
    'export default function Layout({ children }: { children: React.ReactNode }) { return <html lang="en"><body>{children}</body></html>; }\n',
  );
  writeFileSync(
    join(folder, "app", "page.tsx"),
    "export default function Page() { return <h1>Empty</h1>; }\n",
  );
  const run = (command: string, args: readonly string[], cwd: string) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}${stderr}`);
  };
  // Hard links: the framework's bundler follows no link that leads out of the folder.
  run("cp", ["-al", "node_modules", join(folder, "node_modules")], ".");
  run(process.execPath, [join("node_modules", "next", "dist", "bin", "next"), "build"], folder);
  return folder;
}

/**
 * Weigh an export and say what was found.
 * @param out path of the export
 */
export function weight(out: string): void {
  const kindOf = pageKinds();
  const documents = pagesOf(out).filter((page) => kindOf(page) === "document");
  for (const way of Object.keys(WAYS) as Way[]) {
    const scale = scaleFor(out, way);
    const weights = documents.map((page) => ({ page, ...scale(page) })).sort((a, b) => b.total - a.total);
    console.log(
      `${way}: ${weights.length} documents, ${weights.filter(({ total }) => total > 40_000).length} over 40 kB`,
    );
    for (const kind of KINDS) {
      const sorted = weights.map((one) => one[kind]).sort((a, b) => a - b);
      console.log(
        `  ${kind}: min ${kB(sorted[0] ?? 0)}, median ${kB(sorted[Math.floor(sorted.length / 2)] ?? 0)}, max ${kB(sorted.at(-1) ?? 0)}`,
      );
    }
    for (const one of weights.slice(0, 5)) console.log(`  ${one.page}: ${sentence(one)}`);
  }
  const folder = buildEmpty();
  try {
    for (const way of Object.keys(WAYS) as Way[]) {
      const floor = scaleFor(join(folder, "out"), way)("index.html");
      console.log(`${way}: floor ${sentence(floor)}`);
      for (const page of pagesOf(out).filter((file) => kindOf(file) === "desk")) {
        const desk = scaleFor(out, way)(page);
        console.log(`  desk, ${page}: ${sentence(desk)}`);
        console.log(
          `  over floor: scripts ${kB(desk.script - floor.script)}, HTML ${kB(desk.html - floor.html)}, both ${kB(desk.script + desk.html - floor.script - floor.html)}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
