/** Programs in Python, linted: ruff, and mypy where a framework has types that fit. */
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Pair } from "../../../lib/content/load";
import { pooled } from "../base/pool";
import { CACHE } from "../machine/cache";
import { binOf } from "../machine/environments";
import { sideIn } from "./side-in";

const run = promisify(execFile);

/** The environment of the linters; its lock pins them. */
export const LINTERS = "lint";

/** What ruff looks for in a fixed side: pyflakes, bugbear, async mistakes, tasks that nobody holds, and what is said too long. */
const FIXED = ["E4", "E7", "E9", "F", "W", "B", "ASYNC", "RUF006", "UP", "SIM", "PIE", "RET", "C4", "PERF"];
/** A broken side has its mistake; beside it, names exist and are used. */
const BROKEN = ["E4", "E7", "E9", "F"];
/** A store that other processes write is polled: there is no event to wait for. */
const NOT = "ASYNC110";

/**
 * Environments whose frameworks have types that their own documented calls fit. LangChain's do not: `ChatOpenAI` refuses
 * the `api_key` that its examples give, and AutoGen's `create_stream` the arguments that it hands on.
 */
const TYPED = ["crewai", "llamaindex", "mcp", "serving"];

/** The SDK wants a type of its own for a list of messages in a variable, and its examples have none. */
const KNOWN = /: error: Argument "messages" to "create" of "\w+" has incompatible type "list\[dict/;

/** What a linter prints where it finds something; nothing otherwise. */
async function toldBy(linter: string, args: readonly string[]): Promise<string[]> {
  try {
    await run(join(binOf(LINTERS), linter), args);
    return [];
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    const said = `${stdout}${stderr}`.trim();
    return said === "" ? [String(error)] : said.split("\n").filter((line) => !KNOWN.test(line));
  }
}

const ruff = (files: readonly string[], rules: readonly string[]): Promise<string[]> =>
  toldBy("ruff", [
    ...["check", "--isolated", "--quiet", "--no-cache", "--target-version=py311", "--output-format=concise"],
    ...[`--select=${rules.join(",")}`, `--ignore=${NOT}`, ...files],
  ]);

/** @param environment that the program runs in, whose packages it imports */
async function mypy(file: string, environment: string): Promise<string[]> {
  const types = join(CACHE, "mypy", environment);
  const read = () =>
    toldBy("mypy", [
      ...["--no-error-summary", "--hide-error-context", "--check-untyped-defs", "--ignore-missing-imports"],
      // Calls that answer whole or in pieces have both types in one; which it is hangs on an argument.
      "--disable-error-code=union-attr",
      ...["--cache-dir", types, "--python-executable", join(binOf(environment), "python"), file],
    ]);
  const told = await read();
  if (!told.some((line) => line.includes("INTERNAL ERROR"))) return told;
  // Two labs at once can leave it a store that it cannot read.
  rmSync(types, { recursive: true, force: true });
  return read();
}

/** What mypy says of programs of one environment, one after the other: they share the cache of what its types are. */
async function typesOf(environment: string, pairs: readonly Pair[]): Promise<string[]> {
  const told: string[] = [];
  for (const pair of pairs) told.push(...(await mypy(sideIn(pair, "fixed"), environment)));
  return told;
}

/** @returns what the linters found, a line each; nothing where all is well */
export async function lintPython(pairs: readonly Pair[]): Promise<string[]> {
  if (pairs.length === 0) return [];
  const types = await pooled(
    TYPED.map((name) => {
      const programs = pairs.filter(({ environment }) => environment === name);
      return () => typesOf(name, programs);
    }),
  );
  return [
    ...(await ruff(
      pairs.map((pair) => sideIn(pair, "fixed")),
      FIXED,
    )),
    ...(await ruff(
      pairs.map((pair) => sideIn(pair, "broken")),
      BROKEN,
    )),
    ...types.flat(),
  ];
}
