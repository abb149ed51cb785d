/** Which code pair, which configs and which warnings belong to a verdict. */
import type { Evidence } from "../model/finding";
import { hopName } from "../model/hop";
import type { EngineConfig } from "../model/knowledge";
import type { Verdict } from "../model/verdict";
import type { Prepared } from "./prepared";
import { clocksOf } from "./settings";
import { situationOf, type Situation } from "./situation";

/** A pair is looked for among this many of the first causes. */
const FIRST_CAUSES = 3;
/** Pairs that serve any framework. */
const ANY_FRAMEWORK = "serving";
/** So many other hops are warned of. */
const NEXT_HOPS = 3;

export interface NextHop {
  name: string;
  setting: string;
  seconds: number;
}
export interface Remedies {
  /** The pair for the user's framework, or for serving, and the cause that it cures. */
  pair: { id: string; cause: string } | null;
  /** Configs for the products on the path, those that cure the first cause first. */
  configs: readonly (EngineConfig & { cures: boolean })[];
  /** Other hops on the path with an idle limit: raise one, and the next one fires. */
  nextHops: readonly NextHop[];
}

/** The pair that cures a cause, the framework's own before one for serving. */
export function pairFor(
  cause: string,
  framework: string | undefined,
  { knowledge }: Prepared,
): string | null {
  const own = knowledge.pairs.filter((pair) => pair.causes.includes(cause));
  // Of several, the one whose first cause this is says the most about it.
  const ordered = [...own].sort((a, b) => a.causes.indexOf(cause) - b.causes.indexOf(cause));
  const of = (wanted: string | undefined) => ordered.find((pair) => pair.framework === wanted)?.id;
  return of(framework) ?? of(ANY_FRAMEWORK) ?? null;
}

/** Idle limits of other causes on the path, the shortest first. */
function nextHopsOf(top: string, { path }: Situation, { knowledge, limitsOf }: Prepared): NextHop[] {
  if (!limitsOf.get(top)?.some(({ kind }) => kind === "idle")) return [];
  const others = knowledge.limits.filter(({ kind, cause }) => kind === "idle" && cause !== top);
  return clocksOf(others, path)
    .flatMap(({ hop, limit: { setting }, seconds }) =>
      seconds === null ? [] : [{ name: hopName(hop), setting, seconds }],
    )
    .sort((a, b) => a.seconds - b.seconds)
    .slice(0, NEXT_HOPS);
}

/** Remedies for a verdict. */
export function remediesOf(
  { causes }: Pick<Verdict, "causes">,
  evidence: Evidence,
  prepared: Prepared,
): Remedies {
  const situation = situationOf(evidence, prepared);
  const framework = situation.path.find(({ product }) => product.layer === "framework")?.product.id;
  const pairs = causes.slice(0, FIRST_CAUSES).flatMap(({ id: cause }) => {
    const id = pairFor(cause, framework, prepared);
    return id === null ? [] : [{ id, cause }];
  });
  const top = causes[0]?.id ?? "";
  const onPath = new Set(situation.path.map(({ product }) => product.id));
  const configs = prepared.knowledge.configs
    .filter(({ product }) => onPath.has(product))
    .map((config) => ({ ...config, cures: config.causes.includes(top) }))
    .sort((a, b) => Number(b.cures) - Number(a.cures));
  return { pair: pairs[0] ?? null, configs, nextHops: nextHopsOf(top, situation, prepared) };
}
