/** What findings say of each cause, and what their answers cannot be held against. */
import type { Answers } from "../model/answers";
import { isAgainst, type Finding, type Reason } from "../model/finding";

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

/** What findings say of each cause, with what they say of it beside the answers that were given. */
export function foundOf(
  findings: readonly Finding[],
  { matched, excused }: { matched: Answers; excused: ReadonlySet<string> },
): Map<string, Reason[]> {
  const found = new Map<string, Reason[]>();
  const add = (cause: string, reason: Reason) => found.set(cause, [...(found.get(cause) ?? []), reason]);
  for (const { speaks, leans = [] } of findings) {
    for (const { cause, about, weight, says } of speaks) add(cause, { about, weight, says });
    for (const { cause, question, value, ...reason } of leans)
      if (
        matched[question]?.includes(value) &&
        !(isAgainst(reason.weight) && excused.has(excuse(cause, question)))
      )
        add(cause, reason);
  }
  return found;
}
