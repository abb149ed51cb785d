/** From what was given to findings: one function for the page and the command line. */
import type { Finding } from "../model/finding";
import type { Readings } from "../model/reading";
import { budgetOf } from "./budget";
import type { Given } from "./given";
import { ordered, ordersOf } from "./order";
import type { Found, Taken } from "./part";
import { readPiece } from "./piece";
import { resemblanceFindings } from "./resemblance";
import { prepareSigns } from "./signs";
import { termsOf } from "./terms";

export interface Reading {
  findings: readonly Finding[];
  taken: readonly Taken[];
  /** Something was left unread, as there was too much. */
  cut: boolean;
}

/** Steps for one piece, whatever stands beside it: a 5 MB log is read whole. */
const STEPS = 40_000_000;
/** So much of a text is looked through for what code does not say itself. */
const MOST_OF_TEXT = 100_000;

/** So many values of one setting in one file are told. */
const MOST_VALUES = 3;

/** Of a setting that has one value in several places of a part, the first; of one with several values, a few. */
function withoutRepeats(findings: readonly Finding[], settings: ReadonlySet<string>): Finding[] {
  const values = new Map<string, Set<string>>();
  return findings.filter(({ rule, value = "" }) => {
    if (!settings.has(rule)) return true;
    const known = values.get(rule) ?? new Set();
    if (known.has(value) || known.size >= MOST_VALUES) return false;
    values.set(rule, known.add(value));
    return true;
  });
}

/** The words of what no reader knows. */
const termsIn = (found: readonly Found[]) => termsOf(found.flatMap(({ plain }) => plain ?? []));

/** The words of a text by which it is compared with solved incidents. */
export async function wordsOf(given: Given, readings: Readings): Promise<string[]> {
  const signs = prepareSigns([]);
  return [
    ...termsIn(
      await readPiece(given, {
        readings,
        signs,
        limits: new Map(),
        budget: budgetOf(STEPS),
        texts: [],
        beside: [],
      }),
    ).keys(),
  ];
}

/**
 * Read what was given. Never throws on what it holds.
 * @param given pieces, each with its number
 * @param readings rules, as content/readings/ has them
 */
export async function readEvidence(given: readonly Given[], readings: Readings): Promise<Reading> {
  const limits = new Map(readings.limits.map((limit) => [limit.id, limit]));
  const signs = prepareSigns(readings.signs);
  const settings = new Set(readings.formats.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const pieces: Found[][] = [];
  const likeness: Finding[] = [];
  const texts = given.map(({ text }) => text.slice(0, MOST_OF_TEXT));
  let cut = false;
  for (const one of given) {
    const budget = budgetOf(STEPS);
    const beside = given.flatMap(({ piece, name }) => (name === null || piece === one.piece ? [] : [name]));
    const read = await readPiece(one, { readings, signs, limits, budget, texts, beside });
    const found = read.map((part) => ({ ...part, findings: withoutRepeats(part.findings, settings) }));
    pieces.push(found);
    const terms = termsIn(found);
    if (terms.size > 0)
      likeness.push(...resemblanceFindings(terms, one.piece, await readings.words(), readings.alike));
    cut ||= budget.over();
  }
  const found = pieces.flat();
  const orders = ordersOf(readings);
  const findings = found.flatMap((one) => one.findings.map((finding) => ordered(finding, orders)));
  return {
    // What a hint answers counts where nothing else answers it.
    findings: [
      ...findings.filter(({ hint }) => hint !== true),
      ...findings.filter(({ hint }) => hint === true),
      ...likeness,
    ],
    taken: found.map(({ taken }) => taken),
    cut,
  };
}
