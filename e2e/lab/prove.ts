/**
 * `npm run prove [-- name…]`: lint the programs of pairs, run the lab and write what it saw. `--compare` writes nothing and
 * fails when it saw something else; `--update` renews the pins first; `--wrong` runs the wrong fixes of pairs, which their
 * claims must refuse, with `--changed` only those of which that is not known; `--undone` takes the decisive lines of
 * fixed sides back, each alone; `--lint` ends after the linters.
 */
import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { loadContent, type Content } from "../../lib/content/load";
import { LabError } from "./base/error";
import type { Item } from "./evidence/item";
import { lint } from "./lint/lint";
import { lackingPython } from "./machine/other-python";
import { plan } from "./plan";
import { runCutOff } from "./prove/cut-off";
import { tidily } from "./prove/endings";
import { install } from "./prove/install";
import { optionsOf } from "./prove/options";
import { FAILED, held, nameOf, proveAll, type Result } from "./prove/prove-all";
import { undoneTrials } from "./undone/undone";
import { tryAll } from "./wrong-fix/try-all";
import { tryWrongFixes } from "./wrong-fix/try-wrong-fixes";

/** Proofs at a time, for each core: they mostly wait. */
const LANES_A_CORE = 2.5;
const LANES = Math.floor(LANES_A_CORE * Math.min(2, cpus().length));

const say = (line: string) => {
  console.log(line);
};
const args = process.argv.slice(2);
const options = optionsOf(args);

/** What came of all, in words. `late` held at the second try only. */
function report(results: readonly Result[], late: readonly Result[], begun: number): void {
  const count = (state: string) => results.filter((result) => result.state === state).length;
  const failed = results.filter((result) => !held(result));
  const names = (some: readonly Result[]) => some.map(({ item }) => nameOf(item)).join(", ");
  const counts = ["reproduced", "validated", "documented"].map((state) => `${count(state)} ${state}`);
  const seconds = ((Date.now() - begun) / 1000).toFixed(0);
  say(`\n${counts.join(", ")}, ${failed.length} not proven, ${seconds} s`);
  if (late.length > 0) say(`held at the second try only: ${names(late)}`);
  if (failed.length > 0) say(`not proven: ${names(failed)}\nlogs of what could not run: ${FAILED}`);
}

/** Prove everything; gives the exit code. */
async function prove(items: readonly Item[]): Promise<number> {
  const begun = Date.now();
  const first = await proveAll(items, LANES, options.compare, say);
  const again = first.filter((result) => !held(result)).map(({ item }) => item);
  // Clocks are what is measured, and another proof on the same machine can disturb them: what failed is run
  // once more, alone, and named.
  if (again.length > 0) say(`\nonce more, one at a time: ${again.map(nameOf).join(", ")}`);
  const second = await proveAll(again, 1, options.compare, say);
  const results = [...first.filter(held), ...second];
  report(results, second.filter(held), begun);
  return results.every(held) ? 0 : 1;
}

/** The pairs among the items. */
function pairsOf(content: Content, items: readonly Item[]): Content["pairs"] {
  const chosen = new Set(items.map(nameOf));
  return content.pairs.filter(({ id }) => chosen.has(`pair:${id}`));
}

/** Do what was asked for; gives the exit code. */
async function run(content: Content, items: readonly Item[]): Promise<number> {
  const pairs = pairsOf(content, items);
  if (options.wrong) return (await tryWrongFixes(pairs, content.pairs, options.changed, say)) ? 0 : 1;
  if (options.undone) {
    const verdicts = await tryAll("marks undone", pairs, undoneTrials, say);
    return verdicts.every(({ state }) => state !== "passed") ? 0 : 1;
  }
  return prove(items);
}

/** Whether the linters find nothing in the programs of pairs. */
async function isClean(pairs: Content["pairs"]): Promise<boolean> {
  const begun = Date.now();
  const found = await lint(pairs);
  const seconds = ((Date.now() - begun) / 1000).toFixed(0);
  say(`lab: ${pairs.length} pairs linted, ${found.length === 0 ? "nothing found" : "found:"}, ${seconds} s`);
  for (const line of found) say(`    ${line}`);
  return found.length === 0;
}

/** The items that this machine can run; it says which it cannot, for want of a Python. */
async function runnable(items: readonly Item[]): Promise<Item[]> {
  const lacking = await lackingPython([...new Set(items.flatMap(({ environments }) => environments))]);
  const isOut = ({ environments }: Item) => environments.some((name) => lacking.includes(name));
  const out = items.filter(isOut);
  if (out.length > 0)
    say(`lab: LEFT OUT, as the Python that they ask for is not here: ${out.map(nameOf).join(", ")}`);
  return items.filter((item) => !isOut(item));
}

async function main(): Promise<number> {
  const content = loadContent("content");
  const all = plan(content, options.names);
  const asked =
    options.wrong || options.undone || options.lint ? all.filter(({ kind }) => kind === "pair") : all;
  if (asked.length === 0) {
    console.error(
      `There is nothing called ${options.names.join(", ")} to prove. ` +
        "Names are those of pairs, configs and facts, such as langgraph/tool-heartbeat or config:nginx.",
    );
    return 1;
  }
  const items = await runnable(asked);
  if (items.length === 0) return 1;
  if (options.inside) return run(content, items);
  rmSync(FAILED, { recursive: true, force: true });
  await install(items, options, say);
  // Other programs than those that are shown need no linting of these.
  const onTrial = options.wrong || options.undone;
  if (!onTrial && !(await isClean(pairsOf(content, items)))) return 1;
  if (options.lint) return 0;
  const exit = await runCutOff(args);
  if (exit !== null) return exit;
  say("lab: this system cannot take the network away; the proofs run with it");
  return run(content, items);
}

const end = tidily();
process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof LabError ? error.message : error);
  return 1;
});
end();
