/** The engine's own view of the knowledge, small enough to be carried by the page. */
import type {
  Check,
  Dimension,
  Layer,
  LayerInfo,
  Product,
  Question,
  Rule,
  Symptom,
  Weight,
} from "../content/schema";

/** Question id (or `check.<id>`) to the given values. "unknown" is an answer that says nothing. */
export type Answers = Readonly<Record<string, readonly string[]>>;

export interface EngineCause {
  id: string;
  layer: Layer;
  title: string;
  headline: string;
  prior: number;
  carriers: readonly string[];
  symptoms: Readonly<Record<string, { weight: number; says?: string | undefined }>>;
  evidence: readonly Rule[];
  prove: readonly string[];
}

/** A limit with a clock, as far as the matching of clocks needs it. */
export interface EngineLimit {
  cause: string;
  on: string;
  kind: "idle" | "total" | "first-byte";
  seconds: number;
  adjustable: boolean | null;
  setting: string;
}

/** A check without its words: how to run it stands on its page. */
export type EngineCheck = Pick<Check, "id" | "title" | "effort" | "outcomes" | "team">;

export interface EnginePair {
  id: string;
  framework: string;
  causes: readonly string[];
}
export interface EngineConfig {
  id: string;
  product: string;
  name: string;
  causes: readonly string[];
}

export interface Knowledge {
  layers: readonly LayerInfo[];
  symptoms: readonly Symptom[];
  questions: readonly Question[];
  products: Readonly<Record<Dimension, readonly Product[]>>;
  checks: readonly EngineCheck[];
  causes: readonly EngineCause[];
  limits: readonly EngineLimit[];
  pairs: readonly EnginePair[];
  configs: readonly EngineConfig[];
}

/** One piece of evidence about one cause. Pieces with the same `about` count once, by the strongest. */
export interface Piece {
  about: string;
  weight: Weight;
  says: string;
}

export interface Gap {
  question: string;
  short: string;
}

export interface Ranked {
  id: string;
  layer: Layer;
  title: string;
  headline: string;
  /** Sum of the counted pieces and the prior, in bits. */
  score: number;
  /** Share among all causes, 0 to 1. */
  share: number;
  ruledOut: boolean;
  for: readonly Piece[];
  against: readonly Piece[];
  missing: readonly Gap[];
}

export interface NextStep {
  kind: "question" | "check";
  id: string;
  /** Expected bits. */ gain: number;
  separates: number;
}

export interface Stop {
  key: string;
  layer: Layer;
  name: string;
  note: string;
  named: boolean;
  state: "open" | "cleared" | "suspect" | "beyond";
}

export interface Verdict {
  status: "empty" | "unsure" | "ranked";
  causes: readonly Ranked[];
  /** The second cause is as likely as the first. */
  level: boolean;
  cleared: readonly { layer: Layer; name: string; because: string }[];
  path: readonly Stop[];
  contradictions: readonly string[];
  question: NextStep | null;
  check: NextStep | null;
  checklist: readonly NextStep[];
  /** Whether the break holds tokens back or loses them. */
  break: "held" | "cut";
}
