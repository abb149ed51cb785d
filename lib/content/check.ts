/** `tsx lib/content/check.ts`: reads all of content/, holds each shown file against its record, and prints each problem as one sentence. */
import { compile } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";
import { ContentError, loadContent } from "./load";
import { shownConfig, shownFact, shownPair, unproven } from "./proofs";

try {
  const content = loadContent("content");
  // A team writes its notes for itself: what the compiler would say in the middle of a build is said here, as a sentence.
  const unreadable = await Promise.all(content.notes.map(({ id, body }) => compile(body, { remarkPlugins: [remarkGfm] }).then(() => [], (error: unknown) => [`content/team/notes/${id}.mdx: not readable as MDX: ${error instanceof Error ? error.message.split("\n")[0] ?? "" : String(error)}`])));
  if (unreadable.flat().length > 0) throw new ContentError(unreadable.flat());
  const missing = unproven([...content.pairs.map(shownPair), ...content.configs.map(shownConfig), ...content.facts.map(shownFact)], content.proofs);
  if (missing.length > 0) throw new ContentError(missing);
  console.log(
    `content: ${content.causes.length} causes, ${content.checks.length} checks, ${content.pairs.length} pairs, ${content.configs.length} configs, ` +
      `${content.limits.length} limits, ${content.guides.length} guides, ${content.facts.length} facts, ${content.proofs.length} records of the lab: all right`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exitCode = 1;
}
