"use client";
import { memo, useDeferredValue, useEffect, useMemo, useState } from "react";
import { remediesOf } from "@/lib/diagnosis/remedies";
import { checklistOf, type Judgement, type Prepared } from "@/lib/diagnosis/diagnose";
import type { Answers, Ranked } from "@/lib/diagnosis/types";
import { headlineOf, percent, suspectName } from "@/lib/diagnosis/words";
import { DeskCopyAs } from "@/components/copy-as/on-desk.client";
import { standingWords } from "@/lib/share/verdict";
import { Checklist } from "./checklist.client";
import { excerptOfVerdict } from "./excerpts";
import { fetchFragments } from "./fragment.client";
import { Reasons } from "./reasons.client";
import { Remedy } from "./remedy.client";

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
  index: Prepared;
  onAnswer: (question: string, values: readonly string[]) => void;
  onValue: (name: string, value: string) => void;
}

function Kicker({ verdict, top, index }: Pick<Props, "verdict" | "index"> & { top: Ranked }) {
  const layer = index.knowledge.layers.find((candidate) => candidate.id === top.layer)?.name ?? "";
  const standing = standingWords(verdict, layer);
  const weighed = top.for.length + top.against.length;
  if (verdict.status === "unsure")
    return (
      <p className="kicker">
        <span className="tag held">? {standing}</span> the likeliest of{" "}
        {verdict.causes.filter((cause) => !cause.ruledOut).length} causes stand below
      </p>
    );
  return (
    <p className="kicker">
      <span className={`tag ${verdict.break}`}>
        {verdict.break === "held" ? "‖" : "✕"} {standing}
      </span>
      {weighed > 0 && (
        <span>
          {top.for.length} of {weighed} things that you know and that bear on it speak for it
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
type BelowProps = Shown & Pick<Props, "values" | "index" | "onValue">;

/** What to do about the first cause, for a verdict that has been painted. */
const FirstRemedy = memo(function FirstRemedy({ verdict, answers, values, index, onValue }: BelowProps) {
  const remedies = useMemo(() => remediesOf(verdict, answers, index), [verdict, answers, index]);
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
        product={suspectName(verdict, top, index)}
        answers={answers}
        values={values}
        onValue={onValue}
      />
    )
  );
});

/** What has to be said of the ranking as a whole. */
function Remarks({ verdict }: { verdict: Judgement }) {
  const second = verdict.causes[1];
  const unsure = verdict.status === "unsure";
  return (
    <>
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
    </>
  );
}

/** Layers that are out of it, each with the reason. */
function Cleared({ cleared }: Pick<Judgement, "cleared">) {
  if (cleared.length === 0) return null;
  return (
    <div className="stack-tight" data-cleared="">
      <h2>Cleared</h2>
      <ul className="why">
        {cleared.map(({ layer, name, because }) => (
          <li key={layer} className="done">
            <b>{name}.</b> {because}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The ranked causes, the first one open, and the checklist. */
export function VerdictView({ verdict, answers, values, index, onAnswer, onValue }: Props) {
  // Headline, reasons and ranking are painted first; what to do about it stands below, and follows in a frame of its own.
  const now = useMemo((): Shown => ({ verdict, answers }), [verdict, answers]);
  const below = useDeferredValue<Shown | null>(now, null);
  const checklist = useMemo(
    () => (below ? checklistOf(below.answers, below.verdict, index) : []),
    [below, index],
  );
  const [top, ...rest] = verdict.causes;
  if (!top) return null;
  const headline = headlineOf(verdict, answers, index);
  const excerpt = () =>
    excerptOfVerdict(
      { headline, href: location.href, verdict, top, answers, knowledge: index.knowledge },
      checklistOf(answers, verdict, index)[0]?.id ?? null,
    );
  return (
    <section className="verdict" aria-label="Verdict" aria-busy={below !== now}>
      <Kicker verdict={verdict} top={top} index={index} />
      <h1>{headline}</h1>
      <DeskCopyAs what="this verdict" href={() => location.href} excerpt={excerpt} />
      <Remarks verdict={verdict} />
      <ol className="rest all" data-verdict="">
        <li data-cause={top.id}>
          <div className="first stack">
            {verdict.status === "unsure" && <h2>1. {top.title}</h2>}
            <Reasons cause={top} />
            {below && <FirstRemedy {...below} values={values} index={index} onValue={onValue} />}
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
          knowledge={index.knowledge}
          onAnswer={onAnswer}
        />
      )}
      <Cleared cleared={verdict.cleared} />
    </section>
  );
}
