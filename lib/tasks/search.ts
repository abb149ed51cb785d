/** `npm run -s search -- FILE.jsonl`: the ten best hits for each query, from the same engine as the search box. */
import { loadContent } from "../content/load";
import { searchEntries } from "../content/search-entries";
import { engineOf } from "../search/engine";
import { recordsOf } from "./records";

const records = recordsOf(
  process.argv[2],
  'Give a file of queries: npm run -s search -- FILE.jsonl, with {"id", "query"} on each line.',
);
const content = loadContent("content");
const engine = engineOf(searchEntries(content), content.synonyms);
for (const { id, query } of records) {
  console.log(
    JSON.stringify({
      id: id ?? null,
      hits: engine.search(typeof query === "string" ? query : "").map(({ entry }) => entry.href),
    }),
  );
}
