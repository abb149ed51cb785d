/** What all of content/ is once it is read. */
import type { Accuracy, ConfusionWhy } from "../model/accuracy";
import type { Cause, Guide, Limit, Note, Page, Row, Runbooks, Trait } from "../model/content";
import type { Domains } from "../model/domains";
import type { Check, LayerInfo, Product, Question, Symptom } from "../model/knowledge";
import type { Alike, CodeRule, Examples, Format, FormatRule, Language, Sign } from "../model/reading";
import type { ConfigData, PairData } from "../model/shown";
import type { ConfigProof } from "./config-proof-schema";
import type { FactData } from "./fact-schema";
import type { Claim } from "./proof-schema";
import type { ProofRecord } from "../trace/record-schema";

export interface Pair extends PairData {
  /** `<framework>/<name>` */
  id: string;
  framework: string;
  brokenCode: string;
  fixedCode: string;
  claims: Claim[];
}

export interface Config extends ConfigData {
  id: string;
  /** The files as the program loads them, by name. */
  texts: Record<string, string>;
  proof: ConfigProof;
}

export interface Fact extends FactData {
  id: string;
  /** The programs that run, by name. */
  texts: Record<string, string>;
}

/** Names of the lab's own files that content may use. */
export interface Lab {
  /** Python environments. */
  environments: string[];
  /** Proxies that stand in front of a program. */
  proxies: string[];
  /** Programs that read a config. */
  programs: string[];
  /** What stands around a config, or in its place. */
  wraps: string[];
  /** Apps behind a config, or in place of one. */
  apps: string[];
}

export interface Content {
  layers: LayerInfo[];
  symptoms: Symptom[];
  questions: Question[];
  traits: Trait[];
  /** By the question that asks for them. */
  products: Record<string, Product[]>;
  checks: Check[];
  causes: Cause[];
  limits: Limit[];
  pairs: Pair[];
  configs: Config[];
  guides: Guide[];
  /** Where the facts of each guide stand, by its framework. */
  rows: Record<string, Row[]>;
  facts: Fact[];
  pages: Page[];
  /** Links from alerting tools. */
  runbooks: Runbooks;
  /** Words that people use for the same thing, for the search. */
  synonyms: string[][];
  /** Which domains name only a product, for the redaction. */
  domains: Domains;
  /** What the lab recorded. */
  proofs: ProofRecord[];
  /** What pasted text means. */
  signs: (Sign & Examples)[];
  formats: (Format & { rules: (FormatRule & Examples)[] })[];
  languages: (Language & { rules: (CodeRule & Examples)[] })[];
  /** Words of solved incidents, each with what it weighs for causes: learned, never written by hand. */
  words: { term: string; rare: number; plain: number; weighs: Record<string, number> }[];
  /** Answers of solved incidents: learned beside the words. */
  leanings: (Alike & { cause: string })[];
  /** A team's own notes. */
  notes: Note[];
  /** How often the verdict is right; null before it was recorded. */
  accuracy: Accuracy | null;
  /** Why causes are taken for each other. */
  confusions: ConfusionWhy[];
  lab: Lab;
}

/** Nothing yet. */
export const emptyContent = (): Content => ({
  layers: [],
  symptoms: [],
  questions: [],
  traits: [],
  products: {},
  checks: [],
  causes: [],
  limits: [],
  pairs: [],
  configs: [],
  guides: [],
  rows: {},
  facts: [],
  pages: [],
  runbooks: { example: {}, examples: [] },
  synonyms: [],
  domains: { products: [], platforms: [], endings: [], maybe: [] },
  proofs: [],
  signs: [],
  formats: [],
  languages: [],
  words: [],
  leanings: [],
  notes: [],
  accuracy: null,
  confusions: [],
  lab: { environments: [], proxies: [], programs: [], wraps: [], apps: [] },
});
