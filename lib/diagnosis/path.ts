/** The path of a token, with the user's own products, and what is known of each stop. */
import { LAYERS } from "../model/names";
import type { Layer } from "../content/schema";
import { known, type Facts } from "./evidence";
import type { Index } from "./rank";
import type { Ranked, Stop } from "./types";

/** A cause counts as cleared below this share, when something speaks against it. */
const CLEARED_SHARE = 0.01;

/** Layers in which no cause is left, each with the words that say why. */
export function clearedLayers(
  ranked: readonly Ranked[],
  index: Index,
): { layer: Layer; name: string; because: string }[] {
  return index.knowledge.layers.flatMap((layer) => {
    const own = ranked.filter((cause) => cause.layer === layer.id);
    if (
      own.length === 0 ||
      !own.every(
        (cause) =>
          cause.ruledOut ||
          (cause.share < CLEARED_SHARE && cause.against.some((piece) => piece.about !== "symptom")),
      )
    )
      return [];
    const because =
      own.flatMap((cause) => cause.against).find((piece) => piece.weight === "rules-out") ??
      own[0]?.against[0];
    return [{ layer: layer.id, name: layer.name, because: because?.says ?? "" }];
  });
}

/** One stop a product; layers that nobody named have one stop with the layer's name. */
export function pathOf(
  facts: Facts,
  ranked: readonly Ranked[],
  cleared: ReadonlySet<Layer>,
  sure: boolean,
  index: Index,
): Stop[] {
  const top = ranked[0];
  const carriers = index.knowledge.causes.find((cause) => cause.id === top?.id)?.carriers ?? [];
  const nothingInFront = known(facts.answers, "proxy").includes("none");
  const hops = facts.path.filter(({ dimension }) => dimension === "proxy");
  const stops: Stop[] = LAYERS.flatMap((layer): Stop[] => {
    const info = index.knowledge.layers.find((candidate) => candidate.id === layer);
    const blank: Stop = {
      key: layer,
      layer,
      name: info?.name ?? layer,
      note: info?.what ?? "",
      named: false,
      state: cleared.has(layer) ? "cleared" : "open",
    };
    if (layer === "proxy" && hops.length > 0) {
      const noteOf = (id: Layer) =>
        index.knowledge.layers.find((candidate) => candidate.id === id)?.what ?? "";
      return hops.map(({ product }) => ({
        ...blank,
        key: product.id,
        layer: product.layer,
        name: product.name,
        note: noteOf(product.layer),
        named: true,
        state: cleared.has(product.layer) ? "cleared" : "open",
      }));
    }
    if (layer === "edge" && hops.length > 0) return [];
    if ((layer === "proxy" || layer === "edge") && nothingInFront) return [];
    const own = facts.path.filter(
      ({ product, dimension }) => dimension !== "proxy" && product.layer === layer,
    );
    return own.length > 0
      ? own.map(({ product }) => ({ ...blank, key: product.id, name: product.name, named: true }))
      : [blank];
  });
  if (!top || !sure) return stops;
  const traitsOf = new Map(facts.path.map(({ product }) => [product.id, product.traits]));
  const suspect =
    stops.find((stop) => stop.named && carriers.some((trait) => traitsOf.get(stop.key)?.includes(trait))) ??
    stops.find((stop) => stop.layer === top.layer);
  const at = suspect ? stops.indexOf(suspect) : -1;
  return stops.map((stop, position) => ({
    ...stop,
    state: position === at ? "suspect" : position > at && at >= 0 ? "beyond" : stop.state,
  }));
}
