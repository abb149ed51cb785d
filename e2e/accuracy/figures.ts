/** How often verdicts are right, and how well evidence is read, counted. */
import type { Claim, Confusion, Hits, HitsOf, ReadCounts, VerdictCounts } from "../../lib/model/accuracy";
import type { Read } from "./evidence";
import type { GivenOf, Told } from "./verdicts";

/** A verdict against what was confirmed. Places count from 1; Infinity where a cause is not in the verdict. */
export interface Scored extends Told {
  /** Place of the confirmed cause. */
  gold: number;
  /** Place of the best accepted cause. */
  accepted: number;
}

const placeOf = (causes: readonly string[], wanted: readonly string[]): number => {
  const at = causes.findIndex((cause) => wanted.includes(cause));
  return at < 0 ? Infinity : at + 1;
};

export const scored = (told: Told): Scored => ({
  ...told,
  gold: placeOf(told.causes, [told.incident.gold]),
  accepted: placeOf(told.causes, [told.incident.gold, ...told.incident.also]),
});

/** A part of a whole from 0 to 1; `none` where there is nothing to be a part of. */
export const share = (part: number, whole: number, none = 0): number => (whole === 0 ? none : part / whole);

export function hitsOf(all: readonly Scored[]): Hits {
  const count = (holds: (one: Scored) => boolean) => all.filter(holds).length;
  return {
    count: all.length,
    first: count(({ gold }) => gold === 1),
    three: count(({ gold }) => gold <= 3),
    acceptedFirst: count(({ accepted }) => accepted === 1),
    acceptedThree: count(({ accepted }) => accepted <= 3),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
/** Enough to draw and to print, and the same on every machine. */
const rounded = (number: number): number => Math.round(number * 10_000) / 10_000;

/** Verdicts by what the first cause claims, from the softest: `bins` of about the same size. */
export function calibration(all: readonly Scored[], bins: number): Claim[] {
  const sorted = all.toSorted((a, b) => a.odds - b.odds);
  return Array.from({ length: bins }, (_, bin) => {
    const part = sorted.slice(
      Math.floor((bin * sorted.length) / bins),
      Math.floor(((bin + 1) * sorted.length) / bins),
    );
    return {
      count: part.length,
      claimed: rounded(share(sum(part.map(({ odds }) => odds)), part.length)),
      right: hitsOf(part).acceptedFirst,
    };
  });
}

/** What comes first in place of the confirmed cause and is not accepted either, most often first. */
export function confusions(all: readonly Scored[], most = Infinity): Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const { incident, accepted, causes } of all) {
    if (accepted === 1) continue;
    const first = causes[0] ?? null;
    const key = `${incident.gold} ${first}`;
    pairs.set(key, { gold: incident.gold, first, count: (pairs.get(key)?.count ?? 0) + 1 });
  }
  return [...pairs]
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .map(([, pair]) => pair)
    .slice(0, most);
}

const saidOf = ({ incident }: Scored, field: string): string | null =>
  typeof incident[field] === "string" ? incident[field] : null;

/** Rows by what a field of the incidents says, the most frequent first, and what says nothing last. */
export function hitsBy(field: string, all: readonly Scored[]): HitsOf[] {
  const ids = [...new Set(all.map((one) => saidOf(one, field)))];
  return ids
    .map((id) => ({ id, ...hitsOf(all.filter((one) => saidOf(one, field) === id)) }))
    .sort((a, b) => {
      if (a.id === null || b.id === null) return a.id === null ? 1 : -1;
      return b.count - a.count || (a.id < b.id ? -1 : 1);
    });
}

/** Bins of the calibration, and how many confusions are told. */
const BINS = 5;
const MOST_CONFUSIONS = 10;

/** The most frequent confusions. */
export const foremost = (all: readonly Scored[]): Confusion[] => confusions(all, MOST_CONFUSIONS);

/** All that is told of the verdicts on one set. */
export function countsOf({ answers, text, both }: Readonly<Record<GivenOf, Scored[]>>): VerdictCounts {
  const unsure = both.filter(({ enough }) => !enough);
  return {
    answers: hitsOf(answers),
    text: hitsOf(text),
    both: hitsOf(both),
    calibration: calibration(both, BINS),
    unsure: { count: unsure.length, right: hitsOf(unsure).acceptedFirst },
    causes: hitsBy("gold", both),
    symptoms: hitsBy("symptom", both),
    frameworks: hitsBy("framework", both),
    confusions: foremost(both),
  };
}

/** How well evidence was read. */
export function readCounts(all: readonly Read[]): ReadCounts {
  const hits = sum(all.map((one) => one.hits.length));
  const harmless = all.filter(({ item }) => item.class === "harmless");
  return {
    count: all.length,
    wanted: hits + sum(all.map(({ missed }) => missed.length)),
    hits,
    found: sum(all.map(({ found }) => found)),
    wrong: sum(all.map((one) => one.wrong.length)),
    harmless: harmless.length,
    alarms: harmless.filter((one) => one.wrong.length > 0).length,
    answersRight: sum(all.map(({ answers }) => answers.right)),
    answersWrong: sum(all.map(({ answers }) => answers.wrong.length)),
    answersMissed: sum(all.map(({ answers }) => answers.missed.length)),
  };
}
