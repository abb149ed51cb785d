/** What findings say of each cause, and what their answers cannot be held against. */
import type { Answers } from "../model/answers";
import { isAgainst, type Finding, type Lean, type Reason, type Speech } from "../model/finding";

/** How `excused` names an answer and a cause. */
export const excuse = (cause: string, key: string): string => `${cause} ${key}`;

/** One line cannot speak for a cause and, by the answer that it gives, against it: what it says of the cause itself is closer. */
export function excusedOf(findings: readonly Finding[], answers: Answers): Set<string> {
  const excused = new Set<string>();
  for (const { speaks, implies } of findings)
    for (const { cause, weight } of speaks)
      if (typeof weight === "number" && weight > 0)
        for (const key in implies)
          if (answers[key]?.some((value) => implies[key]?.includes(value))) excused.add(excuse(cause, key));
  return excused;
}

const FITS_NOT = "Its words fit, but solved incidents of this kind had other answers.";

interface Given {
  matched: Answers;
  excused: ReadonlySet<string>;
}

/** What answers add to a finding that was learned beside them; what is excused is nothing against a cause. */
function leaning(cause: string, leans: readonly Lean[], { matched, excused }: Given): number {
  let sum = 0;
  for (const [question, value, bits] of leans)
    if (matched[question]?.includes(value) && !(bits < 0 && excused.has(excuse(cause, question))))
      sum += bits;
  return sum;
}

/** What a finding says of a cause, weighed beside the answers. */
function weighed({ cause, ...said }: Speech, leans: readonly Lean[], given: Given): Reason {
  if (leans.length === 0 || said.weight === "rules-out") return said;
  const weight = said.weight + leaning(cause, leans, given);
  return isAgainst(weight) ? { ...said, weight, says: FITS_NOT } : { ...said, weight };
}

/** What findings say of each cause. */
export function foundOf(findings: readonly Finding[], given: Given): Map<string, Reason[]> {
  const found = new Map<string, Reason[]>();
  for (const { speaks, leans = [] } of findings)
    for (const one of speaks)
      found.set(one.cause, [...(found.get(one.cause) ?? []), weighed(one, leans, given)]);
  return found;
}
