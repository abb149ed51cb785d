/** The one door to `content/`: reads every file, checks it, joins it. For the build and for tests. */
import { emptyContent, type Content } from "./content";
import { KINDS } from "./kinds/all";
import { mistakesIn } from "./mistakes";
import { Reader, type Planted } from "./reader";

export type { Config, Content, Fact, Pair } from "./content";

/** Author mistakes, each one sentence that names file and field. */
export class ContentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "ContentError";
  }
}

/**
 * Read and check all of `content/`.
 * @param root path of the content folder
 * @param planted files that stand in for those on disk, for tests
 * @throws ContentError with every problem that was found
 */
export function loadContent(root: string, planted: Planted = {}): Content {
  const reader = new Reader(root, planted);
  const content = emptyContent();
  for (const kind of KINDS) kind.read(reader, content);
  const problems = [...new Set([...reader.problems, ...mistakesIn(content, reader)])];
  if (problems.length > 0) throw new ContentError(problems);
  return content;
}
