/** Evidence in, ranked causes out. A score is a sum of log-odds in bits. */
import type { Dimension, Weight } from "../content/schema";
import { clockPiece } from "./clocks";
import { known, matches, type Conditions, type Facts } from "./evidence";
import type { EngineCause, EngineLimit, Gap, Knowledge, Piece, Ranked } from "./types";

/** A ruled-out cause stays in the list, at the end: evidence can be wrong. */
const RULED_OUT_BITS = -12;
/** The weight of a symptom that a cause does not list. */
const UNLISTED_SYMPTOM = -2;

export const bits = (weight: Piece["weight"]): number => (weight === "rules-out" ? RULED_OUT_BITS : weight);

/** A rule of a cause or of its layer, with its conditions as a list, and what it is about spelled out. */
export interface IndexedRule extends Piece {
  when: Conditions;
}

/** Knowledge with what every ranking needs looked up once. */
export interface Index {
  knowledge: Knowledge;
  limitsOf: ReadonlyMap<string, readonly EngineLimit[]>;
  rulesOf: ReadonlyMap<string, readonly IndexedRule[]>;
  dimensionsOf: ReadonlyMap<string, ReadonlySet<Dimension>>;
  /** Question to the rules about it, each with the place of its cause in the knowledge. */
  askedBy: ReadonlyMap<string, readonly { at: number; rule: IndexedRule }[]>;
}

export function indexOf(knowledge: Knowledge): Index {
  const dimensions = Object.entries(knowledge.products) as [Dimension, Knowledge["products"][Dimension]][];
  const rulesOf = new Map(
    knowledge.causes.map((cause) => {
      const layer = knowledge.layers.find((candidate) => candidate.id === cause.layer);
      const rules = [...cause.evidence, ...(layer?.evidence ?? [])];
      return [
        cause.id,
        rules.map(({ when, weight, says, about }): IndexedRule => ({
          when: Object.entries(when),
          weight,
          says,
          about: about ?? Object.keys(when).sort().join("+"),
        })),
      ];
    }),
  );
  const askedBy = new Map<string, { at: number; rule: IndexedRule }[]>();
  knowledge.causes.forEach(({ id }, at) => {
    for (const rule of rulesOf.get(id) ?? [])
      for (const [key] of rule.when) askedBy.set(key, [...(askedBy.get(key) ?? []), { at, rule }]);
  });
  return {
    knowledge,
    askedBy,
    rulesOf,
    limitsOf: new Map(
      knowledge.causes.map((cause) => [
        cause.id,
        knowledge.limits.filter((limit) => limit.cause === cause.id),
      ]),
    ),
    dimensionsOf: new Map(
      knowledge.causes.map((cause) => [
        cause.id,
        new Set(
          dimensions
            .filter(([, products]) =>
              products.some((product) => product.traits.some((trait) => cause.carriers.includes(trait))),
            )
            .map(([dimension]) => dimension),
        ),
      ]),
    ),
  };
}

function symptomPiece(cause: EngineCause, facts: Facts, knowledge: Knowledge): Piece | null {
  const id = known(facts.answers, "symptom")[0];
  const symptom = knowledge.symptoms.find((candidate) => candidate.id === id);
  if (!symptom) return null;
  const listed = cause.symptoms[symptom.id];
  if (!listed)
    return {
      about: "symptom",
      weight: UNLISTED_SYMPTOM,
      says: `“${symptom.label}” is not how this shows itself.`,
    };
  if (listed.weight === 0) return null;
  return {
    about: "symptom",
    weight: listed.weight as Weight,
    says: listed.says ?? `“${symptom.label}” is how this shows itself.`,
  };
}

/**
 * Does something on the path exist that can bring the cause about? Without it the cause cannot be, and most paths have no
 * such hop, so that a named one says as much for the cause as its absence says against it.
 */
function carrierPiece(cause: EngineCause, facts: Facts, dimensions: ReadonlySet<Dimension>): Piece | null {
  if (cause.carriers.length === 0) return null;
  const found = facts.path.find(({ product }) =>
    product.traits.some((trait) => cause.carriers.includes(trait)),
  );
  if (found)
    return { about: "carrier", weight: 2, says: `${found.product.name} is on your path and can do this.` };
  if (![...dimensions].every((dimension) => facts.settled.has(dimension))) return null;
  return { about: "carrier", weight: -2, says: "Nothing that you named on the path does this." };
}

/** Every piece that counts for one cause: of those about the same thing, the strongest. */
export function piecesOf(cause: EngineCause, facts: Facts, index: Index): Piece[] {
  const strongest = new Map<string, Piece>();
  const add = (piece: Piece | null) => {
    if (piece === null) return;
    const held = strongest.get(piece.about);
    if (!held || Math.abs(bits(piece.weight)) > Math.abs(bits(held.weight)))
      strongest.set(piece.about, piece);
  };
  add(symptomPiece(cause, facts, index.knowledge));
  add(carrierPiece(cause, facts, index.dimensionsOf.get(cause.id) ?? new Set()));
  add(clockPiece(cause, index.limitsOf.get(cause.id) ?? [], facts));
  for (const rule of index.rulesOf.get(cause.id) ?? []) if (matches(rule.when, facts)) add(rule);
  return [...strongest.values()];
}

/** The score of one cause in bits. */
export function scoreOf(cause: EngineCause, facts: Facts, index: Index): number {
  let sum = cause.prior;
  for (const piece of piecesOf(cause, facts, index)) sum += bits(piece.weight);
  return sum;
}

/** Shares of 1 from scores in bits. */
export function sharesOf(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raw = scores.map((score) => 2 ** (score - top));
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}

/** Unanswered questions that this cause hangs on, the weightiest first. */
function missingOf(cause: EngineCause, facts: Facts, index: Index): Gap[] {
  const open = new Map<string, number>();
  for (const rule of index.rulesOf.get(cause.id) ?? [])
    for (const [key] of rule.when) {
      if (facts.answers[key] === undefined)
        open.set(key, Math.max(open.get(key) ?? 0, Math.abs(bits(rule.weight))));
    }
  if ((index.limitsOf.get(cause.id) ?? []).length > 0) {
    const clock = index.limitsOf.get(cause.id)?.every((limit) => limit.kind === "total")
      ? "after"
      : "silence";
    if (facts.answers[clock] === undefined) open.set(clock, 4);
  }
  return index.knowledge.questions
    .filter((question) => open.has(question.id) && (!question.needs || possible(question.needs, facts)))
    .sort((a, b) => (open.get(b.id) ?? 0) - (open.get(a.id) ?? 0))
    .slice(0, 2)
    .map((question) => ({ question: question.id, short: question.ask }));
}

/** A need is possible while its question is open, or answered with one of the accepted values. */
export function possible(needs: Readonly<Record<string, readonly string[]>>, facts: Facts): boolean {
  return Object.entries(needs).every(([key, accepted]) => {
    const values = known(facts.answers, key);
    return values.length === 0 || values.some((value) => accepted.includes(value));
  });
}

/** The pieces of every cause, in the order of the knowledge. */
export const weigh = (facts: Facts, index: Index): Piece[][] =>
  index.knowledge.causes.map((cause) => piecesOf(cause, facts, index));

/** All causes, the likeliest first and the ruled-out last; of equals, the order of the knowledge. */
export function rank(
  facts: Facts,
  index: Index,
  weighed: readonly Piece[][] = weigh(facts, index),
): Ranked[] {
  const scored = index.knowledge.causes.map((cause, place) => {
    const pieces = weighed[place] ?? [];
    const strength = (piece: Piece) => Math.abs(bits(piece.weight));
    const side = (sign: 1 | -1) =>
      pieces
        .filter((piece) => Math.sign(bits(piece.weight)) === sign)
        .sort((a, b) => strength(b) - strength(a));
    return {
      cause,
      score: pieces.reduce((sum, piece) => sum + bits(piece.weight), cause.prior),
      ruledOut: pieces.some((piece) => piece.weight === "rules-out"),
      for: side(1),
      against: side(-1),
    };
  });
  const shares = sharesOf(scored.map(({ score }) => score));
  return scored
    .map(({ cause, ...rest }, at) => ({
      id: cause.id,
      layer: cause.layer,
      title: cause.title,
      headline: cause.headline,
      share: shares[at] ?? 0,
      ...rest,
      missing: missingOf(cause, facts, index),
    }))
    .sort((a, b) => Number(a.ruledOut) - Number(b.ruledOut) || b.score - a.score);
}
