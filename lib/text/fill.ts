/** Slots in sentences of the knowledge, filled with what is known: `{product}`, `{after}` and `{silence}`. */
import type { Answers } from "../model/answers";
import { AFTER, SILENCE } from "../model/ids";

interface Slots {
  product: string;
  /** Time from the start of the request to the cut. */
  after: string;
  /** Time from the last byte to the cut. */
  silence: string;
}

const SLOT = /\{(product|after|silence)\}/g;

/** A sentence with its slots filled. */
export const fillSlots = (text: string, slots: Slots): string =>
  text.replaceAll(SLOT, (_, name: keyof Slots) => slots[name]);

/** What stands in braces like a slot, and nothing fills. */
export const unknownSlots = (text: string): string[] =>
  [...text.replaceAll(SLOT, "").matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);

/** Slots of a headline with what is known; without a value a slot says what it stands for. */
export function fill(text: string, answers: Answers, product: string): string {
  const time = (question: string) => {
    const value = answers[question]?.[0];
    return value !== undefined && /^\d/.test(value) ? `${value} s` : null;
  };
  const after = time(AFTER);
  // A silence before the cut is no longer than the whole time to the cut.
  const silence = time(SILENCE) ?? (after === null ? "a while" : `up to ${after}`);
  return fillSlots(text, { product, after: after ?? "a fixed time", silence });
}
