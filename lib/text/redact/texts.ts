/** Whole texts that leave the page on purpose, redacted. */
import type { Piece } from "../../model/piece";
import { Pseudonyms, redact, redactName, type Replacement } from "./redact";

/** A text with what its giver says of it. */
export type Whole = Pick<Piece, "name" | "text" | "as" | "route">;

declare const redacted: unique symbol;
/** A text that went through the redaction: what writes it down takes nothing else. */
export interface RedactedText extends Whole {
  /** What its giver calls it. Only ever shown on the page itself. */
  called: string | null;
  replacements: readonly Replacement[];
  readonly [redacted]: true;
}

/** Texts that leave together: one host has one name in all of them, also in their own names. */
export function redactedTexts(texts: readonly Whole[]): RedactedText[] {
  const names = new Pseudonyms(texts.map(({ text }) => text));
  return texts.map(({ name, text, as, route }) => {
    const { text: is, replacements } = redact(text, names);
    return {
      called: name,
      name: name === null ? null : redactName(name, names),
      text: is,
      as,
      route: route === null ? null : redact(route, names).text,
      replacements,
    } as RedactedText;
  });
}
