/** What a link says of the page beside its case: which cause is open, and at which part of the verdict. */
import type { Knowledge } from "../model/knowledge";
import { AT, encode, OPEN } from "./codec";
import { short } from "./read-answer";
import type { Leaving } from "./policy";

export interface View {
  /** The cause that is open; null is the one that comes first. */
  chosen: string | null;
  /** Id of a part of the verdict; empty where the link names none. */
  at: string;
  /** One sentence where the cause is none that is known. */
  dropped: readonly string[];
}

/** Read what a fragment says of the page. Never throws. */
export function viewIn(fragment: string, { causes }: Knowledge): View {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const open = given.get(OPEN) ?? "";
  const known = causes.some(({ id }) => id === open);
  const at = given.get(AT) ?? "";
  return {
    chosen: known ? open : null,
    at: /^[a-z-]{1,20}$/.test(at) ? at : "",
    dropped: open === "" || known ? [] : [`“${short(open)}” is no cause that Lastbyte knows.`],
  };
}

const part = (key: string, value: string | null): string[] =>
  value === null || value === "" ? [] : [`${key}=${encodeURIComponent(value)}`];

/**
 * The fragment of a link, without `#`: the case, the cause that is open, and a part of the verdict.
 * @param at id of the part; empty for none
 */
export const linkOf = (
  { answers, chosen }: Pick<Leaving<"link">, "answers" | "chosen">,
  knowledge: Knowledge,
  at = "",
): string =>
  [encode(answers, knowledge), ...part(OPEN, chosen), ...part(AT, at)]
    .filter((piece) => piece !== "")
    .join("&");
