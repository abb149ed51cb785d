/** What comes from outside, before it is known what it is. */

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A word from outside, as a sentence may hold it. */
export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
