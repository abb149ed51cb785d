"use client";
import { memo, useState } from "react";
import type { Answers } from "@/lib/model/answers";
import type { EngineCheck, Knowledge } from "@/lib/model/knowledge";
import type { NextStep } from "@/lib/model/verdict";
import { DeskCopyAs } from "@/components/copy-as/on-desk.client";
import { checkExcerpt, checkHref } from "./excerpts";
import { Fragment } from "./fragment.client";
import { useOnPaper } from "./on-paper.client";
import { Says } from "@/components/ui/says";
import { TeamTag } from "@/components/ui/team-tag";

const NO_VALUES = {};

interface Props {
  steps: readonly NextStep[];
  answers: Answers;
  knowledge: Knowledge;
  onAnswer: (question: string, values: readonly string[]) => void;
}

function CheckBox({
  check,
  answers,
  onAnswer,
}: { check: EngineCheck } & Pick<Props, "answers" | "onAnswer">) {
  const key = `check.${check.id}`;
  const result = answers[key]?.[0];
  return (
    <>
      <Fragment
        document="checks"
        name={`checks/${check.id}`}
        values={NO_VALUES}
        answers={answers}
        product=""
      />
      <div className="chips" role="group" aria-label={`What did “${check.title}” show?`}>
        {check.outcomes.map((outcome) => (
          <button
            key={outcome.id}
            type="button"
            className="chip"
            aria-pressed={outcome.id === result}
            onClick={() => onAnswer(key, outcome.id === result ? [] : [outcome.id])}
          >
            <Says text={outcome.label} />
          </button>
        ))}
      </div>
      <DeskCopyAs
        what={check.title}
        href={() => checkHref(check.id)}
        excerpt={() => checkExcerpt(check.id)}
      />
    </>
  );
}

/** A check that is not the next one: its body is made when it is opened, and for paper. */
function Folded({
  check,
  mark,
  note,
  paper,
  answers,
  onAnswer,
}: { check: EngineCheck; mark: string; note: string; paper: boolean } & Pick<Props, "answers" | "onAnswer">) {
  const [open, setOpen] = useState(false);
  return (
    <li data-check={check.id}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="n">{mark}</span>
          <b>
            {check.title}
            {check.team && (
              <>
                {" "}
                <TeamTag />
              </>
            )}
          </b>
          <span className="open">
            <Says text={note} />
          </span>
        </summary>
        <div className="stack-tight">
          {(open || paper) && <CheckBox check={check} answers={answers} onAnswer={onAnswer} />}
        </div>
      </details>
    </li>
  );
}

/**
 * The debug checklist: open checks, the one that separates most for its effort first; then those that are
 * done.
 */
export const Checklist = memo(function Checklist({ steps, answers, knowledge, onAnswer }: Props) {
  const open = steps.flatMap((step) =>
    knowledge.checks
      .filter((check) => check.id === step.id && answers[`check.${check.id}`] === undefined)
      .map((check) => ({ check, step })),
  );
  const done = knowledge.checks.filter((check) => answers[`check.${check.id}`] !== undefined);
  const [next, ...later] = open;
  const paper = useOnPaper();
  return (
    <section className="stack" data-checklist="">
      <h2 id="checklist">Check next</h2>
      {next ? (
        <div className="next" data-check={next.check.id}>
          <h3>{next.check.title}</h3>
          {next.check.team && (
            <p>
              <TeamTag />
            </p>
          )}
          <CheckBox check={next.check} answers={answers} onAnswer={onAnswer} />
          <p className="tiny soft">
            About {next.check.effort} min
            {next.step.separates > 1
              ? `. Separates ${next.step.separates} of the causes that are left.`
              : "."}
          </p>
        </div>
      ) : (
        <p className="soft">Every check that could tell more is done.</p>
      )}
      {(later.length > 0 || done.length > 0) && (
        <ol className="rest">
          {later.slice(0, 7).map(({ check }, at) => (
            <Folded
              key={check.id}
              paper={paper}
              check={check}
              mark={String(at + 2)}
              note={`${check.effort} min`}
              answers={answers}
              onAnswer={onAnswer}
            />
          ))}
          {done.map((check) => (
            <Folded
              key={check.id}
              paper={paper}
              check={check}
              mark="✓"
              note={check.outcomes.find(({ id }) => id === answers[`check.${check.id}`]?.[0])?.label ?? ""}
              answers={answers}
              onAnswer={onAnswer}
            />
          ))}
        </ol>
      )}
    </section>
  );
});
