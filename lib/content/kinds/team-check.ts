/** A team's own checks: like ours, with the causes that they help to prove, and what an outcome says. */
import * as v from "valibot";
import { checkKey } from "../../model/answers";
import type { Cause } from "../../model/content";
import type { Reader } from "../reader";
import { sentence, slug, weight } from "../schema";
import { dataFiles } from "../team";
import { checkSchema } from "./check";
import type { Kind } from "./kind";

const FOLDER = "checks";

const teamCheckSchema = v.strictObject({
  ...checkSchema.entries,
  /** The causes in whose “Prove it” the check stands, after ours. */
  causes: v.pipe(v.array(slug), v.minLength(1)),
  evidence: v.optional(v.array(v.strictObject({ outcome: slug, cause: slug, weight, says: sentence })), []),
});
type TeamCheck = v.InferOutput<typeof teamCheckSchema>;

/** Causes and outcomes that it names and that are not there. */
function missing(
  { causes, evidence, outcomes }: TeamCheck,
  where: string,
  known: readonly Cause[],
): string[] {
  const isCause = (id: string) => known.some((cause) => cause.id === id);
  const isOutcome = (id: string) => outcomes.some((outcome) => outcome.id === id);
  const say = (field: string, what: string, ids: readonly string[]) =>
    ids.map((id) => `${where}: field "${field}": there is no ${what} "${id}".`);
  return [
    ...say(
      "causes",
      "cause",
      causes.filter((id) => !isCause(id)),
    ),
    ...say(
      "evidence",
      "cause",
      evidence.map(({ cause }) => cause).filter((id) => !isCause(id)),
    ),
    ...say(
      "evidence",
      "outcome",
      evidence.map(({ outcome }) => outcome).filter((id) => !isOutcome(id)),
    ),
  ];
}

/** A cause with what a check adds to it. */
function withCheck(cause: Cause, { id, causes, evidence }: TeamCheck): Cause {
  const said = evidence.filter((one) => one.cause === cause.id);
  return {
    ...cause,
    prove: causes.includes(cause.id) ? [...cause.prove, id] : cause.prove,
    evidence: [
      ...cause.evidence,
      ...said.map(({ outcome, weight: bits, says }) => ({
        when: { [checkKey(id)]: [outcome] },
        weight: bits,
        says,
      })),
    ],
  };
}

export const teamCheck: Kind = {
  files: [`team/${FOLDER}/*.yaml`, `team/${FOLDER}/*.yml`, `team/${FOLDER}/*.json`],
  read: (reader: Reader, content) => {
    for (const file of dataFiles(reader, FOLDER)) {
      for (const entry of reader.entries(teamCheckSchema, file)) {
        const problems = missing(entry, reader.where(entry), content.causes);
        reader.problems.push(...problems);
        if (problems.length > 0) continue;
        const { causes: _, evidence: __, ...own } = entry;
        content.checks.push(reader.placed({ ...own, team: true as const }, reader.where(entry)));
        content.causes = content.causes.map((cause) => withCheck(cause, entry));
      }
    }
  },
};
