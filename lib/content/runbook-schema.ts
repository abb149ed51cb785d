/** The shape of `content/runbooks.yaml`: links from alerting tools, each in its tool's template language. */
import * as v from "valibot";
import { slug, source, words } from "./schema";

const example = v.strictObject({
  id: slug,
  tool: words,
  title: words,
  /** Where it is written. */
  where: words,
  /** The tool's own text for a number of seconds. */
  value: v.pipe(v.string(), v.minLength(1)),
  says: words,
  /** `{link}` stands for the address with the value in it, `{value}` for the value alone. */
  code: v.pipe(v.string(), v.includes("{link}", "must hold {link}")),
  /** What happens when the tool has nothing to fill in. */
  empty: words,
  sources: v.pipe(v.array(source), v.minLength(1)),
});

export const runbooksSchema = v.strictObject({
  /** Question to answer: the case that the examples open. */
  example: v.record(slug, slug),
  examples: v.pipe(v.array(example), v.minLength(1)),
});

export type Runbooks = v.InferOutput<typeof runbooksSchema>;
export type RunbookExample = Runbooks["examples"][number];

/** An example's title with its tool, as a heading and as a hit of the search. */
export const exampleTitle = ({ tool, title }: RunbookExample): string =>
  `${tool}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
