"use client";
import { useState, type ReactNode } from "react";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { answerWords, settingsSaid } from "@/lib/diagnosis/words";
import type { Answers } from "@/lib/model/answers";
import type { Question } from "@/lib/model/knowledge";
import type { CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";

interface Props {
  questions: readonly Question[];
  state: Pick<CaseState, "answers" | "editing"> & Pick<Actions, "edit">;
  /** The answers as understood: by hand, measured, and read from what was given. */
  understood: Answers;
  prepared: Prepared;
  onAnswer: (question: string, values: readonly string[]) => void;
  /** The question as a field, to change its answer. */
  field: (question: Question) => ReactNode;
}

/** Settings of hops that are known; one that is said by hand with a way to take it away. */
function Settings({
  answers,
  understood,
  prepared,
  onAnswer,
}: { answers: Answers } & Pick<Props, "understood" | "prepared" | "onAnswer">) {
  return settingsSaid(understood, prepared).map(({ key, hop, setting, value }) => (
    <div key={key} data-answered={key}>
      <dt>{hop}</dt>
      <dd>
        {answers[key] === undefined ? (
          <span className="taken">
            <code>{setting}</code> {value} <small>read</small>
          </span>
        ) : (
          <button type="button" onClick={() => onAnswer(key, [])}>
            <code>{setting}</code> {value} <span aria-hidden="true">✕</span>
            <span className="live">
              : take away {setting} of {hop}
            </span>
          </button>
        )}
      </dd>
    </div>
  ));
}

/** The answers that are given, each a button that changes it. On a phone they fold into one line. */
export function Answered({ questions, state, understood, prepared, onAnswer, field }: Props) {
  const { answers, editing, edit } = state;
  const [unfolded, setUnfolded] = useState(false);
  const words = (question: Question) =>
    answerWords(question, understood[question.id] ?? [], prepared.knowledge);
  return (
    <>
      <button
        type="button"
        className="fold"
        aria-expanded={unfolded || editing !== null}
        onClick={() => setUnfolded(!unfolded)}
      >
        <span>{questions.map(words).join(" · ")}</span> <u>Change</u>
      </button>
      <dl className={unfolded || editing !== null ? "answers unfolded" : "answers"}>
        {questions.map((question) => {
          const open = editing === question.id;
          return (
            <div key={question.id} data-answered={question.id}>
              <dt className={question.kind === "seconds" ? "" : "live"}>{question.short}</dt>
              <dd>
                <button
                  type="button"
                  aria-expanded={open}
                  title={`${question.short}: ${words(question)}`}
                  onClick={() => edit(open ? null : question.id)}
                >
                  <span className="live">
                    {open ? "done with" : "change"} {question.short}:{" "}
                  </span>
                  {words(question)}
                  {answers[question.id] === undefined && <small>read</small>}
                </button>
                <span className="on-paper">{words(question)}</span>
                {open && (
                  <div className="editing">
                    {field(question)}
                    {answers[question.id] !== undefined && (
                      <button type="button" className="link" onClick={() => onAnswer(question.id, [])}>
                        Take the answer away
                      </button>
                    )}
                  </div>
                )}
              </dd>
            </div>
          );
        })}
        <Settings answers={answers} understood={understood} prepared={prepared} onAnswer={onAnswer} />
      </dl>
    </>
  );
}
