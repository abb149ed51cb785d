"use client";
import type { Answers, Knowledge, NextStep } from "@/lib/diagnosis/types";
import type { Check } from "@/lib/content/schema";
import { CopyButton } from "@/components/ui/copy-button";
import { Says } from "./says.client";

interface Props { steps: readonly NextStep[]; answers: Answers; knowledge: Knowledge; onAnswer: (question: string, values: readonly string[]) => void }

function CheckBox({ check, answers, onAnswer }: { check: Check } & Pick<Props, "answers" | "onAnswer">) {
  const key = `check.${check.id}`;
  const result = answers[key]?.[0];
  return (
    <>
      {check.run && <div className="code"><header><b>{check.lang === "sh" ? "shell" : check.lang}</b><CopyButton /></header><pre tabIndex={0}>{check.run.trimEnd().split("\n").map((line, at) => <span key={at} className="line">{line}</span>)}</pre></div>}
      <p><Says text={check.look} /></p>
      <div className="chips" role="group" aria-label={`What did “${check.title}” show?`}>
        {check.outcomes.map((outcome) => (
          <button key={outcome.id} type="button" className="chip" aria-pressed={outcome.id === result} onClick={() => onAnswer(key, outcome.id === result ? [] : [outcome.id])}><Says text={outcome.label} /></button>
        ))}
      </div>
    </>
  );
}

/** The debug checklist: open checks, the one that separates most for its effort first; then those that are done. */
export function Checklist({ steps, answers, knowledge, onAnswer }: Props) {
  const open = steps.flatMap((step) => knowledge.checks.filter((check) => check.id === step.id).map((check) => ({ check, step })));
  const done = knowledge.checks.filter((check) => answers[`check.${check.id}`] !== undefined);
  const [next, ...later] = open;
  return (
    <section className="stack" data-checklist="">
      <h2 id="checklist">Check next</h2>
      {next ? (
        <div className="next" data-check={next.check.id}>
          <h3>{next.check.title}</h3>
          <CheckBox check={next.check} answers={answers} onAnswer={onAnswer} />
          <p className="tiny soft">About {next.check.effort} min{next.step.separates > 1 ? `. Separates ${next.step.separates} of the causes that are left.` : "."}</p>
        </div>
      ) : <p className="soft">Every check that could tell more is done.</p>}
      {(later.length > 0 || done.length > 0) && (
        <ol className="rest">
          {later.slice(0, 7).map(({ check }, at) => <li key={check.id} data-check={check.id}><details><summary><span className="n">{at + 2}</span><b>{check.title}</b><span className="open">{check.effort} min</span></summary><div className="stack-tight"><CheckBox check={check} answers={answers} onAnswer={onAnswer} /></div></details></li>)}
          {done.map((check) => <li key={check.id} data-check={check.id}><details><summary><span className="n">✓</span><b>{check.title}</b><span className="open"><Says text={check.outcomes.find(({ id }) => id === answers[`check.${check.id}`]?.[0])?.label ?? ""} /></span></summary><div className="stack-tight"><CheckBox check={check} answers={answers} onAnswer={onAnswer} /></div></details></li>)}
        </ol>
      )}
    </section>
  );
}
