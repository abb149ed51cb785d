/**
 * The numbered words of a scripted answer: each is found again in whatever a framework makes of it, and tells
 * whose answer it is.
 */

/** The word with this number in a caller's answer, such as `a07z`. */
export const word = (number: number, caller: string): string =>
  `${caller}${String(number).padStart(2, "0")}z`;

/** Words of `caller`'s answer in a text, by their numbers, in the order found. */
export function wordsIn(text: string, caller: string): number[] {
  return [...text.matchAll(new RegExp(`(?<![a-z])${caller}(\\d{2,3})z`, "g"))].map(([, number]) =>
    Number(number),
  );
}

/** Whose question it is: a question that names `caller-b` gets an answer in b's words. */
export const callerOf = (text: string): string => /caller-([a-y])/.exec(text)?.[1] ?? "a";
