/** Links from alerting tools, each in its tool's template language. */
import * as v from "valibot";
import type { RunbookExample } from "../../model/content";
import { plain } from "../../text/plain";
import { answersNamed, idsIn } from "../named";
import { slug, sources, words } from "../schema";
import type { Kind } from "./kind";

const FILE = "runbooks.yaml";

const example = v.strictObject({
  id: slug,
  tool: words,
  title: words,
  where: words,
  value: v.pipe(v.string(), v.minLength(1)),
  says: words,
  code: v.pipe(v.string(), v.includes("{link}", "must hold {link}")),
  empty: words,
  sources,
});

export const runbooksSchema = v.strictObject({
  example: v.record(slug, slug),
  examples: v.pipe(v.array(example), v.minLength(1)),
});

/** An example's title with its tool, as a heading and as a hit of the search. */
export const exampleTitle = ({ tool, title }: RunbookExample): string =>
  `${tool}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;

export const runbook: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.runbooks = reader.one(runbooksSchema, FILE) ?? content.runbooks;
  },
  ids: ({ runbooks }) =>
    idsIn(
      "runbook",
      runbooks.examples.map(({ id }) => id),
      (id) => `content/${FILE}: entry "${id}"`,
    ),
  names: ({ runbooks }) => answersNamed(`content/${FILE}`, "example", runbooks.example),
  searched: ({ runbooks }) =>
    runbooks.examples.map((one) => ({
      href: `/runbooks/#${one.id}`,
      kind: "page",
      title: exampleTitle(one),
      place: "Runbooks",
      names: "runbook link",
      errors: [],
      text: plain(`${one.where} ${one.says}`),
    })),
  anchored: /^\/runbooks\/$/,
};
