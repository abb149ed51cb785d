/**
 * `npm run measure`: what the export weighs and how fast a verdict is painted. `-- scale` builds with more content,
 * `-- search` measures the search, `-- ranking` how well it ranks, `-- questions FILE.jsonl` how many questions a verdict
 * takes, `-- offline` use without network, `-- load` a first visit on a slow line.
 */
import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { load } from "./load";
import { offline } from "./offline";
import { paint } from "./paint";
import { questions } from "./questions";
import { ranking } from "./ranking";
import { scale } from "./scale";
import { search } from "./search";
import { weight } from "./weight";
import { OUT } from "../../lib/tasks/export/stamp";

const {
  positionals: [what, ...times],
  values: { against },
} = parseArgs({ allowPositionals: true, options: { against: { type: "string" } } });
console.log(
  `measure: Node ${process.version}, load ${loadavg()
    .map((load) => load.toFixed(2))
    .join(" ")}`,
);
if (what === "scale") {
  await scale(times.length > 0 ? times.map(Number) : undefined);
} else if (what === "ranking") {
  ranking();
} else if (what === "questions") {
  questions(times[0]);
} else if (what === "offline" && existsSync(`${OUT}/index.html`)) {
  await offline(OUT);
} else if (what === "load" && existsSync(`${OUT}/index.html`)) {
  await load(OUT, against ?? null, times[0]);
} else if (what === "search" && existsSync(`${OUT}/index.html`)) {
  await search(OUT);
} else if (existsSync(`${OUT}/index.html`)) {
  await paint(OUT, against ?? null);
  weight(OUT);
} else {
  console.error("There is no export yet: run `npm run build`, then this again.");
  process.exitCode = 1;
}
console.log(
  `measure: load at the end ${loadavg()
    .map((load) => load.toFixed(2))
    .join(" ")}`,
);
