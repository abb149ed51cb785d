/** One thing that the lab can prove. */
import type { ProofRecord } from "../../lib/content/proof-schema";
import type { ProgramName } from "./run/programs";

export interface Proof {
  /** `null` when something did not hold. */ record: ProofRecord | null;
  /** What did not hold: one sentence each. */ failures: string[];
}

export interface Item {
  kind: "pair" | "config" | "fact";
  id: string;
  environments: readonly string[];
  programs: readonly ProgramName[];
  prove: (made: string, keepLogs: (dir: string) => void) => Promise<Proof>;
}
