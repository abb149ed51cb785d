/** How well the search ranks: the queries of both halves. No test looks at the half that is held back, and nothing is tuned on it. */
import { loadContent } from "../../lib/content/load";
import { searchEntries } from "../../lib/content/search-entries";
import { engineOf } from "../../lib/search/engine";
import { queriesOf, scored } from "../accuracy/search/score";

/** Say how often a right page comes first, in the first three and in the first ten, by kind of query. */
export function ranking(): void {
  const content = loadContent("content");
  const engine = engineOf(searchEntries(content), content.synonyms);
  for (const half of ["dev", "held"]) {
    console.log(`search, ${half}: a right page first, in the first three, in the first ten`);
    for (const [kind, { n, first, three, ten }] of scored(
      engine,
      queriesOf(`e2e/accuracy/search/queries.${half}.jsonl`),
    ))
      console.log(`  ${kind}: ${first}, ${three}, ${ten} of ${n}`);
  }
}
