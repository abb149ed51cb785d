/** The shape of /knowledge.json for machines. */
import { toJsonSchema } from "@valibot/to-json-schema";
import { publishedSchema } from "./published";

/** The schema of /knowledge.json as JSON Schema, made from the one that content is checked with. */
export function jsonSchema(): object {
  // Trimming and cross-field checks of the authors' schema say nothing about what is published.
  const schema = toJsonSchema(publishedSchema, {
    typeMode: "output",
    target: "draft-2020-12",
    errorMode: "ignore",
  });
  return {
    ...schema,
    title: "Lastbyte: the knowledge",
    description: "What /knowledge.json holds. The page /data/ explains it.",
  };
}
