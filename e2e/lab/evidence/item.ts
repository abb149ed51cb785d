/** One thing that the lab can prove. */
import type { ProofRecord } from "../../../lib/trace/record-schema";
import type { Evidence } from "./schema";
import type { Program } from "../programs/program";

/** What was proven: the record, and the runs that it follows from. */
export interface Proven {
  record: ProofRecord;
  evidence: Evidence;
}

export interface Proof {
  /** `null` when something did not hold. */
  proven: Proven | null;
  /** What did not hold: one sentence each. */
  failures: string[];
}

export interface Item {
  kind: ProofRecord["kind"];
  id: string;
  /** Python environments in which it runs; those that bring its programs need not be among them. */
  environments: readonly string[];
  programs: readonly Program[];
  /**
   * @param made today's date
   * @param keepLogs gets the folder of a run that failed
   */
  prove: (made: string, keepLogs: (dir: string) => void) => Promise<Proof>;
}
