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

/** Values of a reader that sentences hold as slots, and what stands there while none is known. */
const VALUES_IN_WORDS = { heartbeat: "15 s", deadline: "20 s" } as const;
const VALUE_SLOT = /\{(heartbeat|deadline)\}/;

/** A part of a sentence: plain words, or a value with its name. */
export interface Part {
  text: string;
  value?: keyof typeof VALUES_IN_WORDS;
}

/** A sentence cut at the values in it. */
export function partsOf(sentence: string): Part[] {
  const found = VALUE_SLOT.exec(sentence);
  if (!found) return sentence === "" ? [] : [{ text: sentence }];
  const value = found[1] as keyof typeof VALUES_IN_WORDS;
  const before = sentence.slice(0, found.index);
  return [
    ...(before === "" ? [] : [{ text: before }]),
    { text: VALUES_IN_WORDS[value], value },
    ...partsOf(sentence.slice(found.index + found[0].length)),
  ];
}

/** A sentence with what stands in it while no value is known. */
export const withoutValues = (sentence: string): string =>
  partsOf(sentence)
    .map(({ text }) => text)
    .join("");

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
    // A number and its unit stay on one line.
    return value !== undefined && /^\d/.test(value) ? `${value}\u00a0s` : null;
  };
  const after = time(AFTER);
  // A silence before the cut is no longer than the whole time to the cut.
  const silence = time(SILENCE) ?? (after === null ? "a while" : `up to ${after}`);
  return fillSlots(text, { product, after: after ?? "a fixed time", silence });
}
