/** Knowledge with what every ranking needs looked up once. */
import type { Reason } from "../model/finding";
import { HTTP, NONE, SYMPTOM, TRAFFICS, type Traffic } from "../model/ids";
import type { EngineCause, EngineLimit, Knowledge, LayerInfo } from "../model/knowledge";
import { dimensionsOf, valuesOf } from "../model/questions";

/** What a rule asks for: each key with its accepted values. */
export type Conditions = readonly (readonly [key: string, accepted: readonly string[]])[];

/** A rule of a cause or of its layer, with its conditions as a list, and what it is about spelled out. */
export interface PreparedRule extends Reason {
  when: Conditions;
  /** The answers that it rests on. */
  keys: readonly string[];
}

/** A rule with the place of its cause in the knowledge. */
export interface PlacedRule {
  place: number;
  rule: PreparedRule;
}

export interface Prepared {
  knowledge: Knowledge;
  /** Questions that are answered with products, in the order of the knowledge. */
  dimensions: readonly string[];
  /** Of these, the ones whose products stand one behind the other. */
  several: ReadonlySet<string>;
  /** Cause to all limits that bring it about. */
  limitsOf: ReadonlyMap<string, readonly EngineLimit[]>;
  /** Cause to the questions whose products can carry it. */
  carriedIn: ReadonlyMap<string, ReadonlySet<string>>;
  rulesOf: ReadonlyMap<string, readonly PreparedRule[]>;
  /** Question to the rules about it. */
  askedBy: ReadonlyMap<string, readonly PlacedRule[]>;
  /** Question to those of its values under which nothing had been sent before the cut. */
  silentOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Traffic to the ids of the limits that do not count for it. */
  elsewhere: ReadonlyMap<Traffic, ReadonlySet<string>>;
  /** Limits that count under some answers only. */
  conditional: readonly EngineLimit[];
  /** Questions whose answers decide which limits count. */
  decides: ReadonlySet<string>;
  /** Question to its values that are a kind of another one, with that one. */
  parentsOf: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

function rulesFor(cause: EngineCause, layers: readonly LayerInfo[]): PreparedRule[] {
  const layer = layers.find(({ id }) => id === cause.layer);
  return [...cause.evidence, ...(layer?.evidence ?? [])].map(({ when, weight, says, about }) => ({
    when: Object.entries(when),
    keys: Object.keys(when),
    weight,
    says,
    about: about ?? Object.keys(when).sort().join("+"),
  }));
}

function askedBy(rulesOf: Prepared["rulesOf"], { causes }: Knowledge): Map<string, PlacedRule[]> {
  const asked = new Map<string, PlacedRule[]>();
  causes.forEach(({ id }, place) => {
    for (const rule of rulesOf.get(id) ?? [])
      for (const [key] of rule.when) asked.set(key, [...(asked.get(key) ?? []), { place, rule }]);
  });
  return asked;
}

function silentOf(knowledge: Knowledge): Map<string, Set<string>> {
  const silent = new Map<string, Set<string>>();
  for (const question of knowledge.questions) {
    const values = (valuesOf(question, knowledge) ?? []).filter((value) => value.silent);
    if (values.length > 0) silent.set(question.id, new Set(values.map(({ id }) => id)));
  }
  return silent;
}

/**
 * The limits that do not count for each traffic. What counts are a product's own for it, and those for plain HTTP of each
 * kind for which the product has none of its own: a proxy that knows no other clock holds WebSockets to the one it has.
 */
function elsewhereOf({ limits }: Knowledge): Map<Traffic, Set<string>> {
  const kindOf = ({ on, kind }: EngineLimit): string => `${on} ${kind}`;
  const trafficOf = (limit: EngineLimit): Traffic => limit.traffic ?? HTTP;
  return new Map(
    TRAFFICS.map((traffic) => {
      const taken = new Set(limits.filter((limit) => trafficOf(limit) === traffic).map(kindOf));
      const counts = (limit: EngineLimit): boolean =>
        trafficOf(limit) === traffic || (trafficOf(limit) === HTTP && !taken.has(kindOf(limit)));
      return [traffic, new Set(limits.filter((limit) => !counts(limit)).map(({ id }) => id))];
    }),
  );
}

function parentsOf({ symptoms, products }: Knowledge): Map<string, Map<string, string>> {
  const parents = new Map<string, Map<string, string>>();
  for (const [question, values] of [[SYMPTOM, symptoms] as const, ...Object.entries(products)]) {
    const refined = values.flatMap(({ id, refines }) =>
      refines === undefined || refines === NONE ? [] : [{ id, refines }],
    );
    if (refined.length > 0) parents.set(question, new Map(refined.map(({ id, refines }) => [id, refines])));
  }
  return parents;
}

/** The questions whose products have a trait that can carry the cause. */
function carriedIn(
  { carriers }: EngineCause,
  { products }: Knowledge,
  dimensions: readonly string[],
): Set<string> {
  const carries = (traits: readonly string[]) => traits.some((trait) => carriers.includes(trait));
  return new Set(dimensions.filter((id) => (products[id] ?? []).some(({ traits }) => carries(traits))));
}

/** Look up once what every ranking needs. */
export function prepare(knowledge: Knowledge): Prepared {
  const { causes, layers, limits } = knowledge;
  const asking = dimensionsOf(knowledge.questions);
  const dimensions = asking.map(({ id }) => id);
  const rulesOf = new Map(causes.map((cause) => [cause.id, rulesFor(cause, layers)]));
  return {
    knowledge,
    dimensions,
    several: new Set(asking.filter(({ kind }) => kind === "products").map(({ id }) => id)),
    limitsOf: new Map(causes.map(({ id }) => [id, limits.filter(({ cause }) => cause === id)])),
    carriedIn: new Map(causes.map((cause) => [cause.id, carriedIn(cause, knowledge, dimensions)])),
    rulesOf,
    askedBy: askedBy(rulesOf, knowledge),
    silentOf: silentOf(knowledge),
    elsewhere: elsewhereOf(knowledge),
    conditional: limits.filter(({ needs }) => needs !== undefined),
    decides: new Set([
      ...limits.flatMap(({ needs }) => Object.keys(needs ?? {})),
      ...knowledge.questions.flatMap(({ id, options }) =>
        options.some(({ traffic }) => traffic !== undefined) ? [id] : [],
      ),
    ]),
    parentsOf: parentsOf(knowledge),
  };
}
