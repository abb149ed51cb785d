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
/** Checks that are listed after the next one. */
const LATER = 4;

interface Props {
  steps: readonly NextStep[];
  answers: Answers;
  knowledge: Knowledge;
  onAnswer: (question: string, values: readonly string[]) => void;
}
type OneProps = { check: EngineCheck } & Pick<Props, "answers" | "onAnswer">;

/** How a check is run, and its outcomes to press. */
function CheckBox({ check, answers, onAnswer }: OneProps) {
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
    </>
  );
}

function Share({ check }: { check: EngineCheck }) {
  return (
    <DeskCopyAs what={check.title} href={() => checkHref(check.id)} excerpt={() => checkExcerpt(check.id)} />
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
}: { mark: string; note: string; paper: boolean } & OneProps) {
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
          {(open || paper) && (
            <>
              <CheckBox check={check} answers={answers} onAnswer={onAnswer} />
              <Share check={check} />
            </>
          )}
        </div>
      </details>
    </li>
  );
}

/** Steps with their checks, those that are done left out, the best for its effort first. */
const openOf = ({ steps, answers, knowledge }: Omit<Props, "onAnswer">) =>
  steps.flatMap((step) =>
    knowledge.checks
      .filter((check) => check.id === step.id && answers[`check.${check.id}`] === undefined)
      .map((check) => ({ check, step })),
  );

/** The check that separates most for its effort, ready to be run. */
export const NextCheck = memo(function NextCheck({ steps, answers, knowledge, onAnswer }: Props) {
  const [next] = openOf({ steps, answers, knowledge });
  if (!next) return <p className="soft">Every check that could tell more is done.</p>;
  const { check, step } = next;
  return (
    <div className="next" data-check={check.id} data-tick="">
      <h3>
        Next check: {check.title}{" "}
        <span className="tiny soft">
          about {check.effort} min{step.separates > 1 && `, separates ${step.separates} of the causes left`}
        </span>
      </h3>
      {check.team && (
        <p>
          <TeamTag />
        </p>
      )}
      <CheckBox key={check.id} check={check} answers={answers} onAnswer={onAnswer} />
      <Share check={check} />
    </div>
  );
});

/** The checks after the next one, then those that are done: each with what it showed. */
export const Checklist = memo(function Checklist({ steps, answers, knowledge, onAnswer }: Props) {
  const later = openOf({ steps, answers, knowledge }).slice(1, LATER + 1);
  const done = knowledge.checks.filter((check) => answers[`check.${check.id}`] !== undefined);
  const paper = useOnPaper();
  const common = { paper, answers, onAnswer };
  if (later.length + done.length === 0) return <p className="soft">No other check could tell more.</p>;
  return (
    <ol className="rest wide" data-tick="">
      {later.map(({ check }, at) => (
        <Folded key={check.id} check={check} mark={String(at + 2)} note={`${check.effort} min`} {...common} />
      ))}
      {done.map((check) => (
        <Folded
          key={check.id}
          check={check}
          mark="✓"
          note={check.outcomes.find(({ id }) => id === answers[`check.${check.id}`]?.[0])?.label ?? ""}
          {...common}
        />
      ))}
    </ol>
  );
});
