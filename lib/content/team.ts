/**
 * A team's own knowledge, merged into ours: `content/team/{notes/*.mdx, products/*.yaml, limits/*.yaml, checks/*.yaml}`.
 * Data files may be JSON too, and hold one entry or a list. What is merged is marked, so that it is shown as the team's.
 */
import * as v from "valibot";
import { crossCheck } from "./cross-check";
import type { Content } from "./load";
import { mdxProblems } from "./mdx-check";
import { Reader, type AnySchema } from "./reader";
import { DIMENSIONS } from "../model/names";
import type { Product } from "./schema";
import {
  noteSchema,
  teamCheckSchema,
  teamLimitSchema,
  teamProductSchema,
  type NoteData,
} from "./team-schema";

/** A note as it is shown: its text is Markdown, with the components that content may use. */
export interface Note extends NoteData {
  id: string;
  body: string;
}

const FOLDER = "team";
/** What a note may use beside Markdown. */
const COMPONENTS = new Set(["Pair"]);
const KINDS = ["notes", "products", "limits", "checks"];

interface Entry<T> {
  file: string;
  data: T;
}

/** The entries of a folder of data files, each with the file that it stands in. */
function entries<S extends AnySchema>(reader: Reader, kind: string, schema: S): Entry<v.InferOutput<S>>[] {
  return reader.names(`${FOLDER}/${kind}`).flatMap((name) => {
    const file = `${FOLDER}/${kind}/${name}`;
    if (!/\.(ya?ml|json)$/.test(name)) {
      reader.problems.push(`content/${file}: only .yaml and .json files belong here.`);
      return [];
    }
    // JSON is YAML too.
    const list = reader.yaml(
      v.union(
        [v.array(v.unknown()), v.record(v.string(), v.unknown())],
        "must be one entry or a list of entries",
      ),
      file,
    );
    return (list === null ? [] : Array.isArray(list) ? list : [list]).flatMap((entry) => {
      const data = reader.check(schema, entry, file);
      return data === null ? [] : [{ file: `content/${file}`, data }];
    });
  });
}

function readNotes(reader: Reader): Note[] {
  return reader.names(`${FOLDER}/notes`).flatMap((name) => {
    const file = `${FOLDER}/notes/${name}`;
    if (!name.endsWith(".mdx")) {
      reader.problems.push(`content/${file}: only .mdx files belong here.`);
      return [];
    }
    const read = reader.mdx(noteSchema, file);
    if (!read) return [];
    reader.problems.push(
      ...mdxProblems(read.body, read.linesBefore, COMPONENTS).map((problem) => `content/${file}: ${problem}`),
    );
    return [{ ...read.data, id: name.slice(0, -4), body: read.body }];
  });
}

/** Entries whose id nobody has yet; each of the others is a sentence. */
function fresh<T extends { id: string }>(
  all: readonly Entry<T>[],
  taken: ReadonlySet<string>,
  problems: string[],
): T[] {
  const seen = new Set<string>();
  return all.flatMap(({ file, data }) => {
    if (taken.has(data.id))
      problems.push(
        `${file}: field "id": "${data.id}" is taken by Lastbyte itself, choose another, such as "team-${data.id}".`,
      );
    else if (seen.has(data.id))
      problems.push(`${file}: field "id": "${data.id}" stands in content/team twice.`);
    else {
      seen.add(data.id);
      return [data];
    }
    return [];
  });
}

/** What notes and checks name must be there. */
function dangling(
  content: Content,
  checks: readonly Entry<v.InferOutput<typeof teamCheckSchema>>[],
  limits: readonly Entry<v.InferOutput<typeof teamLimitSchema>>[],
  teamProducts: readonly Entry<v.InferOutput<typeof teamProductSchema>>[],
): string[] {
  const causes = new Set(content.causes.map(({ id }) => id));
  const guides = new Set(content.guides.map(({ framework }) => framework));
  const products = new Set([
    ...DIMENSIONS.flatMap((dimension) => content.products[dimension].map(({ id }) => id)),
    ...content.configs.map(({ id }) => id),
  ]);
  const traits = new Set(
    DIMENSIONS.flatMap((dimension) =>
      content.products[dimension].filter(({ team }) => !team).flatMap((product) => product.traits),
    ),
  );
  const missing = (
    file: string,
    field: string,
    what: string,
    ids: readonly string[],
    known: ReadonlySet<string>,
  ) =>
    ids.filter((id) => !known.has(id)).map((id) => `${file}: field "${field}": there is no ${what} "${id}".`);
  return [
    ...content.notes.flatMap((note) => {
      const file = `content/${FOLDER}/notes/${note.id}.mdx`;
      const pairs = [...note.body.matchAll(/<Pair id="([^"]*)"/g)].map(([, id = ""]) => id);
      return [
        ...missing(file, "body", "pair", pairs, new Set(content.pairs.map(({ id }) => id))),
        ...missing(file, "causes", "cause", note.causes, causes),
        ...missing(file, "guides", "guide", note.guides, guides),
        ...missing(file, "products", "product", note.products, products),
      ];
    }),
    ...limits.flatMap(({ file, data }) =>
      missing(file, "on", "product", data.on === null ? [] : [data.on], products),
    ),
    ...teamProducts.flatMap(({ file, data }) => missing(file, "traits", "trait", data.traits, traits)),
    ...checks.flatMap(({ file, data }) => [
      ...missing(file, "causes", "cause", data.causes, causes),
      ...missing(
        file,
        "evidence",
        "cause",
        data.evidence.map(({ cause }) => cause),
        causes,
      ),
      ...missing(
        file,
        "evidence",
        "outcome",
        data.evidence.map(({ outcome }) => outcome),
        new Set(data.outcomes.map(({ id }) => id)),
      ),
    ]),
  ];
}

/** A team's own products come first among the choices, as they are what it runs; "nothing" stays before them. */
function withProducts(ours: Product[], theirs: readonly Product[]): Product[] {
  const at = ours[0]?.id === "none" ? 1 : 0;
  return [...ours.slice(0, at), ...theirs, ...ours.slice(at)];
}

/**
 * Merge `content/team/` into the content, in place.
 * @param root path of the content folder
 * @param ours problems that the content had without the team
 * @returns every problem of the team's files as one sentence; ours are not looked at again
 */
export function addTeam(content: Content, root: string, ours: readonly string[]): string[] {
  const reader = new Reader(root);
  const unknown = reader.names(FOLDER).filter((name) => !KINDS.includes(name) && !/^README/i.test(name));
  reader.problems.push(
    ...unknown.map(
      (name) =>
        `content/${FOLDER}/${name}: belongs into one of ${KINDS.map((kind) => `${kind}/`).join(", ")}.`,
    ),
  );
  const productEntries = entries(reader, "products", teamProductSchema);
  const checkEntries = entries(reader, "checks", teamCheckSchema);
  const limitEntries = entries(reader, "limits", teamLimitSchema);
  content.notes = readNotes(reader);

  const idsOf = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id));
  const products = fresh(
    productEntries,
    idsOf(DIMENSIONS.flatMap((dimension) => content.products[dimension])),
    reader.problems,
  );
  for (const dimension of DIMENSIONS) {
    const own = products
      .filter((product) => product.dimension === dimension)
      .map(({ dimension: _, ...product }): Product => ({ ...product, team: true }));
    content.products[dimension] = withProducts(content.products[dimension], own);
  }
  content.limits.push(
    ...fresh(limitEntries, idsOf(content.limits), reader.problems).map((limit) => ({
      ...limit,
      team: true as const,
    })),
  );
  for (const { causes, evidence, ...check } of fresh(checkEntries, idsOf(content.checks), reader.problems)) {
    content.checks.push({ ...check, team: true });
    for (const cause of content.causes) {
      if (causes.includes(cause.id)) cause.prove.push(check.id);
      for (const { outcome, cause: about, weight, says } of evidence) {
        if (about === cause.id)
          cause.evidence.push({ when: { [`check.${check.id}`]: [outcome] }, weight, says });
      }
    }
  }
  return [
    ...reader.problems,
    ...dangling(content, checkEntries, limitEntries, productEntries),
    ...crossCheck(content).filter((problem) => !ours.includes(problem)),
  ];
}

/** The notes that belong to a place. */
export function notesFor(
  notes: readonly Note[],
  place: "causes" | "guides" | "products",
  id: string,
): Note[] {
  return notes.filter((note) => note[place].includes(id));
}

/** The anchor of a note on each page that shows it. */
export const noteAnchor = ({ id }: Note): string => `team-${id}`;

/** The page that shows a note, the first of them. */
export function notePage({ causes, guides }: Note): string {
  return causes[0] !== undefined
    ? `/causes/${causes[0]}/`
    : guides[0] !== undefined
      ? `/guides/${guides[0]}/`
      : "/limits/";
}
