/**
 * The whole knowledge for machines, as /knowledge.json holds it, and its shape: what machines may count on.
 * A field is added freely; one is taken away or changed only with a new version.
 */
import { createHash } from "node:crypto";
import * as v from "valibot";
import { under } from "../model/address";
import type { Content } from "./content";
import { KINDS } from "./kinds/all";

const PUBLISHED_VERSION = 1;

const FIELDS = KINDS.flatMap(({ published }) => published ?? []);

const head = {
  $schema: v.pipe(v.string(), v.description("Address of the schema of this file.")),
  lastbyte: v.pipe(v.literal("knowledge"), v.description("What this file is.")),
  version: v.pipe(
    v.literal(PUBLISHED_VERSION),
    v.description("Version of the format. It changes when a field is taken away or means something else."),
  ),
  revision: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{12}$/),
    v.description("Version of the knowledge: a hash of everything below. Reports and case files name it."),
  ),
};

/** The schema of the file. */
export const publishedSchema = v.strictObject({
  ...head,
  ...Object.fromEntries(
    FIELDS.map(({ name, what, schema }) => [name, v.pipe(schema, v.description(what))] as const),
  ),
});

/** The fields of the file with what each is, for the page that explains it. */
export const publishedFields = (): { name: string; what: string }[] =>
  Object.entries(publishedSchema.entries).map(([name, entry]) => ({
    name,
    what: v.getDescription(entry) ?? "",
  }));

type Knowledge = Readonly<Record<string, unknown>>;

const knowledgeIn = (content: Content): Knowledge =>
  Object.fromEntries(FIELDS.map(({ name, of }) => [name, of(content)]));

const hashOf = (knowledge: Knowledge): string =>
  createHash("sha256").update(JSON.stringify(knowledge)).digest("hex").slice(0, 12);

/** The version of the knowledge: the same content, the same twelve digits. */
export const revisionOf = (content: Content): string => hashOf(knowledgeIn(content));

/** Entries with the addresses of their pages under a base. The revision is of the knowledge, wherever it stands. */
const placed = (value: unknown, base: string): unknown =>
  Array.isArray(value)
    ? value.map((entry: { page?: string }) =>
        entry.page === undefined ? entry : { ...entry, page: under(base, entry.page) },
      )
    : value;

/** What the file holds beside the knowledge itself. */
interface PublishedHead {
  $schema: string;
  lastbyte: "knowledge";
  version: typeof PUBLISHED_VERSION;
  revision: string;
}

/**
 * The published knowledge, a field for each kind that is published.
 * @param home where the site stands, without a closing slash; without its host the schema's address begins at the root
 * @param base path of the host below which it stands, which the addresses of pages begin with
 */
export function publish(content: Content, home = "", base = ""): PublishedHead & Knowledge {
  const knowledge = knowledgeIn(content);
  return {
    $schema: `${home}/knowledge.schema.json`,
    lastbyte: "knowledge",
    version: PUBLISHED_VERSION,
    revision: hashOf(knowledge),
    ...Object.fromEntries(Object.entries(knowledge).map(([name, value]) => [name, placed(value, base)])),
  };
}
