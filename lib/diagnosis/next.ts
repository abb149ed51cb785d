/** What to ask or run next: the expected gain in bits, for the effort in minutes. */
import { checkKey, type Answers } from "../model/answers";
import { AFTER } from "../model/ids";
import type { EngineCheck, Question } from "../model/knowledge";
import { valuesOf } from "../model/questions";
import type { NextStep, Ranked } from "../model/verdict";
import { changesOf, type Standing } from "./change";
import type { Prepared } from "./prepared";
import { sharesOf } from "./rank";
import { known, possible } from "./situation";

/** Below this many bits a question no longer matters. */
const WORTH_ASKING = 0.03;
/** A question costs this much attention, in minutes, beside its own effort. */
const OVERHEAD = 0.5;
/** Outcomes of checks are asked only about causes that are still in play. */
const IN_PLAY = 6;

/** A cause with a smaller share is told apart from nothing. */
const SEPARATED_SHARE = 0.02;
/** What it is worth that a cause in play names a check at all. */
const NAMED_BITS = 0.01;
/** What a check is worth whose outcome is known: less than any other. */
const TOLD_BITS = 1e-6;

const entropy = (shares: readonly number[]) =>
  shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);

/** What a source of evidence is worth. */
interface Worth {
  /** Expected bits. */
  gain: number;
  /** How many causes in play it tells apart. */
  separates: number;
  /** Whether it tells the first cause from the second. */
  decides: boolean;
}

/** The places of the two likeliest causes in the knowledge. */
function leaders(scores: readonly number[]): readonly [number, number] {
  const [first = 0, second = 0] = scores
    .map((_, place) => place)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return [first, second];
}

/**
 * The expected gain of an evidence source with the given outcomes.
 * How likely an outcome is under a cause follows from the weights: P(outcome | cause) is proportional to 2^(change of score).
 */
function expected(outcomes: readonly Answers[], standing: Standing, prepared: Prepared): Worth {
  const { causes } = prepared.knowledge;
  const changes = outcomes.map((outcome) => changesOf(outcome, standing, prepared));
  const prior = sharesOf(standing.scores);
  const weights = changes.map((change) => change.map((delta) => 2 ** delta));
  const totals = causes.map((_, place) => weights.reduce((sum, weight) => sum + (weight[place] ?? 0), 0));
  let after = 0;
  for (const weight of weights) {
    const joint = prior.map((p, place) => (p * (weight[place] ?? 0)) / (totals[place] || 1));
    const probability = joint.reduce((sum, p) => sum + p, 0);
    if (probability > 0) after += probability * entropy(joint.map((p) => p / probability));
  }
  const separates = prior.filter((p, place) => {
    const column = weights.map((weight) => weight[place] ?? 1);
    return p > SEPARATED_SHARE && Math.max(...column) > Math.min(...column);
  }).length;
  const [first, second] = leaders(standing.scores);
  const decides = changes.some((change) => change[first] !== change[second]);
  return { gain: Math.max(0, entropy(prior) - after), separates, decides };
}

/** A step with what it costs, in minutes. */
type Costed = NextStep & { effort: number; decides: boolean };

const worthOf = ({ gain, effort }: Costed): number => gain / (effort + OVERHEAD);

/** Steps, the best for their effort first. */
const byWorth = (steps: readonly Costed[]): Costed[] => [...steps].sort((a, b) => worthOf(b) - worthOf(a));

const bare = ({ effort: _, decides: __, ...step }: Costed): NextStep => step;

/** One of so many first questions tells the first cause from the second, as long as any question does. */
const SOON = 3;

/** The best question that tells the first two causes apart comes soon, as an expert would ask it. */
function decidingSoon(steps: readonly Costed[]): Costed[] {
  const at = steps.findIndex(({ decides }) => decides);
  const deciding = steps[at];
  if (deciding === undefined || at < SOON) return [...steps];
  const rest = steps.filter((step) => step !== deciding);
  return [...rest.slice(0, SOON - 1), deciding, ...rest.slice(SOON - 1)];
}

function askFor(question: Question, standing: Standing, prepared: Prepared): Worth {
  const values = valuesOf(question, prepared.knowledge);
  if (values === null) return clockWorth(question.id, standing.scores, prepared);
  return expected(
    values.map(({ id }) => ({ [question.id]: [id] })),
    standing,
    prepared,
  );
}

/** Questions (not the first ones, which are always there) that still matter, the best for its effort first. */
export function openQuestions(standing: Standing, prepared: Prepared): NextStep[] {
  const { situation } = standing;
  const open = prepared.knowledge.questions.filter(
    ({ id, first, needs }) =>
      !first && situation.answers[id] === undefined && (!needs || possible(needs, situation)),
  );
  const steps = open.map((question): Costed => ({
    kind: "question",
    id: question.id,
    ...askFor(question, standing, prepared),
    effort: question.effort,
  }));
  return decidingSoon(byWorth(steps.filter(({ gain }) => gain > WORTH_ASKING))).map(bare);
}

/** A number of seconds tells causes with a clock from those without: as much as that split is worth. */
function clockWorth(question: string, scores: readonly number[], { knowledge, limitsOf }: Prepared): Worth {
  const shares = sharesOf(scores);
  const clocked = knowledge.causes.map(({ id }) =>
    (limitsOf.get(id) ?? []).some(
      ({ kind, seconds }) => seconds !== null && (kind === "total") === (question === AFTER),
    ),
  );
  const inside = shares.reduce((sum, share, place) => (clocked[place] ? sum + share : sum), 0);
  const [first, second] = leaders(scores);
  return {
    decides: clocked[first] !== clocked[second],
    gain: entropy([inside, 1 - inside]) * inside,
    separates: shares.filter((share, place) => share > SEPARATED_SHARE && clocked[place]).length,
  };
}

/** The check for each cause in play that names it: how early it stands there, 0 to 1. */
function namedBy(ranked: readonly Ranked[], { knowledge }: Prepared): Map<string, number> {
  const inPlay = ranked
    .filter(({ ruledOut }) => !ruledOut)
    .slice(0, IN_PLAY)
    .map(({ id }) => id);
  const named = new Map<string, number>();
  for (const { id: cause, prove } of knowledge.causes) {
    if (!inPlay.includes(cause)) continue;
    prove.forEach((id, place) =>
      named.set(id, Math.max(named.get(id) ?? 0, 1 / (1 + inPlay.indexOf(cause) + place))),
    );
  }
  return named;
}

type Outcome = EngineCheck["outcomes"][number];

/** The outcomes that what is known leaves; all of them where it fits none. */
function leftOf({ outcomes }: EngineCheck, known: (key: string) => readonly string[]): readonly Outcome[] {
  const left = outcomes.filter(({ answers = {} }) =>
    Object.entries(answers).every(([key, value]) => known(key).length === 0 || known(key).includes(value)),
  );
  return left.length > 0 ? left : outcomes;
}

/** What a check is worth beside what is known already: where that leaves one outcome, nothing. */
function checkFor(check: EngineCheck, standing: Standing, prepared: Prepared): Worth & { told: boolean } {
  const left = leftOf(check, (key) => known(standing.situation.answers, key));
  const outcomes = left.map(({ id, answers = {} }): Answers => ({
    [checkKey(check.id)]: [id],
    ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, [value]])),
  }));
  return { ...expected(outcomes, standing, prepared), told: left.length === 1 };
}

/** Checks that the causes in play name and nobody has run, the best for its effort first; last those whose outcome is known. */
export function openChecks(standing: Standing, ranked: readonly Ranked[], prepared: Prepared): NextStep[] {
  const named = namedBy(ranked, prepared);
  const open = prepared.knowledge.checks.filter(
    ({ id }) => named.has(id) && standing.situation.answers[checkKey(id)] === undefined,
  );
  return byWorth(
    open.map((check): Costed => {
      const { gain, told, ...worth } = checkFor(check, standing, prepared);
      // What nothing else tells keeps a small worth.
      const kept = told ? TOLD_BITS : gain + NAMED_BITS * (named.get(check.id) ?? 0);
      return { kind: "check", id: check.id, gain: kept, ...worth, effort: check.effort };
    }),
  ).map(bare);
}
