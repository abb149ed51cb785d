/** `tsx lib/content/check.ts`: reads all of content/ and prints each problem as one sentence. */
import { ContentError, loadContent } from "./load";

try {
  const content = loadContent("content");
  console.log(
    `content: ${content.causes.length} causes, ${content.checks.length} checks, ${content.pairs.length} pairs, ${content.configs.length} configs, ` +
      `${content.limits.length} limits, ${content.guides.length} guides: all right`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exitCode = 1;
}
