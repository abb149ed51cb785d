/** What source code means: the rules of its language, held against what is used in it. */
import type { Finding } from "../model/finding";
import type { CodeRule, Language } from "../model/reading";
import { findingOf } from "./finding";
import { numberAt, type Segment } from "./given";
import { patternOf } from "./patterns";
import type { Use } from "./uses";

/** A rule with its patterns made ready. */
interface Ready {
  rule: CodeRule;
  name: RegExp;
  args: readonly (readonly [name: string, pattern: RegExp | null])[];
}

const ready = (rule: CodeRule): Ready => ({
  rule,
  name: patternOf(`^(?:${rule.name})$`),
  args: Object.entries(rule.args).map(([name, pattern]) => [
    name,
    pattern === null ? null : patternOf(pattern),
  ]),
});

/** The circumstance that code has to do with streams. */
const STREAMS = "streams";

/** Whether a circumstance holds, or does not hold with `!` before it. Who asks for a stream in words need not name it in code. */
function holds(one: string, use: Use, asked: boolean): boolean {
  if (one.startsWith("!")) return !use.where.has(one.slice(1));
  return (asked && one === STREAMS) || use.where.has(one);
}

/** Whether each of them holds; of several with `|` between them, one is enough. */
const isThere = (where: readonly string[], use: Use, asked: boolean): boolean =>
  where.every((either) => either.split("|").some((one) => holds(one, use, asked)));

/** Longer names are of no library. */
const LONGEST_NAME = 300;

function hits({ rule, name, args }: Ready, use: Use, asked: boolean): boolean {
  if (use.name.length > LONGEST_NAME) return false;
  if (rule.find !== use.find || !name.test(use.name) || !isThere(rule.where, use, asked)) return false;
  return args.every(([arg, pattern]) => {
    const text = use.args.get(arg);
    return pattern === null ? text === undefined : text !== undefined && pattern.test(text);
  });
}

/** The line of a hit: of the argument that it is about, or of the use. */
function lineOf({ rule, args }: Ready, use: Use): number {
  if (rule.stands !== undefined) return use.lines.get(rule.stands) ?? use.at;
  const [about] = args.flatMap(([name, pattern]) => (pattern === null ? [] : (use.lines.get(name) ?? [])));
  return about ?? use.at;
}

/**
 * Findings of a language in what is used in a segment.
 * @param texts all texts of the case
 * @param asked the words around the code ask for a stream
 */
export function codeFindings(
  language: Language,
  uses: readonly Use[],
  segment: Segment,
  texts: readonly string[],
  asked = false,
): Finding[] {
  const isGiven = ({ given }: CodeRule) =>
    given === undefined || texts.some((text) => patternOf(given, "i").test(text));
  const rules = language.rules.filter(isGiven).map(ready);
  return uses.flatMap((use) =>
    rules
      .filter((one) => hits(one, use, asked))
      .map((one) => {
        const line = numberAt(segment, lineOf(one, use));
        return findingOf(one.rule, { piece: segment.piece, line }, one.rule.implies);
      }),
  );
}
