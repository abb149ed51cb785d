/** What the engine says of a case. */
import type { Reason } from "./finding";
import type { Layer } from "./ids";
import type { SettingName } from "./answers";

/** A question that is open and on which a cause hangs. */
export interface Gap {
  question: string;
  short: string;
}

export interface Ranked {
  id: string;
  layer: Layer;
  title: string;
  headline: string;
  /** Sum of the counted reasons and the prior, in bits. */
  score: number;
  /** Share of the odds among all causes, 0 to 1. */
  share: number;
  ruledOut: boolean;
  for: readonly Reason[];
  against: readonly Reason[];
  missing: readonly Gap[];
}

/** What to ask or to run next. */
export interface NextStep {
  kind: "question" | "check";
  id: string;
  /** Expected bits. */
  gain: number;
  /** How many causes in play it tells apart. */
  separates: number;
}

export type StopState = "open" | "cleared" | "suspect" | "beyond";

/** A stop of the path as it is drawn. */
export interface Stop {
  /** The hop's key, or the layer's id where nobody named a product. */
  key: string;
  layer: Layer;
  name: string;
  note: string;
  named: boolean;
  state: StopState;
}

/** A layer in which no cause is left. */
export interface ClearedLayer {
  layer: Layer;
  name: string;
  because: string;
}

/** A limit of a hop whose known value clears it. */
export interface ClearedSetting extends SettingName {
  because: string;
}

export interface Verdict {
  status: "empty" | "unsure" | "ranked";
  causes: readonly Ranked[];
  /** The second cause is as likely as the first. */
  level: boolean;
  cleared: readonly ClearedLayer[];
  clearedSettings: readonly ClearedSetting[];
  path: readonly Stop[];
  contradictions: readonly string[];
  question: NextStep | null;
  check: NextStep | null;
  checklist: readonly NextStep[];
  /** Whether the break holds tokens back or loses them. */
  break: "held" | "cut";
}
