/** What the settings of a configuration mean: the rules of its format, held against its blocks. */
import type { Answers } from "../model/answers";
import { settingKey } from "../model/answers";
import type { Finding } from "../model/finding";
import type { Format, FormatRule, ReadLimit, Saying } from "../model/reading";
import { DAY, durationSeconds, SECONDS_IN } from "../text/duration";
import type { Block, Value } from "./blocks";
import { findingOf, type At } from "./finding";
import { numberAt, type Segment } from "./given";
import { patternOf } from "./patterns";

/** Up to `short` seconds a clock is one that cuts streams; from `long` on it lets them be. Between, it depends. */
const USUAL: Readonly<Record<string, { short: number; long: number; does: string }>> = {
  idle: { short: 120, long: 240, does: "A silence of that length is cut." },
  "first-byte": { short: 60, long: 240, does: "The first byte has to come by then." },
  total: { short: 300, long: 600, does: "An answer that takes longer is cut." },
  heartbeat: { short: 120, long: 240, does: "What does not answer for so long is ended." },
  grace: { short: 30, long: 120, does: "On a restart, a stream that takes longer is cut." },
};

type Matches = (name: string) => boolean;
const matchers = new Map<string, Matches>();

/** Whether a dotted name is what a key says, in which `*` is one part, and `**` any number of them. */
function matcherOf(key: string): Matches {
  const known = matchers.get(key);
  if (known) return known;
  const end = key.startsWith("**") ? key.slice(2) : null;
  const parts = key.split(/(\*{1,2})/).map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^.]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  });
  const pattern = new RegExp(`^${parts.join("")}$`);
  // Most keys of this kind are a plain end, which is quicker to compare.
  const matches: Matches =
    end === null || end.includes("*") ? (name) => pattern.test(name) : (name) => name.endsWith(end);
  matchers.set(key, matches);
  return matches;
}

/** Values that a block has under one of several names. */
function valuesOf(block: Block, keys: readonly string[]): readonly Value[] {
  return keys.flatMap((key) => {
    if (!key.includes("*")) return block.settings.get(key) ?? [];
    const matches = matcherOf(key);
    const found: Value[] = [];
    for (const [name, values] of block.settings) if (matches(name)) found.push(...values);
    return found;
  });
}

const matched = (pattern: string, text: string): boolean => patternOf(pattern, "i").test(text);

/** Whether the other settings are as a rule wants them; with `!` before its name, one must not match. */
const isBeside = (block: Block, { with: others }: FormatRule): boolean =>
  Object.entries(others).every(([key, pattern]) => {
    const not = key.startsWith("!");
    const values = valuesOf(block, (not ? key.slice(1) : key).split("|"));
    if (pattern === null) return values.length === 0;
    return values.some(({ text }) => matched(pattern, text)) !== not;
  });

/** Where an absent setting stands: at the first that is there of the parts that would hold it. */
const standsAt = (block: Block, { stands }: FormatRule): number => valuesOf(block, stands)[0]?.at ?? block.at;

/** The number that a value gives: what the pattern calls `value`, else its first word. */
function numberIn({ value }: FormatRule, { text }: Value): string {
  const [first = ""] = text.split(" ");
  return (value === undefined ? null : patternOf(value, "i").exec(text)?.groups?.["value"]) ?? first;
}

/** What a known value of a limit says about its cause. */
function sayingsOf(rule: FormatRule, limit: ReadLimit, seconds: number, isDefault: boolean): Saying[] {
  const usual = USUAL[limit.kind];
  const { setting } = limit;
  const cause = rule.cause ?? limit.cause;
  if (cause === null || !usual) return [];
  const { short = usual.short, long = usual.long } = rule;
  const told = seconds >= DAY ? "a day or more" : `${seconds} s`;
  const is = isDefault ? `is not set, so its default of ${told} counts` : `is ${told}`;
  if (seconds <= short)
    return [{ cause, weight: 1, says: `“${setting}” ${is}. ${usual.does}`, about: "clock" }];
  if (seconds >= long && !isDefault)
    return [{ cause, weight: -1, says: `“${setting}” ${is}: that is long enough.`, about: "clock" }];
  return [];
}

/** The line of a hit in a value that runs over many lines; elsewhere the line of the value. */
function lineOf({ value: pattern }: FormatRule, { at, text, textAt }: Value): number {
  if (textAt === undefined || pattern === undefined) return at;
  const place = patternOf(pattern, "i").exec(text)?.index ?? 0;
  return textAt + text.slice(0, place).split("\n").length - 1;
}

/** What a change takes away, with its line; of most files nothing. */
const removedIn = ({ lines }: Segment): Value[] =>
  lines.flatMap(({ removed }, at) => (removed === undefined ? [] : [{ text: removed.trimStart(), at }]));

/** Where a change takes away what a rule misses, at or below its block; that line tells more than the block's first. */
function removedAt({ key, absent }: FormatRule, block: Block, removed: readonly Value[]): number | null {
  if (absent !== true) return null;
  const gone = removed.find(({ text, at }) => at >= block.at && key.some((name) => text.startsWith(name)));
  return gone?.at ?? null;
}

interface Hit {
  at: number;
  /** What the text gives for the limit of the rule; undefined where it names none, or the default counts. */
  value: string | undefined;
}

/** A value of which no number can be read. */
const UNREAD = "unread";

/** What the text gives for a limit: seconds, `off` or `none`, or that it cannot be read. */
function valueOf(rule: FormatRule, value: Value): string {
  if (rule.to !== undefined) return rule.to;
  const seconds = durationSeconds(numberIn(rule, value), SECONDS_IN[rule.unit]);
  return seconds === null ? UNREAD : String(Math.min(seconds, DAY));
}

/** Whether another file that was given holds what is absent here. */
const isHeld = ({ heldBy }: FormatRule, beside: readonly string[]): boolean =>
  heldBy !== undefined && beside.some((name) => matched(heldBy, name));

/** The hit of a rule in a block, or null. */
function hitOf(
  rule: FormatRule,
  block: Block,
  limit: ReadLimit | undefined,
  beside: readonly string[],
): Hit | null {
  if (!isBeside(block, rule) || isHeld(rule, beside)) return null;
  const values = valuesOf(block, rule.key);
  if (rule.absent)
    return values.length > 0 || block.partial ? null : { at: standsAt(block, rule), value: undefined };
  const value = values.find(({ text }) => rule.value === undefined || matched(rule.value, text));
  return value ? { at: lineOf(rule, value), value: limit && valueOf(rule, value) } : null;
}

/** What a rule says of its limit at a value. */
function saidOf(rule: FormatRule, limit: ReadLimit, value: string | undefined): readonly Saying[] {
  if (value === UNREAD) return [];
  if (rule.speaks.length > 0 || rule.to !== undefined) return rule.speaks;
  const seconds = value === undefined ? limit.seconds : Number(value);
  return seconds === null ? [] : sayingsOf(rule, limit, seconds, value === undefined);
}

/**
 * The finding of a rule, from the rule and what the text gives for its limit: the same when it is read and when it is
 * taken up again from what was kept of it. Null where there is nothing to say.
 */
export function settingFinding(
  rule: FormatRule,
  limit: ReadLimit | undefined,
  value: string | undefined,
  at: At | null,
): Finding | null {
  const speaks = limit ? saidOf(rule, limit, value) : rule.speaks;
  const setting: Answers =
    limit && limit.on !== null && value !== undefined && value !== UNREAD
      ? { [settingKey({ hop: limit.on, limit: limit.id })]: [value] }
      : {};
  const implies = { ...rule.implies, ...setting };
  if (speaks.length === 0 && Object.keys(implies).length === 0) return null;
  const finding = findingOf({ ...rule, speaks }, at, implies);
  return value === undefined ? finding : { ...finding, value };
}

/**
 * Findings of a format in the blocks of a segment.
 * @param limits rows of the table of limits, by id
 * @param beside names of the other files that were given
 */
export function settingFindings(
  format: Format,
  blocks: readonly Block[],
  segment: Segment,
  limits: ReadonlyMap<string, ReadLimit>,
  beside: readonly string[] = [],
): Finding[] {
  const removed = removedIn(segment);
  return blocks.flatMap((block) =>
    format.rules.flatMap((rule): Finding[] => {
      if (rule.block !== block.kind) return [];
      const limit = rule.limit === undefined ? undefined : limits.get(rule.limit);
      const hit = hitOf(rule, block, limit, beside);
      const place = removedAt(rule, block, removed) ?? hit?.at ?? 0;
      const at = { piece: segment.piece, line: numberAt(segment, place) };
      const finding = hit && settingFinding(rule, limit, hit.value, at);
      return finding ? [finding] : [];
    }),
  );
}
