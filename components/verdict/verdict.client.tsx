"use client";
import { memo, useDeferredValue, useEffect, useMemo, useState } from "react";
import { byHand } from "@/lib/model/finding";
import { remediesOf } from "@/lib/diagnosis/remedies";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { checklistOf, type Judgement } from "@/lib/diagnosis/diagnose";
import type { Answers } from "@/lib/model/answers";
import type { Ranked } from "@/lib/model/verdict";
import { headlineOf, percent, suspectName } from "@/lib/diagnosis/words";
import { DeskCopyAs } from "@/components/copy-as/on-desk.client";
import { Checklist } from "./checklist.client";
import { excerptOfVerdict } from "./excerpts";
import { fetchFragments } from "./fragment.client";
import { Reasons } from "./reasons.client";
import { Remedy } from "./remedy.client";
import { Settings } from "./settings.client";
import { Cleared, Kicker, Remarks } from "./standing.client";

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
  // Headline, reasons and ranking are painted first; what to do about it stands below, and follows in a
  // frame of its own.
  const now = useMemo((): Shown => ({ verdict, answers }), [verdict, answers]);
  const below = useDeferredValue<Shown | null>(now, null);
  const checklist = useMemo(
    () => (below ? checklistOf(byHand(below.answers), below.verdict, prepared) : []),
    [below, prepared],
  );
  const [top, ...rest] = verdict.causes;
  if (!top) return null;
  const headline = headlineOf(verdict, answers, prepared);
  const excerpt = () =>
    excerptOfVerdict(
      { headline, href: location.href, verdict, top, answers, knowledge: prepared.knowledge },
      checklistOf(byHand(answers), verdict, prepared)[0]?.id ?? null,
    );
  return (
    <section className="verdict" aria-label="Verdict" aria-busy={below !== now}>
      <Kicker verdict={verdict} top={top} prepared={prepared} />
      <h1 tabIndex={-1}>{headline}</h1>
      <DeskCopyAs what="this verdict" href={() => location.href} excerpt={excerpt} />
      <Remarks verdict={verdict} />
      <ol className="rest all" data-verdict="">
        <li data-cause={top.id}>
          <div className="first stack">
            {verdict.status === "unsure" && <h2>1. {top.title}</h2>}
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
      <Cleared cleared={verdict.cleared} clearedSettings={verdict.clearedSettings} />
    </section>
  );
}
