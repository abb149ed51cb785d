/** The one door to `content/`: reads every file, checks it, joins it. Used at build time and by tests only. */
import * as v from "valibot";
import * as s from "./schema";
import { crossCheck } from "./cross-check";
import { factSchema, type FactData } from "./fact-schema";
import { recordSchema, type ProofRecord } from "./proof-schema";
import { Reader, type AnySchema } from "./reader";
import { runbooksSchema, type Runbooks } from "./runbook-schema";
import { addTeam, type Note } from "./team";

export interface Cause extends s.CauseData {
  id: string;
  body: string;
  fixture: s.Fixture | null;
}
export interface Pair extends s.PairData {
  id: string;
  framework: string;
  brokenCode: string;
  fixedCode: string;
}
export interface Config extends s.ConfigData {
  id: string;
  texts: Record<string, string>;
}
export interface Fact extends FactData {
  id: string;
  /** Names and texts of the files that run. */ texts: Record<string, string>;
}
export interface Guide extends s.GuideData {
  body: string;
}
export interface Content {
  layers: s.LayerInfo[];
  symptoms: s.Symptom[];
  questions: s.Question[];
  products: Record<s.Dimension, s.Product[]>;
  checks: s.Check[];
  causes: Cause[];
  pairs: Pair[];
  configs: Config[];
  limits: s.Limit[];
  guides: Guide[];
  facts: Fact[];
  /** Words that people use for the same thing, for the search. */
  synonyms: string[][];
  pages: s.PageData[];
  /** What the lab recorded. */
  proofs: ProofRecord[];
  /** Links from alerting tools. */
  runbooks: Runbooks;
  /** A team's own notes, from content/team. */
  notes: Note[];
}

/** Author mistakes, each one sentence that names file and field. */
export class ContentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "ContentError";
  }
}

function readCauses(reader: Reader): Cause[] {
  return reader
    .names("causes")
    .filter((name) => name.endsWith(".mdx"))
    .flatMap((name) => {
      const id = name.slice(0, -4);
      const read = reader.mdx(s.causeSchema, `causes/${name}`);
      const fixtureFile = `causes/${id}.fixture.yaml`;
      const fixture = reader.yaml(s.fixtureSchema, fixtureFile);
      return read ? [{ ...read.data, id, body: read.body, fixture }] : [];
    });
}

function readPairs(reader: Reader): Pair[] {
  return reader.names("pairs").flatMap((framework) =>
    reader.names(`pairs/${framework}`).flatMap((name) => {
      const folder = `pairs/${framework}/${name}`;
      const data = reader.yaml(s.pairSchema, `${folder}/pair.yaml`);
      const brokenCode = reader.text(`${folder}/broken.py`);
      const fixedCode = reader.text(`${folder}/fixed.py`);
      if (!data || brokenCode === null || fixedCode === null) return [];
      return [{ ...data, id: `${framework}/${name}`, framework, brokenCode, fixedCode }];
    }),
  );
}

function readConfigs(reader: Reader): Config[] {
  return reader.names("configs").flatMap((id) => {
    const data = reader.yaml(s.configSchema, `configs/${id}/config.yaml`);
    if (!data) return [];
    const texts: Record<string, string> = {};
    for (const { file } of data.files) texts[file] = reader.text(`configs/${id}/${file}`) ?? "";
    return [{ ...data, id, texts }];
  });
}

function readFacts(reader: Reader): Fact[] {
  return reader.names("facts").flatMap((id) => {
    const data = reader.yaml(factSchema, `facts/${id}/fact.yaml`);
    if (!data) return [];
    const own = reader
      .names(`facts/${id}`)
      .filter((name) => name !== "fact.yaml" && name !== "__pycache__")
      .map((name) => [name, `facts/${id}/${name}`] as const);
    const shared = data.programs.map((name) => [name, `programs/${name}`] as const);
    return [
      {
        ...data,
        id,
        texts: Object.fromEntries([...own, ...shared].map(([name, file]) => [name, reader.text(file) ?? ""])),
      },
    ];
  });
}

/**
 * Read and check all of `content/`.
 * @param root path of the content folder
 * @throws ContentError with every problem that was found
 */
export function loadContent(root: string): Content {
  const reader = new Reader(root);
  const list = <S extends AnySchema>(schema: S, file: string) => reader.yaml(v.array(schema), file) ?? [];
  const content: Content = {
    layers: list(s.layerSchema, "layers.yaml"),
    symptoms: list(s.symptomSchema, "symptoms.yaml"),
    questions: list(s.questionSchema, "questions.yaml"),
    products: {
      framework: list(s.productSchema, "products/framework.yaml"),
      hosting: list(s.productSchema, "products/hosting.yaml"),
      server: list(s.productSchema, "products/server.yaml"),
      proxy: list(s.productSchema, "products/proxy.yaml"),
    },
    checks: reader.names("checks").flatMap((name) => list(s.checkSchema, `checks/${name}`)),
    causes: readCauses(reader),
    pairs: readPairs(reader),
    configs: readConfigs(reader),
    limits: reader
      .names("limits")
      .flatMap((name) => reader.json(v.array(s.limitSchema), `limits/${name}`) ?? []),
    guides: reader.names("guides").flatMap((name) => {
      const read = reader.mdx(s.guideSchema, `guides/${name}`);
      return read ? [{ ...read.data, body: read.body }] : [];
    }),
    facts: readFacts(reader),
    synonyms: list(v.array(s.words), "synonyms.yaml"),
    pages: list(s.pageSchema, "pages.yaml"),
    proofs: reader
      .names("proofs")
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => reader.json(recordSchema, `proofs/${name}`) ?? []),
    runbooks: reader.yaml(runbooksSchema, "runbooks.yaml") ?? { example: {}, examples: [] },
    notes: [],
  };
  content.checks.push(...content.causes.flatMap((cause) => cause.checks));
  const ours = crossCheck(content);
  const problems = [...reader.problems, ...ours, ...addTeam(content, root, ours)];
  if (problems.length > 0) throw new ContentError(problems);
  return content;
}
