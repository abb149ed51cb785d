/** The engine's part of the content: what the desk carries. */
import type { Content } from "./load";
import type { Product } from "./schema";
import type { EngineLimit, Knowledge } from "../model/knowledge";

/** A product without what only the search needs. */
const bare = ({ also: _, ...product }: Product): Product => product;

/** Cut the content down to what the engine needs; the words of reasons stay, prose does not. */
export function knowledgeOf(content: Content): Knowledge {
  const asked = new Set(
    Object.values(content.products).flatMap((products) => products.map((product) => product.id)),
  );
  return {
    layers: content.layers,
    symptoms: content.symptoms,
    questions: content.questions,
    products: {
      framework: content.products.framework.map(bare),
      hosting: content.products.hosting.map(bare),
      server: content.products.server.map(bare),
      proxy: content.products.proxy.map(bare),
    },
    checks: content.checks.map(({ id, title, effort, outcomes, team }) => ({
      id,
      title,
      effort,
      outcomes,
      ...(team ? { team } : {}),
    })),
    causes: content.causes.map(
      ({ id, layer, title, headline, prior, carriers, symptoms, evidence, prove }) => ({
        id,
        layer,
        title,
        headline,
        prior,
        carriers,
        symptoms,
        evidence,
        prove,
      }),
    ),
    limits: content.limits.flatMap((limit): EngineLimit[] => {
      const { id, cause, on, kind, traffic, adjustable, setting } = limit;
      if (cause === null || on === null || traffic !== "http" || !asked.has(on)) return [];
      if (kind !== "idle" && kind !== "total" && kind !== "first-byte" && kind !== "buffering") return [];
      const seconds =
        kind !== "buffering" && limit.seconds !== null && limit.seconds > 0 ? limit.seconds : null;
      // Without a default only a value that somebody set says anything.
      if (seconds === null && adjustable !== true) return [];
      return [{ id, cause, on, kind, seconds, adjustable, setting }];
    }),
    pairs: content.pairs.map(({ id, framework, causes }) => ({ id, framework, causes })),
    configs: content.configs.map(({ id, product, name, causes }) => ({ id, product, name, causes })),
  };
}
