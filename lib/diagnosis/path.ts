/** The path of a token, with the user's own products, and what is known of each stop. */
import { LAYERS, NONE, type Layer } from "../model/ids";
import { hopName, type Hop } from "../model/hop";
import type { ClearedLayer, ClearedSetting, Ranked, Stop } from "../model/verdict";
import { clearedBecause } from "./clocks";
import type { Prepared } from "./prepared";
import { bufferingOff, clocksOf } from "./settings";
import { known, type Situation } from "./situation";

/** A cause counts as cleared below this share, when something speaks against it. */
const CLEARED_SHARE = 0.01;
/** Layers in which hops stand one behind the other, in the order that was given. */
const IN_FRONT: readonly Layer[] = ["proxy", "edge"];

const isOut = ({ ruledOut, share, against }: Ranked): boolean =>
  ruledOut || (share < CLEARED_SHARE && against.some(({ about }) => about !== "symptom"));

/** Layers in which no cause is left, each with the words that say why. */
export function clearedLayers(ranked: readonly Ranked[], { knowledge }: Prepared): ClearedLayer[] {
  return knowledge.layers.flatMap(({ id, name }): ClearedLayer[] => {
    const own = ranked.filter((cause) => cause.layer === id);
    if (own.length === 0 || !own.every(isOut)) return [];
    const reasons = own.flatMap(({ against }) => against);
    const because = reasons.find(({ weight }) => weight === "rules-out") ?? own[0]?.against[0];
    return [{ layer: id, name, because: because?.says ?? "" }];
  });
}

/** Limits of hops whose known values clear them, each with the words that say why. */
export function clearedSettings(situation: Situation, { knowledge }: Prepared): ClearedSetting[] {
  const clocks = clocksOf(knowledge.limits, situation).flatMap((clock) => {
    const because = clearedBecause(clock, situation);
    return because === null ? [] : [{ hop: clock.hop.key, limit: clock.limit.id, because }];
  });
  const buffers = situation.path.flatMap((hop) => {
    const limit = bufferingOff(knowledge.limits, hop);
    const because = `“${limit?.setting}” of ${hopName(hop)} is off.`;
    return limit === null ? [] : [{ hop: hop.key, limit: limit.id, because }];
  });
  return [...clocks, ...buffers];
}

/** A stop as long as nothing is suspected. */
interface Drawing {
  situation: Situation;
  cleared: ReadonlySet<Layer>;
  prepared: Prepared;
}

function stopOf(layer: Layer, hop: Hop | null, { cleared, prepared }: Drawing): Stop {
  const info = prepared.knowledge.layers.find(({ id }) => id === layer);
  return {
    key: hop?.key ?? layer,
    layer,
    name: (hop && hopName(hop)) ?? info?.name ?? layer,
    note: info?.what ?? "",
    named: hop !== null,
    state: cleared.has(layer) ? "cleared" : "open",
  };
}

/** Stops of one layer: its named products, or the layer itself. */
function stopsOf(layer: Layer, drawing: Drawing): Stop[] {
  const { situation, prepared } = drawing;
  const inFront = situation.path.filter(({ dimension }) => prepared.several.has(dimension));
  if (IN_FRONT.includes(layer)) {
    const nothing = [...prepared.several].some((dimension) =>
      known(situation.answers, dimension).includes(NONE),
    );
    // Hops in front are drawn once, in their own order, each with the layer of its product.
    if (inFront.length > 0)
      return layer === IN_FRONT[0] ? inFront.map((hop) => stopOf(hop.product.layer, hop, drawing)) : [];
    return nothing ? [] : [stopOf(layer, null, drawing)];
  }
  const own = situation.path.filter((hop) => !inFront.includes(hop) && hop.product.layer === layer);
  return own.length > 0 ? own.map((hop) => stopOf(layer, hop, drawing)) : [stopOf(layer, null, drawing)];
}

/** The stop at which the first cause is suspected: a hop that can bring it about and is not cleared, or the layer. */
function suspectOf(stops: readonly Stop[], top: Ranked, { situation, prepared }: Drawing): Stop | undefined {
  const carriers = prepared.knowledge.causes.find(({ id }) => id === top.id)?.carriers ?? [];
  const limits = prepared.limitsOf.get(top.id) ?? [];
  const carrying = situation.path.filter(({ product }) =>
    product.traits.some((trait) => carriers.includes(trait)),
  );
  const isCleared = (hop: Hop): boolean => {
    const clocks = clocksOf(limits, { ...situation, path: [hop] });
    const allCleared =
      clocks.length > 0 && clocks.every((clock) => clearedBecause(clock, situation) !== null);
    return allCleared || bufferingOff(limits, hop) !== null;
  };
  const open = carrying.filter((hop) => !isCleared(hop)).map(({ key }) => key);
  return (
    stops.find(({ named, key }) => named && open.includes(key)) ??
    stops.find(({ layer }) => layer === top.layer)
  );
}

/**
 * One stop a product; layers that nobody named have one stop with the layer's name.
 * @param sure whether there is enough to suspect a stop at all
 */
export function pathOf(
  situation: Situation,
  ranked: readonly Ranked[],
  cleared: ReadonlySet<Layer>,
  sure: boolean,
  prepared: Prepared,
): Stop[] {
  const drawing = { situation, cleared, prepared };
  const stops = LAYERS.flatMap((layer) => stopsOf(layer, drawing));
  const top = ranked[0];
  const suspect = top && sure ? suspectOf(stops, top, drawing) : undefined;
  if (!suspect) return stops;
  const position = stops.indexOf(suspect);
  return stops.map((stop, place) => {
    if (place === position) return { ...stop, state: "suspect" };
    return place > position ? { ...stop, state: "beyond" } : stop;
  });
}
