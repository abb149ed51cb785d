/** Something that the site states as measured, with the programs that were run. */
import * as v from "valibot";
import { plain } from "../../text/plain";
import { claimsNamed } from "../claims";
import type { Content, Fact } from "../content";
import { factSchema } from "../fact-schema";
import { layerOf, proofOf } from "../lookups";
import { idsIn, named } from "../named";
import { address, proof } from "../published-parts";
import type { Reader } from "../reader";
import { slug } from "../schema";
import type { Kind } from "./kind";

const FOLDER = "facts";
const SIDECAR = "fact.yaml";
/** Programs that several facts run. */
const SHARED = "programs";

const whereOf = (id: string): string => `content/${FOLDER}/${id}/${SIDECAR}`;
const pageOf = (id: string): string => `/facts/${id}/`;

function readFact(reader: Reader, id: string): Fact[] {
  const folder = `${FOLDER}/${id}`;
  const data = reader.one(factSchema, `${folder}/${SIDECAR}`);
  if (!data) return [];
  const own = reader.names(folder).filter((name) => name !== SIDECAR);
  const programs = [
    ...own.map((name) => ({ name, file: `${folder}/${name}` })),
    ...data.programs.map((name) => ({ name, file: `${SHARED}/${name}` })),
  ];
  const texts = Object.fromEntries(programs.map(({ name, file }) => [name, reader.text(file) ?? ""]));
  return [{ ...data, id, texts }];
}

/** Shared programs that no fact runs. */
const unused = ({ facts }: Content, reader: Reader): string[] =>
  reader
    .names(SHARED)
    .filter((name) => !facts.some(({ programs }) => programs.includes(name)))
    .map((name) => `content/${SHARED}/${name}: stray file: no fact names it in "programs".`);

export const fact: Kind = {
  files: [`${FOLDER}/*/${SIDECAR}`, `${FOLDER}/*/*.py`, `${SHARED}/*.py`],
  read: (reader, content) => {
    content.facts = reader.names(FOLDER).flatMap((id) => readFact(reader, id));
  },
  ids: ({ facts }) =>
    idsIn(
      "fact",
      facts.map(({ id }) => id),
      whereOf,
    ),
  names: ({ facts }) =>
    facts.flatMap((one) => {
      const where = whereOf(one.id);
      return [
        ...named(where, "causes", "cause", one.causes),
        ...named(where, "limits", "limit", one.limits),
        ...named(where, "environment", "environment", [one.environment]),
        ...claimsNamed(where, "first", [one.first]),
        ...claimsNamed(where, "second", [one.second]),
      ];
    }),
  mistakes: unused,
  searched: (content) =>
    content.facts.map((one) => ({
      href: pageOf(one.id),
      kind: "fact",
      title: one.title.replaceAll("`", ""),
      place: layerOf(content, one.causes),
      names: "",
      errors: [],
      text: plain(one.statement),
    })),
  published: {
    name: "facts",
    what: "What was measured.",
    schema: v.array(
      v.strictObject({
        id: slug,
        page: address,
        ...v.pick(factSchema, ["title", "statement", "causes", "sources"]).entries,
        proof,
      }),
    ),
    of: (content) =>
      content.facts.map(({ id, title, statement, causes, sources }) => ({
        id,
        page: pageOf(id),
        title,
        statement,
        causes,
        sources,
        proof: proofOf(content, "fact", id),
      })),
  },
};
