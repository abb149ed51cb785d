/** Prove items, some at a time, and say how each went. */
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileOf } from "../../../lib/content/proofs";
import { pooled } from "../base/pool";
import { spread } from "../base/spread";
import { differences, remarks } from "./compare";
import type { Item } from "../evidence/item";
import { CACHE } from "../machine/cache";
import { committed, write } from "./records";

/** Logs of what could not run. */
export const FAILED = join(CACHE, "failed");

export interface Result {
  item: Item;
  failures: readonly string[];
  /** What differs from the committed record, and is no fault. */
  remarks?: readonly string[];
  seconds: number;
  /** The record's state, or that there is none. */
  state: string;
}

export const held = ({ failures }: Result): boolean => failures.length === 0;
export const nameOf = ({ kind, id }: Item): string => `${kind}:${id}`;

const FAILED_STATE = "FAILED";

const today = (): string => new Date().toISOString().slice(0, 10);

function keepLogs({ kind, id }: Item, dir: string): void {
  const to = join(FAILED, fileOf(kind, id).replace(/\.json$/, ""));
  mkdirSync(to, { recursive: true });
  cpSync(dir, to, {
    recursive: true,
    filter: (path) =>
      !path.endsWith("node_modules") && (/\.(log|conf|cfg|yaml)$/.test(path) || !path.includes(".")),
  });
}

/** What did not hold of an item, and the state that its record has. */
async function outcomeOf(
  item: Item,
  compare: boolean,
): Promise<Pick<Result, "failures" | "remarks" | "state">> {
  try {
    const { proven, failures } = await item.prove(today(), (dir) => {
      keepLogs(item, dir);
    });
    if (!proven) return { failures, state: FAILED_STATE };
    const { state } = proven.record;
    if (!compare) {
      write(proven);
      return { failures: [], state };
    }
    const before = committed(item);
    const other = before ? differences(before, proven) : ["there is no record of it with its runs"];
    return {
      failures: other,
      remarks: before ? remarks(before, proven) : [],
      state: other.length > 0 ? FAILED_STATE : state,
    };
  } catch (error) {
    return { failures: [error instanceof Error ? error.message : String(error)], state: FAILED_STATE };
  }
}

/** Prove all items, so many at a time. */
export async function proveAll(
  items: readonly Item[],
  atOnce: number,
  compare: boolean,
  say: (line: string) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const proveOne = async (item: Item) => {
    const begun = Date.now();
    const outcome = await outcomeOf(item, compare);
    const seconds = (Date.now() - begun) / 1000;
    results.push({ item, ...outcome, seconds });
    const count = `[${results.length}/${items.length}]`;
    say(`${count} ${item.kind} ${item.id}: ${outcome.state}, ${seconds.toFixed(1)} s`);
    for (const line of [...outcome.failures, ...(outcome.remarks ?? [])]) say(`    ${line}`);
  };
  const inTurn = spread(items, ({ environments }) => environments[0] ?? "");
  await pooled(
    inTurn.map((item) => () => proveOne(item)),
    atOnce,
  );
  return results;
}
