"use client";
import type { ReactNode } from "react";
import { siteHere } from "@/components/base/at";
import type { Answers } from "@/lib/model/answers";
import type { Prepared } from "@/lib/diagnosis/prepared";
import type { Question } from "@/lib/model/knowledge";
import { QuestionField } from "@/components/wizard/question.client";
import { CopyButton } from "@/components/ui/copy-button";
import type { CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import { linkOf } from "@/lib/state/view";
import { letOut } from "@/lib/state/policy";
import { Answered } from "./answered.client";
import { nextQuestion, type Focus } from "./use-focus.client";

interface Props {
  state: CaseState & Actions;
  /** The answers as understood: by hand, measured, and read from what was given. */
  understood: Answers;
  /** Questions that what was given answers. */
  read: ReadonlySet<string>;
  prepared: Prepared;
  onAnswer: (question: string, values: readonly string[]) => void;
  focus: Focus;
  /** Where there is no verdict yet: the first questions, which are all that the page asks. */
  asks: boolean;
  /** In the line of the answers, or below the questions. */
  children?: ReactNode;
}

/** What you know: the answers, each with a way to change it, the case as a link, and the next case. */
export function Know({ state, understood: answers, read, prepared, onAnswer, focus, asks, children }: Props) {
  const { knowledge } = prepared;
  const answered = knowledge.questions.filter(({ id }) => state.answers[id] !== undefined || read.has(id));
  const first = knowledge.questions.filter(({ id, first }) => first && answers[id] === undefined);
  const field = (question: Question) => (
    <QuestionField
      key={question.id}
      question={question}
      answers={answers}
      knowledge={knowledge}
      onAnswer={(values) => onAnswer(question.id, values)}
    />
  );
  return (
    <section className={asks ? "know no-print" : "know strip no-print"} aria-label="What you know">
      {answered.length > 0 && (
        <Answered
          questions={answered}
          state={state}
          understood={answers}
          prepared={prepared}
          onAnswer={onAnswer}
          field={field}
        />
      )}
      {!asks && children}
      {asks && first.map(field)}
      {Object.keys(state.answers).length > 0 && (
        <div className="acts">
          <CopyButton text={`${siteHere()}/#${linkOf(letOut("link", state), knowledge)}`} label="Copy link" />
          <button
            type="button"
            className="btn"
            onClick={() => {
              state.startOver();
              focus(nextQuestion());
            }}
          >
            Start over
          </button>
        </div>
      )}
      {asks && children}
    </section>
  );
}
