/** Everything in `content/` that can be searched, each with its very address. */
import { NONE, OTHER } from "../model/ids";
import { engineOf } from "../search/engine";
import type { Entry, Kind, Named } from "../search/types";
import type { Content } from "./content";
import { KINDS } from "./kinds/all";

/** What most searches are after: read first, in this order. Limits are many, and come with what follows. */
const FIRST: Readonly<Partial<Record<Kind, number>>> = { cause: 1, error: 1, guide: 2, config: 3 };

/** Whether an entry belongs to the first tier of the index. */
export const comesFirst = ({ kind }: Pick<Entry, "kind">): boolean => FIRST[kind] !== undefined;

/** Error lines that no page shows: they lead to the page of their cause, and not to a place on it. */
const isExamples = ({ kind, href }: Entry): boolean => kind === "error" && !href.includes("#");
/** So far up a page has to stand for an example of it to be of no use. */
const FOUND_ALREADY = 2;

/** Entries without the examples that lead to their page already: each reader fetches the rest. */
function withNeeded(entries: readonly Entry[], { synonyms }: Content): Entry[] {
  const engine = engineOf(
    entries.filter((entry) => !isExamples(entry)),
    synonyms,
  );
  const isFound = (line: string, href: string) =>
    engine
      .search(line)
      .slice(0, FOUND_ALREADY)
      .some(({ entry }) => entry.href.startsWith(href));
  return entries.flatMap((entry) => {
    if (!isExamples(entry)) return [entry];
    const errors = entry.errors.filter((line) => !isFound(line, entry.href));
    return errors.length > 0 ? [{ ...entry, errors }] : [];
  });
}

/** All entries in a fixed order, those of the first tier before the others. */
export function searchEntries(content: Content): Entry[] {
  const place = ({ kind }: Entry) => FIRST[kind] ?? Infinity;
  const entries = withNeeded(
    KINDS.flatMap((kind) => kind.searched?.(content) ?? []),
    content,
  );
  return entries.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** Answers that are everyday words rather than names. */
const NO_NAMES = new Set([NONE, OTHER, "local", "vm"]);

/** Names of products as people write them, for what a search says of the user's path. */
export function searchNames(content: Content): Named[] {
  return Object.entries(content.products).flatMap(([question, products]) =>
    products
      .filter(({ id }) => !NO_NAMES.has(id))
      .map(({ id, name, also }): Named => ({
        question,
        id,
        name,
        several: content.questions.some((one) => one.id === question && one.kind === "products"),
        // A row can stand for two that go together, and an id is a name that people type.
        names: [
          ...new Set([
            name,
            ...name.split(/ (?:with|and|or) /),
            ...(id.includes("-") ? [id] : []),
            ...(also ?? []),
          ]),
        ],
      })),
  );
}
