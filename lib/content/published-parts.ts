/** What the fields of /knowledge.json are made of. */
import * as v from "valibot";

export const address = v.pipe(
  v.string(),
  v.regex(/^\/[a-z0-9._-]+\/.*$/),
  v.description("Address of its page, from the root of the host that the site stands on."),
);

export const markdown = v.pipe(
  v.string(),
  v.description('Markdown. <Pair id="…" /> stands for the code pair with that id.'),
);

/** What was run for it, without the recording. */
export const proof = v.nullable(
  v.strictObject({
    state: v.picklist(["reproduced", "validated", "documented"]),
    made: v.string(),
    versions: v.record(v.string(), v.string()),
  }),
);

/** On what a team has added to its fork. */
export const team = v.optional(v.literal(true));
