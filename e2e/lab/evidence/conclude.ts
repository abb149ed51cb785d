/** From runs to a proof: what is kept of them, and the record that follows from it. */
import type { Proof } from "./item";
import { programVersions } from "../proof/versions";
import { impossible } from "./impossible";
import { inputsOf } from "./inputs";
import { judged } from "./judge";
import type { Evidence } from "./schema";
import type { Subject } from "./subject";

/** What was measured. */
export type Measured = Pick<Evidence, "made" | "checked" | "scenarios" | "mutations">;

/**
 * The proof of what was measured.
 * @param seen what did not hold while it was measured: one sentence each
 */
export async function concluded(subject: Subject, measured: Measured, seen: string[] = []): Promise<Proof> {
  const { kind, id } = subject.shown;
  const evidence: Evidence = {
    kind,
    id,
    inputs: inputsOf(subject),
    versions: { ...subject.packages, ...(await programVersions(subject.programs)) },
    ...measured,
  };
  const { record, failures } = judged(subject, evidence);
  const all = [...seen, ...failures, ...impossible(subject, evidence)];
  return { proven: all.length > 0 ? null : { record, evidence }, failures: all };
}
