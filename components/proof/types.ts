import type { ProofRecord } from "@/lib/content/proof-schema";

export type Scenario = ProofRecord["scenarios"][number];

/** What the two sides of a recording are called, and whether one is the wrong one. */
export interface Names {
  first: string;
  second: string;
  judged: boolean;
}
