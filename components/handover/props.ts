import type { Prepared } from "@/lib/diagnosis/prepared";
import type { Incident } from "@/lib/state/policy";

/** What is handed over: the case, the knowledge that judges it, and the version of that knowledge. */
export interface HandOverProps {
  incident: Incident;
  prepared: Prepared;
  revision: string;
}
