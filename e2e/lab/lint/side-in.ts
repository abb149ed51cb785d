/** Where a side of a pair is. */
import { join } from "node:path";
import type { Pair } from "../../../lib/content/load";
import { sideFile } from "../../../lib/model/languages";
import { folderOf } from "../kinds/pair";

export const sideIn = (pair: Pair, side: "broken" | "fixed"): string =>
  join(folderOf(pair), sideFile(side, pair.language));
