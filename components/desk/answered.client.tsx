"use client";
import type { ReactNode } from "react";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { answerWords, settingsSaid } from "@/lib/diagnosis/words";
import type { Answers } from "@/lib/model/answers";
import type { Question } from "@/lib/model/knowledge";
import type { CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";

interface Props {
  questions: readonly Question[];
  state: Pick<CaseState, "answers" | "editing"> & Pick<Actions, "edit">;
  prepared: Prepared;
  onAnswer: (question: string, values: readonly string[]) => void;
  /** The question as a field, to change its answer. */
  field: (question: Question) => ReactNode;
}

/** Settings of hops that are said by hand, each with a way to take it away. */
function Settings({
  answers,
  prepared,
  onAnswer,
}: { answers: Answers } & Pick<Props, "prepared" | "onAnswer">) {
  return settingsSaid(answers, prepared).map(({ key, hop, setting, value }) => (
    <div key={key} data-answered={key}>
      <dt>{hop}</dt>
      <dd>
        <span>
          <code>{setting}</code> {value}
        </span>
        <button type="button" onClick={() => onAnswer(key, [])}>
          take away
          <span className="live">
            {" "}
            {setting} of {hop}
          </span>
        </button>
      </dd>
    </div>
  ));
}

/** The answers that are given, each with a way to change it. */
export function Answered({ questions, state, prepared, onAnswer, field }: Props) {
  const { answers, editing, edit } = state;
  return (
    <dl className="answers">
      {questions.map((question) => {
        const open = editing === question.id;
        return (
          <div key={question.id} data-answered={question.id}>
            <dt>{question.short}</dt>
            <dd>
              <span>{answerWords(question, answers[question.id] ?? [], prepared.knowledge)}</span>
              <button type="button" aria-expanded={open} onClick={() => edit(open ? null : question.id)}>
                {open ? "done" : "change"}
                <span className="live"> {question.short}</span>
              </button>
              {open && (
                <div className="editing">
                  {field(question)}
                  <button type="button" className="link" onClick={() => onAnswer(question.id, [])}>
                    Take the answer away
                  </button>
                </div>
              )}
            </dd>
          </div>
        );
      })}
      <Settings answers={answers} prepared={prepared} onAnswer={onAnswer} />
    </dl>
  );
}
