/** What documents show beyond what the engine carries, as types. What is shown and run stands in `shown.ts`. */
import type { Layer, Traffic } from "./ids";
import type { Added, Check, Known, Lang, Refines, Rule, SymptomWeight, When } from "./knowledge";

/** The question whose products have guides and code pairs of their own. */
export const FRAMEWORK = "framework";
/** The folder of pairs that serve any framework. */
export const SERVING = "serving";

export interface Source {
  title: string;
  url: string;
}

/** What a product can do: products have traits, causes and rules name them. */
export interface Trait {
  id: string;
  what: string;
}

/** A heading of a prose, with its place in the text. */
export interface Section {
  /** 1 to 6. */
  depth: number;
  /** The anchor that its page gives it. */
  id: string;
  title: string;
  /** Line in the file, from 1. */
  line: number;
  /** Where the heading begins in the text, and where it ends. */
  start: number;
  end: number;
}

/** The body of an MDX file, and what was found in it when it was read. */
export interface Prose {
  text: string;
  sections: Section[];
  /** Code pairs that it shows, each with its line in the file. */
  pairs: { id: string; line: number }[];
  /** It could not be parsed: what it lacks is not known. */
  unread?: boolean;
}

/**
 * Answers under which a cause comes first, a near miss under which it does not, and what its own deciding question is
 * answered with against it; commas part several values.
 */
export interface Fixture {
  cause?: string | undefined;
  first: Record<string, string>;
  notFirst: Record<string, string>;
  /** Said in place of what `first` says, it takes the cause off the head. */
  against: Record<string, string>;
}

export interface CauseData extends Refines {
  layer: Layer;
  title: string;
  /** The verdict as a sentence; may hold {product}, {after}, {silence}. */
  headline: string;
  lead: string;
  /** How common it is before anything is known, in bits. */
  prior: -2 | -1 | 0 | 1;
  /** Traits of products that can bring it about; without such a product on a known path it is unlikely. */
  carriers: string[];
  /** Symptom to weight; a symptom that is not listed counts -2. */
  symptoms: Record<string, { weight: SymptomWeight; says?: string | undefined }>;
  evidence: Rule[];
  /** What is known of it on some paths, such as the versions of one framework. */
  known?: Known[] | undefined;
  /** Exact strings of logs and exceptions. */
  errors: string[];
  /** Ids of checks, the best first. */
  prove: string[];
  /** Checks that only this cause brings. */
  checks: Omit<Check, keyof Added>[];
  /** What stops the bleeding, with its price. */
  mitigate: { title: string; do: string; run?: string | undefined; risk: string; undo: string };
  verify: { run: string; lang: Lang; see: string };
  /** Where the layer often belongs to someone else: who, and what to send them. */
  owner?: { who: string; message: string } | undefined;
  /** What the app can do alone. */
  appOnly?: string | undefined;
  related: string[];
  sources: Source[];
}

/** The parts of a cause's prose: their headings, and the anchors that its page gives them. */
export const CAUSE_PARTS = [
  { id: "what", title: "What is happening" },
  { id: "fix", title: "Fix" },
  { id: "not-this", title: "When it is not this" },
] as const;

export interface Cause extends CauseData {
  id: string;
  body: Prose;
  fixture: Fixture | null;
}

/** What stands between model and reader beside a framework, in the order in which a token meets it. */
export const GUIDE_GROUPS = [
  { id: "model", name: "Between the model and your app" },
  { id: "app", name: "Web frameworks" },
  { id: "page", name: "Apps with a page of their own" },
  { id: "server", name: "App servers" },
  { id: "reader", name: "Relays and readers" },
  { id: "history", name: "Versions" },
] as const;

export type GuideGroup = (typeof GUIDE_GROUPS)[number]["id"];

export interface GuideData {
  /** The framework that it is about; each has one. */
  framework?: string | undefined;
  /** Where it is listed, of a guide that is about no framework. */
  group?: GuideGroup | undefined;
  /** Products of the wizard that it is about, the nearest first. */
  about: string[];
  /** Other words that people look for it by. */
  names?: string | undefined;
  title: string;
  lead: string;
  versions: Record<string, string>;
  checked: string;
  causes: string[];
  sources: Source[];
}

export interface Guide extends GuideData {
  id: string;
  body: Prose;
}

export const LIMIT_KINDS = [
  "idle",
  "total",
  "first-byte",
  "heartbeat",
  "grace",
  "buffering",
  "protocol",
  "size",
  "connect",
] as const;

export const SOURCE_KINDS = ["docs", "source-code", "issue", "blog"] as const;

/** A row of the table of limits. */
export interface LimitData {
  id: string;
  layer: Layer;
  /** The product of the wizard that has it, or null where the wizard does not ask for it. */
  on: string | null;
  product: string;
  setting: string;
  /** The cause that it brings about when it fires. */
  cause: string | null;
  traffic: Traffic;
  /** It counts only while one of these answers stands, or while that question is open. */
  needs?: When | undefined;
  kind: (typeof LIMIT_KINDS)[number];
  /** The default in seconds or bytes; null where it is unknown or there is none. */
  seconds: number | null;
  bytes: number | null;
  /** The value as one reads it: "60 s", "off", "unknown". */
  value: string;
  max: string | null;
  adjustable: boolean | null;
  plan: string | null;
  /** What its clock counts, and what resets it. */
  counts: string;
  /** What one sees when it fires. */
  sees: string;
  /** How to set it for streams, and the key under which it is set. */
  set: string;
  key: string;
  source: string;
  sourceKind: (typeof SOURCE_KINDS)[number];
  verified: boolean;
  version: string | null;
  date: string | null;
  note: string;
}

export interface Limit extends LimitData, Added {}

/** A page that stands for no single thing. */
/** A part of a page that stands for no single thing, with an anchor of its own. */
export interface PagePart {
  id: string;
  title: string;
  /** Other words that people look for it by. */
  names: string;
  /** Markdown, as in a guide. */
  text: string;
}

export interface Page {
  id: string;
  title: string;
  says: string;
  /** Other words that people look for it by. */
  names: string;
  parts?: PagePart[] | undefined;
}

/** A fact that a guide has to tell, and where it stands. */
export interface Row {
  id: string;
  /** What it is about, in a few words. */
  about: string;
  /** Addresses, each a section of the guide, or what such a section links to. */
  at: string[];
}

/** A link from an alerting tool, in its own template language. */
export interface RunbookExample {
  id: string;
  tool: string;
  title: string;
  /** Where it is written. */
  where: string;
  /** The tool's own text for a number of seconds. */
  value: string;
  says: string;
  /** `{link}` stands for the address with the value in it, `{value}` for the value alone. */
  code: string;
  /** What happens when the tool has nothing to fill in. */
  empty: string;
  sources: Source[];
}

export interface Runbooks {
  /** Question to answer: the case that the examples open. */
  example: Record<string, string>;
  examples: RunbookExample[];
}

/** Where a team's note is shown, and by whom it is. */
export interface NoteData {
  title: string;
  causes: string[];
  /** Frameworks whose guides show it. */
  guides: string[];
  /** Products on whose configs, and beside whose limits, it is shown. */
  products: string[];
  by?: string | undefined;
  date?: string | undefined;
}

export interface Note extends NoteData {
  id: string;
  body: Prose;
}
