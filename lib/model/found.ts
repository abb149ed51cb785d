/** A finding as it is kept and handed on: its rule, and the numbers that its text gave. Never a word of the text. */
import type { Finding } from "./finding";
import { AFTER, SILENCE } from "./ids";

/** More findings no incident needs, and a link has to stay short enough for a chat. */
export const MOST_FOUND = 60;

export interface Found {
  rule: string;
  /** Of the limit that the rule names: seconds, `off`, `none` or `unread`. */
  value?: string | undefined;
  /** Seconds that a log or a sentence gave. */
  after?: string | undefined;
  silence?: string | undefined;
}

const NUMBER = "\\d{1,5}(?:\\.\\d{1,3})?";
const TEXT = new RegExp(
  `^([a-z0-9][a-z0-9-]{0,79})(?:~(off|none|unread|${NUMBER}))?(?:~a(${NUMBER}))?(?:~s(${NUMBER}))?$`,
);

/** As a link holds it: `nginx-read-timeout~60`, `sdk-timed-out~a42.5`. */
export const foundText = ({ rule, value, after, silence }: Found): string =>
  [
    rule,
    ...(value === undefined ? [] : [value]),
    ...(after === undefined ? [] : [`a${after}`]),
    ...(silence === undefined ? [] : [`s${silence}`]),
  ].join("~");

/** What a text holds, or null where it is none of ours. */
export function readFound(text: string): Found | null {
  const [, rule, value, after, silence] = TEXT.exec(text) ?? [];
  return rule === undefined ? null : { rule, value, after, silence };
}

/** What is kept of a finding. */
export const foundOf = ({ rule, value, implies }: Finding): Found => ({
  rule,
  value,
  after: implies[AFTER]?.[0],
  silence: implies[SILENCE]?.[0],
});
