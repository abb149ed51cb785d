/** What is known of a case by hand, and the keys under which it stands in links, stores and files. */

/**
 * Key to the given values: a question id, `check.<check id>` or `set.<hop key>.<limit id>`. An incident also has
 * `found` among them: what was read from pasted text, by rule (found.ts); the engine gets that as findings.
 * A question that is answered with several products has several values, the caller's side first.
 */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** The key under which an incident holds what was read from pasted text. */
export const FOUND = "found";

const CHECK = "check.";
const SETTING = "set.";

/** The key of a check's result. */
export const checkKey = (check: string): string => `${CHECK}${check}`;

/** The check that a key stands for, or null when it is another kind of key. */
export const checkOf = (key: string): string | null =>
  key.startsWith(CHECK) ? key.slice(CHECK.length) : null;

/** A setting of one hop: which hop, and the id of the limit that it sets. */
export interface SettingName {
  hop: string;
  limit: string;
}

/** The key of a known setting. */
export const settingKey = ({ hop, limit }: SettingName): string => `${SETTING}${hop}.${limit}`;

/** Product ids and limit ids have no dots; a hop's key has one before its number, from 2 to 9. */
const SETTING_KEY = /^set\.([^.]+(?:\.[2-9])?)\.([^.]+)$/;

/** The setting that a key stands for, or null when it is another kind of key. */
export function settingOf(key: string): SettingName | null {
  const [, hop, limit] = SETTING_KEY.exec(key) ?? [];
  return hop === undefined || limit === undefined ? null : { hop, limit };
}

/** Whether a key stands for a setting, well-formed or not. */
export const isSettingKey = (key: string): boolean => key.startsWith(SETTING);
