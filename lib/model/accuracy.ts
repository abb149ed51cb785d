/** How often verdicts were right on real incidents. Counts, never shares: a share of a few says more than it knows. */

/** What came first, and what was among the first three: the confirmed cause, or one that is accepted as well. */
export interface Hits {
  count: number;
  first: number;
  three: number;
  acceptedFirst: number;
  acceptedThree: number;
}

/** Verdicts that claimed about as much for their first cause. */
export interface Claim {
  count: number;
  /** Mean odds of the first cause, from 0 to 1. */
  claimed: number;
  /** Those whose first cause is an accepted one. */
  right: number;
}

export interface HitsOf extends Hits {
  /** Null where the incidents do not say. */
  id: string | null;
}

/** What stood first in place of a confirmed cause; null for no cause at all. */
export interface Confusion {
  gold: string;
  first: string | null;
  count: number;
}

/** The verdicts on one set of incidents; what has no word of its own is from answers and text together. */
export interface VerdictCounts {
  answers: Hits;
  text: Hits;
  both: Hits;
  calibration: Claim[];
  /** "Not enough to tell": how many, and how many of them have an accepted cause first all the same. */
  unsure: { count: number; right: number };
  causes: HitsOf[];
  symptoms: HitsOf[];
  frameworks: HitsOf[];
  confusions: Confusion[];
}

export interface IncidentSet {
  id: string;
  title: string;
  /** How its incidents were chosen, and what they are used for. */
  chosen: string;
  count: number;
  /** Days of the first and the last report. */
  from: string | null;
  to: string | null;
  /** Who confirmed the cause, with how many. */
  confirmed: Record<string, number>;
  /** Null for a set that is only learned from. */
  verdicts: VerdictCounts | null;
}

/** How well evidence is read. */
export interface ReadCounts {
  count: number;
  /** Findings that have to be there, and those of them that are. */
  wanted: number;
  hits: number;
  /** Findings in all, and those that nobody wants. */
  found: number;
  wrong: number;
  /** Texts without anything that breaks a stream, and those of which something is said. */
  harmless: number;
  alarms: number;
  /** Answers that a text gives: read rightly, wrongly, not at all. */
  answersRight: number;
  answersWrong: number;
  answersMissed: number;
}

export interface Measured {
  date: string;
  sets: IncidentSet[];
  /** Over all sets that have verdicts. */
  confusions: Confusion[];
  reading: { readable: ReadCounts; scored: ReadCounts };
}

export interface Accuracy {
  /** How often the scored halves have been scored. */
  scored: number;
  measured: Measured | null;
}

/** Why one cause is taken for another. */
export interface ConfusionWhy {
  gold: string;
  first: string;
  why: string;
}
