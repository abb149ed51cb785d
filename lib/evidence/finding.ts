/** From a hit of a rule to a finding. */
import type { Answers } from "../model/answers";
import type { Finding } from "../model/finding";
import type { ReadingRule } from "../model/reading";

/** Where a hit stands. */
export interface At {
  piece: number;
  /** From 1. */
  line: number;
}

/** The finding of a rule, with what it says and implies; without a place, its text is no longer there. */
export function findingOf(
  { id, speaks, hint }: Pick<ReadingRule, "id" | "speaks" | "hint">,
  at: At | null,
  implies: Answers,
): Finding {
  return {
    rule: id,
    origin: at === null ? { kind: "kept" } : { kind: "text", ...at },
    speaks: speaks.map(({ cause, weight, says, about }) => ({ cause, weight, says, about: about ?? id })),
    implies,
    ...(hint === true ? { hint } : {}),
  };
}
