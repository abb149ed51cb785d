/** `tsx lib/tasks/content.ts`: reads all of content/, holds each shown file against its record, and prints each problem as one sentence. */
import { ContentError, loadContent } from "../content/load";
import { shownConfig, shownFact, shownPair, unproven } from "../content/proofs";

try {
  const content = loadContent("content");
  const missing = unproven(
    [...content.pairs.map(shownPair), ...content.configs.map(shownConfig), ...content.facts.map(shownFact)],
    content.proofs,
  );
  if (missing.length > 0) throw new ContentError(missing);
  const counts = [
    `${content.causes.length} causes`,
    `${content.checks.length} checks`,
    `${content.pairs.length} pairs`,
    `${content.configs.length} configs`,
    `${content.limits.length} limits`,
    `${content.guides.length} guides`,
    `${content.facts.length} facts`,
    `${content.proofs.length} records of the lab`,
  ];
  console.log(`content: ${counts.join(", ")}: all right`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exitCode = 1;
}
