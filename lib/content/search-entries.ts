/** Everything in `content/` that can be searched, each with its very address. */
import { NONE, OTHER } from "../model/ids";
import type { Entry, Kind, Named } from "../search/types";
import type { Content } from "./content";
import { KINDS } from "./kinds/all";

/** What most searches are after, and what can be asked for by its exact words: read first, in this order. */
const FIRST: Readonly<Partial<Record<Kind, number>>> = { cause: 1, error: 1, guide: 2, config: 3, limit: 4 };

/** Whether an entry belongs to the first tier of the index. */
export const comesFirst = ({ kind }: Pick<Entry, "kind">): boolean => FIRST[kind] !== undefined;

/** All entries in a fixed order, those of the first tier before the others. */
export function searchEntries(content: Content): Entry[] {
  const place = ({ kind }: Entry) => FIRST[kind] ?? Infinity;
  const entries = KINDS.flatMap((kind) => kind.searched?.(content) ?? []);
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
