import type { Prepared } from "@/lib/diagnosis/prepared";
import type { Finding } from "@/lib/model/finding";
import type { Source } from "@/lib/text/redact/excerpts";
import type { Whole } from "@/lib/text/redact/texts";
import type { Incident } from "@/lib/state/policy";

/** A text that was given, with the lines at which something was found. */
export type GivenSource = Source & Whole;

/** What is handed over: the case, the knowledge that judges it, and the version of that knowledge. */
export interface HandOverProps {
  incident: Incident;
  /** What was read from texts that were given. */
  findings: readonly Finding[];
  /** The texts that can be handed over, whole or some lines of them, redacted. */
  sources: readonly GivenSource[];
  prepared: Prepared;
  revision: string;
}
