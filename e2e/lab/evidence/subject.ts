/** What the content says of something that the lab proves: all of its record that is no measurement. */
import type { Ask, Script } from "../../../lib/content/proof-schema";
import type { Shown } from "../../../lib/content/proofs";
import type { ProofRecord } from "../../../lib/trace/record-schema";
import type { Signs } from "../proof/claims";
import type { Versions } from "../proof/versions";
import type { Evidence } from "./schema";

/** One side of a scenario, as its claim has it. */
export interface PlannedSide {
  name: string;
  says: string;
  model: readonly Script[];
  asks: readonly Ask[];
}

export interface PlannedScenario extends Signs {
  scenario: string;
  scale?: string | undefined;
  first: PlannedSide;
  second: PlannedSide;
}

/** A decisive text of a config, and the scenarios that are run without it, by their place. */
export interface Mark {
  text: string;
  /** Why it stands there although no claim needs it. */
  defence: string | undefined;
  scenarios: readonly number[];
}

export interface Subject {
  shown: Shown;
  /** Words of its pages that rest on the record. */
  words: unknown;
  scenarios: readonly PlannedScenario[];
  marks: readonly Mark[];
  /** Versions that the lock files say, and programs of the machine that say theirs themselves. */
  packages: Versions;
  programs: readonly string[];
  /** Python environments, and files of e2e/lab, that its runs depend on beside the lab's own core. */
  environments: readonly string[];
  files: readonly string[];
  /** Files that a checker reads, in order, with what it does not look at. */
  checks: readonly { file: string; blind?: string | undefined }[];
  /** State and parts, as they follow from what was checked and from the versions. */
  stateOf: (evidence: Pick<Evidence, "checked" | "versions">) => Pick<ProofRecord, "state" | "by" | "parts">;
}
