/** Procfiles: a process a line, each named by what stands before its colon. */
import type { Block } from "../blocks";
import type { Budget } from "../budget";
import { commandBlocks } from "./blocks";
import { commandsOf } from "./words";

const PROCESS = /^\s*([A-Za-z0-9_-]{1,60}):\s*(.*)$/;
/** Processes that answer no request. */
const NO_REQUESTS = /^(release|worker|beat|celery|cron|clock|scheduler)$/i;

/** Programs that are wanted in the processes that answer requests. */
export const procfileBlocks = (text: string, budget: Budget, wanted: readonly string[]): Block[] =>
  text
    .replace(/\\\n/g, "\\\u0000")
    .split("\n")
    .reduce<{ at: number; blocks: Block[] }>(
      ({ at, blocks }, line) => {
        const [, name = "", command = ""] = PROCESS.exec(line) ?? [];
        const own = NO_REQUESTS.test(name)
          ? []
          : commandsOf(command.replaceAll("\u0000", "\n"), budget, new Map(), at);
        const next = at + line.split("\u0000").length;
        return { at: next, blocks: [...blocks, ...commandBlocks(own, wanted, budget, name)] };
      },
      { at: 0, blocks: [] },
    ).blocks;
