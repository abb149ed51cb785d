/** Slots in sentences of the knowledge, filled with what is known. */
import type { Answers } from "../model/answers";
import { AFTER, SILENCE } from "../model/ids";

/** Slots of a headline with what is known; without a value a slot says what it stands for. */
export function fill(text: string, answers: Answers, product: string): string {
  const time = (question: string) => {
    const value = answers[question]?.[0];
    return value !== undefined && /^\d/.test(value) ? `${value} s` : null;
  };
  const after = time(AFTER);
  // A silence before the cut is no longer than the whole time to the cut.
  const silence = time(SILENCE) ?? (after === null ? "a while" : `up to ${after}`);
  return text
    .replaceAll("{product}", product)
    .replaceAll("{after}", after ?? "a fixed time")
    .replaceAll("{silence}", silence);
}
