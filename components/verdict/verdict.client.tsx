"use client";
import { useEffect } from "react";
import { fill, remediesOf } from "@/lib/diagnosis/remedies";
import type { Prepared } from "@/lib/diagnosis/diagnose";
import type { Answers, Ranked, Verdict } from "@/lib/diagnosis/types";
import { Checklist } from "./checklist.client";
import { fetchFragments } from "./fragment.client";
import { Reasons } from "./reasons.client";
import { Remedy } from "./remedy.client";

/** Causes that are listed after the first. */
const OTHERS = 7;

/** The product on which a cause is suspected, or the layer's name. */
function suspectName(verdict: Verdict, cause: Ranked | undefined, index: Prepared): string {
  const stop = verdict.path.find((candidate) => candidate.state === "suspect");
  return stop?.named ? stop.name : `The ${(index.knowledge.layers.find((layer) => layer.id === cause?.layer)?.name ?? "layer").toLowerCase()}`;
}

/** The verdict as one sentence, for the headline and the status line. */
export function headlineOf(verdict: Verdict, answers: Answers, index: Prepared): string {
  const top = verdict.causes[0];
  if (verdict.status === "empty" || !top) return "";
  if (verdict.status === "unsure") return "Not enough to tell yet";
  return fill(top.headline, answers, suspectName(verdict, top, index));
}

/** Fetch what the first causes need before it is asked for. */
function usePrefetch(verdict: Verdict, pair: string | undefined, configs: readonly string[]) {
  const wanted = ["checks", ...verdict.causes.slice(0, 3).map(({ id }) => `causes/${id}`), ...(pair ? [`pairs/${pair}`] : []), ...configs.map((id) => `configs/${id}`)].join(" ");
  useEffect(() => {
    const timer = setTimeout(() => wanted.split(" ").forEach((document) => { fetchFragments(document).catch(() => undefined); }), 150);
    return () => clearTimeout(timer);
  }, [wanted]);
}

interface Props {
  verdict: Verdict;
  answers: Answers;
  values: Readonly<Record<string, string>>;
  index: Prepared;
  onAnswer: (question: string, values: readonly string[]) => void;
  onValue: (name: string, value: string) => void;
}

function Kicker({ verdict, top, index }: Pick<Props, "verdict" | "index"> & { top: Ranked }) {
  const layer = index.knowledge.layers.find((candidate) => candidate.id === top.layer)?.name ?? "";
  const pieces = top.for.length + top.against.length;
  if (verdict.status === "unsure") return <p className="kicker"><span className="tag held">? Open</span> the likeliest of {verdict.causes.filter((cause) => !cause.ruledOut).length} causes stand below</p>;
  return (
    <p className="kicker">
      <span className={`tag ${verdict.break}`}>{verdict.break === "held" ? "‖ Held" : "✕ Cut"}: {layer}</span>
      {pieces > 0 && <span>{top.for.length} of {pieces} things that you know and that bear on it speak for it</span>}
    </p>
  );
}

function Other({ cause, at }: { cause: Ranked; at: number }) {
  const first = cause.for[0] ?? cause.against[0];
  return (
    <li data-cause={cause.id}>
      <details>
        <summary><span className="n">{at}</span><b>{cause.title}</b><span className="open">Open</span>{first && <span className="sub soft small">{cause.ruledOut ? "Ruled out. " : ""}{Math.round(cause.share * 100)} % of the odds</span>}</summary>
        <div className="stack-tight"><Reasons cause={cause} /><p><a href={`/causes/${cause.id}/`}>How to prove and fix it</a></p></div>
      </details>
    </li>
  );
}

/** The ranked causes, the first one open, and the checklist. */
export function VerdictView({ verdict, answers, values, index, onAnswer, onValue }: Props) {
  const remedies = remediesOf(verdict, answers, index);
  usePrefetch(verdict, remedies.pair?.id, remedies.configs.map(({ id }) => id));
  const [top, ...rest] = verdict.causes;
  if (!top) return null;
  const product = suspectName(verdict, top, index);
  const unsure = verdict.status === "unsure";
  const second = rest[0];
  return (
    <section className="verdict" aria-label="Verdict">
      <Kicker verdict={verdict} top={top} index={index} />
      <h1>{headlineOf(verdict, answers, index)}</h1>
      {unsure && <p className="lead">No cause stands out. The answers and checks below would tell; the likeliest cause so far is open.</p>}
      {!unsure && verdict.level && second && <p className="note">Level with it: <b>{second.title}</b>. The next check tells them apart.</p>}
      {verdict.contradictions.map((sentence) => <p key={sentence} className="note">{sentence}</p>)}
      <ol className="rest all" data-verdict="">
        <li data-cause={top.id}>
          <div className="first stack">
            {unsure && <h2>1. {top.title}</h2>}
            <Reasons cause={top} />
            <Remedy key={top.id} cause={top} remedies={remedies} product={product} answers={answers} values={values} onValue={onValue} />
          </div>
        </li>
        {rest.slice(0, OTHERS).map((cause, at) => <Other key={cause.id} cause={cause} at={at + 2} />)}
      </ol>
      <Checklist steps={verdict.checklist} answers={answers} knowledge={index.knowledge} onAnswer={onAnswer} />
      {verdict.cleared.length > 0 && (
        <div className="stack-tight" data-cleared="">
          <h2>Cleared</h2>
          <ul className="why">{verdict.cleared.map(({ layer, name, because }) => <li key={layer} className="done"><b>{name}.</b> {because}</li>)}</ul>
        </div>
      )}
    </section>
  );
}
