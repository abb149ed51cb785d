/** Solved incidents as they are learned from, and the folds in which what is learned is measured. */
import { createHash } from "node:crypto";
import type { Content } from "../../lib/content/load";
import { readingsOf } from "../../lib/content/readings";
import { wordsOf } from "../../lib/evidence/read";
import { answersOf } from "../../lib/diagnosis/record";
import { givenIn } from "../../lib/evidence/record";
import { AFTER } from "../../lib/model/ids";
import { ACCEPTED, learn, type Learned, type Solved } from "./learn";
import { incidentsIn } from "./sets";
import type { Incident } from "./verdicts";

/**
 * What is learned from, with how much each counts: never the scored half. Profiles are reports that were written from
 * experience, by cause; of incidents their writers saw at most the manner of 45 readable ones, without a cause. Those that
 * were written later (`written`) tell look-alikes apart; their writers saw 70 that may be read, with their causes. Ordinary
 * texts have nothing to do with streams: their words speak for no cause.
 */
const LEARNED = { dev: 1, readable: 1, apart: 1, threads: 0.7, profiles: 0.5, written: 0.5, ordinary: 1 };

const FOLDS = 5;

/** An incident to learn from. Those of one repository are never in two folds, as a report and its fix are one incident. */
export interface Lesson extends Solved {
  id: string;
  repository: string;
  fold: number;
}

/** So many terms are kept: what a page loads with its first text. */
const MOST_TERMS = 6_700;

/** What is learned from all incidents but those of a fold; of all where none is named. */
export const learnedWithout = (fold: number | null, all: readonly Lesson[]): Learned =>
  learn(
    all.filter((lesson) => lesson.fold !== fold),
    MOST_TERMS,
  );

/** Where an incident is from; itself, where it has no address. */
export const repositoryOf = ({ source, id }: Incident): string =>
  typeof source === "string" ? source.toLowerCase().split("/").slice(3, 5).join("/") : id;

export const foldOf = (incident: Incident): number =>
  createHash("sha256").update(repositoryOf(incident)).digest().readUInt32BE(0) % FOLDS;

/** What was answered in an incident: products and choices, not seconds, of which each is another. */
const saidIn = (incident: Incident): string[] =>
  Object.entries(answersOf(incident))
    .filter(([question]) => question !== AFTER)
    .flatMap(([question, values]) => values.map((value) => `${question}=${value}`));

/** Every incident that may be read, as a lesson. */
export async function lessons(content: Content): Promise<Lesson[]> {
  const readings = { ...readingsOf(content), signs: [] };
  const all: Lesson[] = [];
  const given = Object.entries(LEARNED).flatMap(([name, weight]) =>
    incidentsIn(name).map((incident) => ({ incident, weight })),
  );
  for (const { incident, weight } of given) {
    const texts = givenIn(incident) ?? [];
    const terms = new Set((await Promise.all(texts.map((one) => wordsOf(one, readings)))).flat());
    const causes = new Map<string, number>(incident.also.map((cause) => [cause, ACCEPTED]));
    causes.set(incident.gold, 1);
    const [repository, fold] = [repositoryOf(incident), foldOf(incident)];
    all.push({
      id: incident.id,
      repository,
      fold,
      terms: [...terms],
      said: saidIn(incident),
      causes,
      weight,
    });
  }
  return all;
}
