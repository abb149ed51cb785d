/** How our own scripts are bundled. */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { build, type BuildOptions, type OutputFile } from "esbuild";

/**
 * Bundle a script for the browser.
 * @param base of the site, for components/base/at.ts
 */
export async function bundle(entry: string, base: string, options: BuildOptions = {}): Promise<OutputFile[]> {
  const { outputFiles = [] } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    charset: "utf8",
    define: { "process.env.NEXT_PUBLIC_BASE_PATH": JSON.stringify(base) },
    ...options,
  });
  return outputFiles;
}

/**
 * The same for a script that imports parts of itself later: each stands in a file of its own, under a name that changes with it.
 * @param names how the names of its file and of its parts begin
 * @returns the name of the script's file, and the texts of all
 */
export async function bundleParts(
  entry: string,
  base: string,
  folder: string,
  names: { entry: string; part: string },
): Promise<{ name: string; texts: string[] }> {
  const files = await bundle(entry, base, {
    splitting: true,
    outdir: folder,
    entryNames: `${names.entry}.[hash]`,
    chunkNames: `${names.part}.[hash]`,
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of files) writeFileSync(path, contents);
  const name = files.map(({ path }) => basename(path)).find((one) => one.startsWith(`${names.entry}.`)) ?? "";
  return { name, texts: files.map(({ text }) => text) };
}
