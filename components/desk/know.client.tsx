"use client";
import type { Judgement } from "@/lib/diagnosis/diagnose";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { answerWords, settingsSaid } from "@/lib/diagnosis/words";
import { QuestionField } from "@/components/wizard/question.client";
import { OpenCase } from "@/components/handover/open-case.client";
import { CopyButton } from "@/components/ui/copy-button";
import { encode } from "@/lib/state/codec";
import { letOut, type CaseState } from "@/lib/state/policy";
import { Incidents } from "./incidents.client";
import type { Actions } from "@/lib/state/store";

interface Props {
  state: CaseState & Actions;
  prepared: Prepared;
  revision: string;
  verdict: Judgement;
  onAnswer: (question: string, values: readonly string[]) => void;
}

/** What you know: the answers, each with a way to change it, then the questions that are still worth asking. */
export function Know({ state, prepared, revision, verdict, onAnswer }: Props) {
  const { knowledge } = prepared;
  const { answers, editing } = state;
  const fragment = encode(letOut("link", state).answers, knowledge);
  const answered = knowledge.questions.filter((question) => answers[question.id] !== undefined);
  const first = knowledge.questions.filter(
    (question) => question.first && answers[question.id] === undefined,
  );
  const followUp = knowledge.questions.find(
    (question) => question.id === verdict.question?.id && answers[question.id] === undefined,
  );
  const field = (question: (typeof answered)[number], note?: string) => (
    <QuestionField
      key={question.id}
      question={question}
      answers={answers}
      knowledge={knowledge}
      onAnswer={(values) => onAnswer(question.id, values)}
      note={note}
    />
  );
  return (
    <section className="know no-print" aria-label="What you know">
      {answered.length > 0 && (
        <dl className="answers">
          {answered.map((question) => (
            <div key={question.id} data-answered={question.id}>
              <dt>{question.short}</dt>
              <dd>
                <span>{answerWords(question, answers[question.id] ?? [], knowledge)}</span>
                <button
                  type="button"
                  aria-expanded={editing === question.id}
                  onClick={() => state.edit(editing === question.id ? null : question.id)}
                >
                  {editing === question.id ? "done" : "change"}
                  <span className="live"> {question.short}</span>
                </button>
                {editing === question.id && (
                  <div className="editing">
                    {field(question)}
                    <button type="button" className="link" onClick={() => onAnswer(question.id, [])}>
                      Take the answer away
                    </button>
                  </div>
                )}
              </dd>
            </div>
          ))}
          {settingsSaid(answers, prepared).map(({ key, hop, setting, value }) => (
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
          ))}
        </dl>
      )}
      {first.map((question) => field(question))}
      {verdict.status !== "empty" &&
        followUp &&
        field(
          followUp,
          (verdict.question?.separates ?? 0) > 1
            ? `Separates ${verdict.question?.separates} of the causes that are left.`
            : undefined,
        )}
      {answered.length > 0 && (
        <div className="chips">
          <CopyButton text={`${location.origin}/#${fragment}`} label="Copy link" />
          <button type="button" className="btn" onClick={state.startOver}>
            Start over
          </button>
        </div>
      )}
      <Incidents state={state} knowledge={knowledge} revision={revision} />
      <OpenCase knowledge={knowledge} revision={revision} onOpen={state.take} />
    </section>
  );
}
