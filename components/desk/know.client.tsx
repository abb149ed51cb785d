"use client";
import type { Judgement } from "@/lib/diagnosis/diagnose";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { QuestionField } from "@/components/wizard/question.client";
import { OpenCase } from "@/components/handover/open-case.client";
import { CopyButton } from "@/components/ui/copy-button";
import type { CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import { Answered } from "./answered.client";

interface Props {
  state: CaseState & Actions;
  prepared: Prepared;
  revision: string;
  verdict: Judgement;
  onAnswer: (question: string, values: readonly string[]) => void;
}

/**
 * What you know: the answers, each with a way to change it, then the questions that are still worth asking.
 */
export function Know({ state, prepared, revision, verdict, onAnswer }: Props) {
  const { knowledge } = prepared;
  const { answers } = state;
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
        <Answered
          questions={answered}
          state={state}
          prepared={prepared}
          onAnswer={onAnswer}
          field={(question) => field(question)}
        />
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
          <CopyButton address label="Copy link" />
          <button type="button" className="btn" onClick={state.startOver}>
            Start over
          </button>
        </div>
      )}
      <OpenCase knowledge={knowledge} revision={revision} onOpen={state.take} />
    </section>
  );
}
