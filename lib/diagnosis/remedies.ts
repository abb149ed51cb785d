/** Which code pair, which configs and which warnings belong to a verdict. */
import type { Evidence } from "../model/finding";
import { hopName } from "../model/hop";
import type { EngineConfig, Known } from "../model/knowledge";
import type { Verdict } from "../model/verdict";
import type { Prepared } from "./prepared";
import { clocksOf } from "./settings";
import { timesOf, type Times } from "./times";
import { matches, possible, situationOf, type Situation } from "./situation";

/** A pair is looked for among this many of the first causes. */
const FIRST_CAUSES = 3;
/** A cause with this part of the first one's odds may lend its pair. */
const AS_LIKELY = 0.43;
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
  /** What is known of the first cause on this path. */
  known: readonly Known[];
  /** Times for shown code and sentences, below the shortest limit. */
  times: Times;
  /** Configs for the products on the path, those that cure the first cause first. */
  configs: readonly (EngineConfig & { cures: boolean })[];
  /** Other hops on the path with an idle limit: raise one, and the next one fires. */
  nextHops: readonly NextHop[];
}

/** The pair that cures a cause and fits the path: the framework's own before one for serving; null where none does. */
export function pairFor(cause: string, situation: Situation, { knowledge }: Prepared): string | null {
  const framework = situation.path.find(({ product }) => product.layer === "framework")?.product.id;
  const own = knowledge.pairs.filter(
    (pair) => pair.causes.includes(cause) && possible(pair.only ?? {}, situation),
  );
  // Of several, the one whose first cause this is says the most about it.
  const ordered = [...own].sort((a, b) => a.causes.indexOf(cause) - b.causes.indexOf(cause));
  const of = (wanted: string | undefined) => ordered.find((pair) => pair.framework === wanted)?.id;
  return of(framework) ?? of(ANY_FRAMEWORK) ?? null;
}

/** Idle limits of other causes on the path, the shortest first. */
function nextHopsOf(top: string, situation: Situation, { knowledge, limitsOf }: Prepared): NextHop[] {
  if (!limitsOf.get(top)?.some(({ kind }) => kind === "idle")) return [];
  const others = knowledge.limits.filter(({ kind, cause }) => kind === "idle" && cause !== top);
  return clocksOf(others, situation)
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
  const first = causes[0];
  // Code for a cause that is much less likely says nothing about this case: then better none.
  const pairs = causes
    .slice(0, FIRST_CAUSES)
    .filter(({ share }) => share >= (first?.share ?? 0) * AS_LIKELY)
    .flatMap(({ id: cause }) => {
      const id = pairFor(cause, situation, prepared);
      return id === null ? [] : [{ id, cause }];
    });
  const top = first?.id ?? "";
  const onPath = new Set(situation.path.map(({ product }) => product.id));
  const configs = prepared.knowledge.configs
    .filter(({ product }) => onPath.has(product))
    .map((config) => ({ ...config, cures: config.causes.includes(top) }))
    .sort((a, b) => Number(b.cures) - Number(a.cures));
  const known = (prepared.knowledge.causes.find(({ id }) => id === top)?.known ?? []).filter(({ when }) =>
    matches(Object.entries(when), situation),
  );
  const times = timesOf(situation, prepared);
  return { pair: pairs[0] ?? null, known, times, configs, nextHops: nextHopsOf(top, situation, prepared) };
}
