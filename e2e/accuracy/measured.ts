/** Verdicts on incidents, none by words that were learned from the incident itself or from another of its repository. */
import type { Content } from "../../lib/content/load";
import { scored, type Scored } from "./figures";
import { foldOf, repositoryOf, learnedWithout, type Lesson } from "./solved";
import { GIVEN, verdictsOn, type GivenOf, type Incident } from "./verdicts";

export type Measure = (incidents: readonly Incident[], given: GivenOf) => Promise<Scored[]>;

/** @param all what is learned from; the words of the content are what all of them teach */
export function measuring(content: Content, all: readonly Lesson[]): Measure {
  const taught = new Set(all.map(({ repository }) => repository));
  const folds = new Map<number, Content>();
  const without = (fold: number): Content => {
    const held = folds.get(fold) ?? { ...content, ...learnedWithout(fold, all) };
    folds.set(fold, held);
    return held;
  };
  return async (incidents, given) => {
    const by = new Map<Content, Incident[]>();
    for (const incident of incidents) {
      const own = taught.has(repositoryOf(incident)) ? without(foldOf(incident)) : content;
      by.set(own, [...(by.get(own) ?? []), incident]);
    }
    const told: Scored[] = [];
    for (const [own, part] of by) told.push(...(await verdictsOn(part, given, own)).map(scored));
    return told;
  };
}

/** From answers alone, from text alone, and from both. */
export async function measureEach(
  incidents: readonly Incident[],
  measure: Measure,
): Promise<Record<GivenOf, Scored[]>> {
  const each: Partial<Record<GivenOf, Scored[]>> = {};
  for (const given of GIVEN) each[given] = await measure(incidents, given);
  return each as Record<GivenOf, Scored[]>;
}
