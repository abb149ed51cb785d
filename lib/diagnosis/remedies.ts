/** Which code pair, which configs and which warnings belong to a verdict. */
import { factsOf } from "./evidence";
import type { Index } from "./rank";
import type { Answers, EngineConfig, Verdict } from "./types";

/** A pair is looked for among this many of the first causes. */
const FIRST_CAUSES = 3;
/** Pairs that serve any framework. */
const ANY_FRAMEWORK = "serving";

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
export function pairFor(cause: string, framework: string | undefined, index: Index): string | null {
  const own = index.knowledge.pairs.filter((pair) => pair.causes.includes(cause));
  // Of several, the one whose first cause this is says the most about it.
  const ordered = [...own].sort((a, b) => a.causes.indexOf(cause) - b.causes.indexOf(cause));
  return (
    (
      ordered.find((pair) => pair.framework === framework) ??
      ordered.find((pair) => pair.framework === ANY_FRAMEWORK)
    )?.id ?? null
  );
}

/** Remedies for a verdict. */
export function remediesOf(verdict: Pick<Verdict, "causes">, answers: Answers, index: Index): Remedies {
  const facts = factsOf(answers, index.knowledge);
  const framework = facts.path.find(({ dimension }) => dimension === "framework")?.product.id;
  const first = verdict.causes.slice(0, FIRST_CAUSES);
  const found = first
    .map((cause) => ({ cause: cause.id, id: pairFor(cause.id, framework, index) }))
    .find((pair) => pair.id !== null);
  const top = verdict.causes[0]?.id ?? "";
  const names = new Map(facts.path.map(({ product }) => [product.id, product.name]));
  const configs = index.knowledge.configs
    .filter((config) => names.has(config.product))
    .map((config) => ({ ...config, cures: config.causes.includes(top) }))
    .sort((a, b) => Number(b.cures) - Number(a.cures));
  const nextHops = index.knowledge.limits
    .filter(
      (limit) =>
        limit.kind === "idle" &&
        limit.cause !== top &&
        names.has(limit.on) &&
        index.limitsOf.get(top)?.some((own) => own.kind === "idle"),
    )
    .map((limit) => ({
      name: names.get(limit.on) ?? limit.on,
      setting: limit.setting,
      seconds: limit.seconds,
    }))
    .sort((a, b) => a.seconds - b.seconds)
    .slice(0, 3);
  return { pair: found?.id ? { id: found.id, cause: found.cause } : null, configs, nextHops };
}

/** Slots of a headline with what is known; without a value a slot says what it stands for. */
export function fill(text: string, answers: Answers, product: string): string {
  const time = (question: string) => {
    const value = answers[question]?.[0];
    return value !== undefined && /^\d/.test(value) ? `${value} s` : null;
  };
  const after = time("after");
  // A silence before the cut is no longer than the whole time to the cut.
  const silence = time("silence") ?? (after === null ? "a while" : `up to ${after}`);
  return text
    .replaceAll("{product}", product)
    .replaceAll("{after}", after ?? "a fixed time")
    .replaceAll("{silence}", silence);
}
