/** The engine's part of the content: what the desk carries. */
import type { Limit } from "../model/content";
import type { EngineLimit, Knowledge, Product, Products } from "../model/knowledge";
import type { Content } from "./content";

/** A product without what only the search needs. */
const bare = ({ also: _, ...product }: Product): Product => product;

const isClock = (kind: Limit["kind"]): kind is "idle" | "total" | "first-byte" =>
  kind === "idle" || kind === "total" || kind === "first-byte";

/**
 * A row as the engine takes it: it can fire on a hop that can be asked for, and stands at a known number of
 * seconds or can be set. Null for every other row.
 */
function engineLimit(limit: Limit, asked: ReadonlySet<string>): EngineLimit | null {
  const { id, cause, on, kind, adjustable, setting } = limit;
  if (cause === null || on === null || !asked.has(on) || limit.traffic !== "http") return null;
  if (!isClock(kind) && kind !== "buffering") return null;
  const seconds = isClock(kind) && limit.seconds !== null && limit.seconds > 0 ? limit.seconds : null;
  return seconds === null && adjustable !== true
    ? null
    : { id, cause, on, kind, seconds, adjustable, setting };
}

/** Cut the content down to what the engine needs; the words of reasons stay, prose does not. */
export function knowledgeOf(content: Content): Knowledge {
  const { layers, symptoms, questions } = content;
  const asked = new Set(
    Object.values(content.products)
      .flat()
      .map(({ id }) => id),
  );
  const products: Products = Object.fromEntries(
    Object.entries(content.products).map(([dimension, own]) => [dimension, own.map(bare)]),
  );
  return {
    layers,
    symptoms,
    questions,
    products,
    checks: content.checks.map(({ id, title, effort, outcomes, team }) => ({
      id,
      title,
      effort,
      outcomes,
      ...(team && { team }),
    })),
    causes: content.causes.map(
      ({ id, layer, title, headline, prior, carriers, symptoms: seen, evidence, prove, refines }) => ({
        id,
        layer,
        title,
        headline,
        prior,
        carriers,
        symptoms: seen,
        evidence,
        prove,
        ...(refines !== undefined && { refines }),
      }),
    ),
    limits: content.limits.flatMap((limit) => engineLimit(limit, asked) ?? []),
    pairs: content.pairs.map(({ id, framework, causes }) => ({ id, framework, causes })),
    configs: content.configs.map(({ id, product, name, causes }) => ({ id, product, name, causes })),
  };
}
