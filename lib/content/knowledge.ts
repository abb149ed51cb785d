/** The engine's part of the content: what the desk carries. */
import type { Cause, Limit } from "../model/content";
import { HTTP } from "../model/ids";
import type { EngineCause, EngineLimit, Knowledge, Product, Products } from "../model/knowledge";
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
  const { id, cause, on, kind, adjustable, setting, traffic, needs } = limit;
  if (cause === null || on === null || !asked.has(on)) return null;
  if (!isClock(kind) && kind !== "buffering") return null;
  const seconds = isClock(kind) && limit.seconds !== null && limit.seconds > 0 ? limit.seconds : null;
  return seconds === null && adjustable !== true
    ? null
    : {
        id,
        cause,
        on,
        kind,
        seconds,
        adjustable,
        setting,
        ...(traffic !== HTTP && { traffic }),
        ...(needs && { needs }),
      };
}

/** A cause without what only its page shows. */
function engineCause(cause: Cause): EngineCause {
  const { id, layer, title, headline, prior, carriers, symptoms, evidence, prove, refines, known } = cause;
  return {
    id,
    layer,
    title,
    headline,
    prior,
    carriers,
    symptoms,
    evidence,
    prove,
    ...((cause.owner ?? cause.appOnly) && { owned: true as const }),
    ...(refines !== undefined && { refines }),
    ...(known !== undefined && { known }),
  };
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
    causes: content.causes.map(engineCause),
    limits: content.limits.flatMap((limit) => engineLimit(limit, asked) ?? []),
    pairs: content.pairs.map(({ id, framework, causes, only }) => ({
      id,
      framework,
      causes,
      ...(only !== undefined && { only }),
    })),
    configs: content.configs.map(({ id, product, name, causes }) => ({ id, product, name, causes })),
  };
}
