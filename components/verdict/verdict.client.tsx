"use client";
import { memo, useDeferredValue, useEffect, useMemo, useState } from "react";
import { byHand } from "@/lib/model/finding";
import { remediesOf } from "@/lib/diagnosis/remedies";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { checklistOf, type Judgement } from "@/lib/diagnosis/diagnose";
import type { Answers } from "@/lib/model/answers";
import type { Ranked } from "@/lib/model/verdict";
import { headlineOf, percent, suspectName } from "@/lib/diagnosis/words";
import { Checklist } from "./checklist.client";
import { fetchFragments } from "./fragment.client";
import { Share } from "@/components/ui/share";
import { Reasons } from "./reasons.client";
import { Remedy } from "./remedy.client";
import { Settings } from "./settings.client";

/** Causes that are listed after the first. */
const OTHERS = 7;

/** Fetch what the first causes need before it is asked for. */
function usePrefetch(verdict: Judgement, pair: string | undefined, configs: readonly string[]) {
  const wanted = [
    "checks",
    ...verdict.causes.slice(0, 3).map(({ id }) => `causes/${id}`),
    ...(pair ? [`pairs/${pair}`] : []),
    ...configs.map((id) => `configs/${id}`),
  ].join(" ");
  useEffect(() => {
    const timer = setTimeout(
      () =>
        wanted.split(" ").forEach((document) => {
          fetchFragments(document).catch(() => undefined);
        }),
      150,
    );
    return () => clearTimeout(timer);
  }, [wanted]);
}

interface Props {
  verdict: Judgement;
  answers: Answers;
  values: Readonly<Record<string, string>>;
  prepared: Prepared;
  onAnswer: (question: string, values: readonly string[]) => void;
  onValue: (name: string, value: string) => void;
}

function Kicker({ verdict, top, prepared }: Pick<Props, "verdict" | "prepared"> & { top: Ranked }) {
  const layer = prepared.knowledge.layers.find((candidate) => candidate.id === top.layer)?.name ?? "";
  const pieces = top.for.length + top.against.length;
  if (verdict.status === "unsure")
    return (
      <p className="kicker">
        <span className="tag held">? Open</span> the likeliest of{" "}
        {verdict.causes.filter((cause) => !cause.ruledOut).length} causes stand below
      </p>
    );
  return (
    <p className="kicker">
      <span className={`tag ${verdict.break}`}>
        {verdict.break === "held" ? "‖ Held" : "✕ Cut"}: {layer}
      </span>
      {pieces > 0 && (
        <span>
          {top.for.length} of {pieces} things that you know and that bear on it speak for it
        </span>
      )}
    </p>
  );
}

/** A cause that is not the first: its reasons are made when it is opened. */
function Other({ cause, at }: { cause: Ranked; at: number }) {
  const [open, setOpen] = useState(false);
  return (
    <li data-cause={cause.id}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="n">{at}</span>
          <b>{cause.title}</b>
          <span className="open">Open</span>
          <span className="sub soft small">
            {cause.ruledOut ? "Ruled out. " : ""}
            {percent(cause.share)} of the odds
          </span>
        </summary>
        {open && (
          <div className="stack-tight">
            <Reasons cause={cause} />
            <p>
              <a href={`/causes/${cause.id}/`}>How to prove and fix it</a>
            </p>
          </div>
        )}
      </details>
    </li>
  );
}

interface Shown {
  verdict: Judgement;
  answers: Answers;
}
type BelowProps = Shown & Pick<Props, "values" | "prepared" | "onValue">;

/** What to do about the first cause, for a verdict that has been painted. */
const FirstRemedy = memo(function FirstRemedy({ verdict, answers, values, prepared, onValue }: BelowProps) {
  const remedies = useMemo(
    () => remediesOf(verdict, byHand(answers), prepared),
    [verdict, answers, prepared],
  );
  usePrefetch(
    verdict,
    remedies.pair?.id,
    remedies.configs.map(({ id }) => id),
  );
  const top = verdict.causes[0];
  return (
    top && (
      <Remedy
        key={top.id}
        cause={top}
        remedies={remedies}
        product={suspectName(verdict, top, prepared)}
        answers={answers}
        values={values}
        onValue={onValue}
      />
    )
  );
});

/** The ranked causes, the first one open, and the checklist. */
export function VerdictView({ verdict, answers, values, prepared, onAnswer, onValue }: Props) {
  // Headline, reasons and ranking are painted first; what to do about it stands below, and follows in a frame of its own.
  const now = useMemo((): Shown => ({ verdict, answers }), [verdict, answers]);
  const below = useDeferredValue<Shown | null>(now, null);
  const checklist = useMemo(
    () => (below ? checklistOf(byHand(below.answers), below.verdict, prepared) : []),
    [below, prepared],
  );
  const [top, ...rest] = verdict.causes;
  if (!top) return null;
  const unsure = verdict.status === "unsure";
  const second = rest[0];
  return (
    <section className="verdict" aria-label="Verdict" data-shared="verdict" aria-busy={below !== now}>
      <Kicker verdict={verdict} top={top} prepared={prepared} />
      <h1 tabIndex={-1}>{headlineOf(verdict, answers, prepared)}</h1>
      <Share what="this verdict" />
      {unsure && (
        <p className="lead">
          No cause stands out. The answers and checks below would tell; the likeliest cause so far is open.
        </p>
      )}
      {!unsure && verdict.level && second && (
        <p className="note">
          Level with it: <b>{second.title}</b>. The next check tells them apart.
        </p>
      )}
      {verdict.contradictions.map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
      <ol className="rest all" data-verdict="">
        <li data-cause={top.id}>
          <div className="first stack">
            {unsure && <h2>1. {top.title}</h2>}
            <Reasons cause={top} />
            <Settings answers={answers} causes={verdict.causes} prepared={prepared} onAnswer={onAnswer} />
            {below && <FirstRemedy {...below} values={values} prepared={prepared} onValue={onValue} />}
          </div>
        </li>
        {rest.slice(0, OTHERS).map((cause, at) => (
          <Other key={cause.id} cause={cause} at={at + 2} />
        ))}
      </ol>
      {below && (
        <Checklist
          steps={checklist}
          answers={below.answers}
          knowledge={prepared.knowledge}
          onAnswer={onAnswer}
        />
      )}
      {verdict.cleared.length + verdict.clearedSettings.length > 0 && (
        <div className="stack-tight" data-cleared="">
          <h2>Cleared</h2>
          <ul className="why">
            {verdict.cleared.map(({ layer, name, because }) => (
              <li key={layer} className="done">
                <b>{name}.</b> {because}
              </li>
            ))}
            {verdict.clearedSettings.map(({ hop, limit, because }) => (
              <li key={`${hop} ${limit}`} className="done">
                {because}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
