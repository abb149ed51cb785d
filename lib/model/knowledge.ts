/** The types of the knowledge that the engine carries. What a document shows beyond them stands in `content.ts`. */
import type { Layer, Traffic } from "./ids";

/** Log-odds in bits: +1 doubles the odds, -1 halves them; `rules-out` removes a cause. */
export type Weight = -2 | -1 | 1 | 2 | 4 | "rules-out";

/** A weight that somebody gave, or one that was learned and has any number of bits. */
export type Bits = number | "rules-out";

/**
 * Question (or `trait`) to accepted values; all keys must match, one of each list suffices.
 * `unless-trait` is met while nothing on the path has one of its traits.
 */
export type When = Record<string, string[]>;

export interface Rule {
  when: When;
  weight: Weight;
  says: string;
  /** Rules about the same thing count once; without it, the questions of `when` are what it is about. */
  about?: string | undefined;
}

export interface LayerInfo {
  id: Layer;
  name: string;
  what: string;
  evidence: Rule[];
}

/** On knowledge that was added after the label list: the label that it is a kind of, or `none`. Labels have no such field. */
export interface Refines {
  refines?: string | undefined;
}

export interface Symptom extends Refines {
  id: string;
  label: string;
  what: string;
  /** Whether tokens are held back or the stream is cut. */
  break: "held" | "cut";
  /** Nothing was ever sent: the silence is as long as the whole run. */
  silent?: boolean | undefined;
}

export interface Option {
  id: string;
  label: string;
  what?: string | undefined;
  /** With this answer nothing had been sent before the cut. */
  silent?: boolean | undefined;
  /** With this answer the limits for this traffic count. */
  traffic?: Traffic | undefined;
}

/** How a question is answered: with one product, with several in their order, with one of its options, or with seconds. */
export type QuestionKind = "product" | "products" | "choice" | "seconds";

export interface Question {
  id: string;
  ask: string;
  short: string;
  kind: QuestionKind;
  /** Minutes it takes a person who has to look it up. */
  effort: number;
  first: boolean;
  help?: string | undefined;
  /** Asked only while one of these answers stands, or while that question is open. */
  needs?: When | undefined;
  options: Option[];
}

/** Added by a team to its fork (content/team). Absent on what is ours. */
export interface Added {
  team?: true;
}

export interface Product extends Refines, Added {
  id: string;
  name: string;
  /** What people also call it, for the search. */
  also?: string[] | undefined;
  layer: Layer;
  traits: string[];
  /** Stands only beside these. */
  with?: When | undefined;
  /** Never stands beside these. */
  without?: When | undefined;
}

export interface Outcome {
  id: string;
  label: string;
  /** Questions that this outcome answers, as measured. */
  answers?: Record<string, string> | undefined;
}

export type Lang = "sh" | "python" | "javascript";

export interface Check extends Added {
  id: string;
  title: string;
  layer: Layer;
  /** Minutes. */
  effort: number;
  run?: string | undefined;
  lang: Lang;
  look: string;
  outcomes: Outcome[];
}

/** What is known of a cause on some paths: shown where its condition is met. */
export interface Known {
  when: When;
  says: string;
  source: string;
}

export type SymptomWeight = -2 | -1 | 0 | 1 | 2 | 4;

export interface EngineCause extends Refines {
  id: string;
  layer: Layer;
  title: string;
  /** The verdict as a sentence; may hold {product}, {after}, {silence}. */
  headline: string;
  /** How common it is before anything is known, in bits. */
  prior: number;
  /** Traits of products that can bring it about; without such a product on a known path it is unlikely. */
  carriers: readonly string[];
  symptoms: Readonly<Record<string, { weight: SymptomWeight; says?: string | undefined }>>;
  evidence: readonly Rule[];
  /** Ids of checks, the best first. */
  prove: readonly string[];
  known?: readonly Known[] | undefined;
  /** There is something to send to whoever owns the layer, or to do without them. */
  owned?: true;
}

/** What a clock counts, as far as a cut can be held against it. */
export type ClockKind = "idle" | "total" | "first-byte";

/** A limit that a hop can be told its value of. */
export interface EngineLimit {
  id: string;
  cause: string;
  /** The product that has it. */
  on: string;
  kind: ClockKind | "buffering";
  /** The default in seconds; null where there is none, it is not known, or it is no clock. */
  seconds: number | null;
  adjustable: boolean | null;
  setting: string;
  /** Absent for plain HTTP. */
  traffic?: Traffic | undefined;
  /** It counts only while one of these answers stands, or while that question is open. */
  needs?: When | undefined;
}

/** A check without its words: how to run it stands on its page. */
export type EngineCheck = Pick<Check, "id" | "title" | "effort" | "outcomes" | "team">;

export interface EnginePair {
  id: string;
  framework: string;
  causes: readonly string[];
  /** Answers beside which it fits; without them it fits all. */
  only?: When | undefined;
}

export interface EngineConfig {
  id: string;
  product: string;
  name: string;
  causes: readonly string[];
}

/** Products by the question that asks for them. */
export type Products = Readonly<Record<string, readonly Product[]>>;

export interface Knowledge {
  layers: readonly LayerInfo[];
  symptoms: readonly Symptom[];
  questions: readonly Question[];
  products: Products;
  checks: readonly EngineCheck[];
  causes: readonly EngineCause[];
  limits: readonly EngineLimit[];
  pairs: readonly EnginePair[];
  configs: readonly EngineConfig[];
}
