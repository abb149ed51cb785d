"use client";
import type { Judgement } from "@/lib/diagnosis/diagnose";
import type { Prepared } from "@/lib/diagnosis/prepared";
import type { Question } from "@/lib/model/knowledge";
import { QuestionField } from "@/components/wizard/question.client";
import { OpenCase } from "@/components/handover/open-case.client";
import { CopyButton } from "@/components/ui/copy-button";
import { encode } from "@/lib/state/codec";
import { letOut, type CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import { Answered } from "./answered.client";
import { Incidents } from "./incidents.client";
import { nextQuestion, type Focus } from "./use-focus.client";

interface Props {
  state: CaseState & Actions;
  prepared: Prepared;
  revision: string;
  verdict: Judgement;
  onAnswer: (question: string, values: readonly string[]) => void;
  focus: Focus;
}

/** The case as a link, and the next case. */
function WithTheCase({ state, prepared, focus }: Pick<Props, "state" | "prepared" | "focus">) {
  const fragment = encode(letOut("link", state).answers, prepared.knowledge);
  return (
    <div className="chips">
      <CopyButton text={`${location.origin}/#${fragment}`} label="Copy link" />
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
  );
}

/** What you know: the answers, each with a way to change it, then the questions that are still worth asking. */
export function Know({ state, prepared, revision, verdict, onAnswer, focus }: Props) {
  const { knowledge } = prepared;
  const { answers } = state;
  const isOpen = ({ id }: Question) => answers[id] === undefined;
  const answered = knowledge.questions.filter((question) => !isOpen(question));
  const first = knowledge.questions.filter((question) => question.first && isOpen(question));
  const followUp = knowledge.questions.find(
    (question) => question.id === verdict.question?.id && isOpen(question),
  );
  const separates = verdict.question?.separates ?? 0;
  const field = (question: Question, note?: string) => (
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
        field(followUp, separates > 1 ? `Separates ${separates} of the causes that are left.` : undefined)}
      {answered.length > 0 && <WithTheCase state={state} prepared={prepared} focus={focus} />}
      <Incidents state={state} knowledge={knowledge} revision={revision} focus={focus} />
      <OpenCase knowledge={knowledge} revision={revision} onOpen={state.take} />
    </section>
  );
}
