/** Install what the items need. Only here the network is used. */
import { LabError } from "../base/error";
import type { Item } from "../evidence/item";
import { LINTERS } from "../lint/python";
import { prepareEnvironments, updateLocks } from "../machine/environments";
import { environmentsFor, preparePrograms } from "../machine/installed";
import { environments, listOf, unlocked } from "../machine/locks";
import type { Options } from "./options";

/** Make the environments stand, and find or install the programs. */
export async function install(
  items: readonly Item[],
  options: Options,
  say: (line: string) => void,
): Promise<void> {
  const begun = Date.now();
  const programs = options.lint ? [] : [...new Set(items.flatMap((item) => item.programs))];
  const linters = items.some(({ kind }) => kind === "pair") ? [LINTERS] : [];
  const named = new Set([
    ...items.flatMap((item) => item.environments),
    ...environmentsFor(programs),
    ...linters,
  ]);
  const needed = environments().filter((name) => named.has(name));
  if (options.update) await updateLocks(say);
  else if (options.compare) refuseUnlocked(needed);
  await prepareEnvironments(needed, say);
  await preparePrograms(programs, say);
  say(`lab: environments and programs stand, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}

/** A comparison writes nothing, lock files included. */
function refuseUnlocked(names: readonly string[]): void {
  const [name] = unlocked(names);
  if (name !== undefined)
    throw new LabError(
      `${listOf(name)} has changed since it was locked: run "npm run prove" without --compare, which locks it anew.`,
    );
}
