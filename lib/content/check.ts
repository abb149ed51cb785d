/** `tsx lib/content/check.ts`: reads all of content/, holds each shown file against its record, and prints each problem as one sentence. */
import { evaluate } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";
import { ContentError, loadContent } from "./load";
import { shownConfig, shownFact, shownPair, unproven } from "./proofs";

/** Elements without a library: enough to see whether a text can be made at all. */
const FRAGMENT = Symbol("fragment");
const make = (type: unknown, props: unknown) => ({ type, props });

/** What the build would only say in its middle about a team's note: signs that MDX reads as its own, a part that there is not. */
async function noteProblem(id: string, body: string): Promise<string | null> {
  try {
    const { default: note } = await evaluate(body, { Fragment: FRAGMENT, jsx: make, jsxs: make, remarkPlugins: [remarkGfm] });
    note({ components: { Pair: "pair" } });
    return null;
  } catch (error) {
    return `content/team/notes/${id}.mdx: not readable as MDX, where { and < begin code: ${error instanceof Error ? (error.message.split("\n")[0] ?? "").replace(/\.$/, "") : String(error)}.`;
  }
}

try {
  const content = loadContent("content");
  const unreadable = (await Promise.all(content.notes.map(({ id, body }) => noteProblem(id, body)))).filter((problem) => problem !== null);
  if (unreadable.length > 0) throw new ContentError(unreadable);
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
