/** Verdicts of the one engine on incident records, by what of a record it is given. */
import { knowledgeOf } from "../../lib/content/knowledge";
import type { Content } from "../../lib/content/load";
import { readingsOf } from "../../lib/content/readings";
import { judge } from "../../lib/diagnosis/judge";
import { labelsOfCauses } from "../../lib/diagnosis/labels";
import { prepare } from "../../lib/diagnosis/prepared";
import { answersOf } from "../../lib/diagnosis/record";
import { readEvidence } from "../../lib/evidence/read";
import { givenIn } from "../../lib/evidence/record";

/** A record with its confirmed cause, and the other causes that a fair judge would accept. */
export interface Incident extends Readonly<Record<string, unknown>> {
  id: string;
  gold: string;
  also: readonly string[];
}

/** What the engine is given of a record. */
export const GIVEN = ["answers", "text", "both"] as const;
export type GivenOf = (typeof GIVEN)[number];

export interface Told {
  incident: Incident;
  /** Label ids, best first. */
  causes: readonly string[];
  /** The odds of the first cause, from 0 to 1. */
  odds: number;
  enough: boolean;
}

/** @returns one verdict for each record, in their order */
export async function verdictsOn(
  incidents: readonly Incident[],
  given: GivenOf,
  content: Content,
): Promise<Told[]> {
  const knowledge = knowledgeOf(content);
  const prepared = prepare(knowledge);
  const readings = readingsOf(content);
  const told: Told[] = [];
  for (const incident of incidents) {
    const texts = given === "answers" ? null : givenIn(incident);
    const { findings } = texts ? await readEvidence(texts, readings) : { findings: [] };
    const verdict = judge({ answers: given === "text" ? {} : answersOf(incident), findings }, prepared);
    told.push({
      incident,
      causes: labelsOfCauses(
        verdict.causes.map(({ id }) => id),
        knowledge,
      ),
      odds: verdict.causes[0]?.share ?? 0,
      enough: verdict.status === "ranked",
    });
  }
  return told;
}
