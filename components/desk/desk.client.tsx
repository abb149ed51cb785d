"use client";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { prepare, type Prepared } from "@/lib/diagnosis/prepared";
import { byHand } from "@/lib/model/finding";
import { SYMPTOM } from "@/lib/model/ids";
import { diagnose, judge } from "@/lib/diagnosis/diagnose";
import type { Knowledge } from "@/lib/model/knowledge";
import { headlineOf } from "@/lib/diagnosis/words";
import { Enhance } from "@/components/enhance/enhance.client";
import { HandOver } from "@/components/handover/hand-over.client";
import { Path } from "@/components/path/path";
import { VerdictView } from "@/components/verdict/verdict.client";
import { Know } from "./know.client";
import { Notices } from "./notices.client";
import { useAnswering } from "./use-answering.client";
import { useCase } from "./use-case.client";
import { useFocus } from "./use-focus.client";

/** The live region speaks once the hand rests. */
const SPEAK_AFTER_MS = 700;

function useStatus(sentence: string): string {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), SPEAK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return said;
}

/** The first answer shall not wait for the compiler: the engine runs once while nobody waits. */
function useWarmUp(prepared: Prepared): void {
  useEffect(() => {
    const symptom = prepared.knowledge.symptoms[0]?.id ?? "";
    const timer = setTimeout(() => {
      diagnose(byHand({ [SYMPTOM]: [symptom] }), prepared);
    });
    return () => clearTimeout(timer);
  }, [prepared]);
}

interface Props {
  knowledge: Knowledge;
  /** Version of the knowledge. */
  revision: string;
  children: ReactNode;
}

/** The desk: what you know on one side, what it means on the other, the path above both. */
export function Desk({ knowledge, revision, children }: Props) {
  const state = useCase(knowledge);
  const prepared = useMemo(() => prepare(knowledge), [knowledge]);
  const verdict = useMemo(() => judge(byHand(state.answers), prepared), [state.answers, prepared]);
  useWarmUp(prepared);
  const told = verdict.status !== "empty";
  const firstLeft = knowledge.questions.some(
    (question) => question.first && state.answers[question.id] === undefined,
  );
  const headline = headlineOf(verdict, state.answers, prepared);
  const status = useStatus(told ? `Verdict: ${headline}` : "");
  const focus = useFocus();
  const onAnswer = useAnswering(state, knowledge, focus);

  return (
    <>
      <p className="live" role="status" data-status="">
        {status}
      </p>
      {told && <Path stops={verdict.path} held={verdict.break} label="The path of a token" />}
      <main id="main" className="wrap">
        {!told && <div className="intro">{children}</div>}
        <div data-notices="" />
        <Notices state={state} knowledge={knowledge} focus={focus} />
        <div className={`desk needs-script ${told ? (firstLeft ? "asked" : "told") : "blank"}`}>
          <Know
            state={state}
            prepared={prepared}
            revision={revision}
            verdict={verdict}
            onAnswer={onAnswer}
            focus={focus}
          />
          {told && (
            <div className="means">
              <VerdictView
                verdict={verdict}
                answers={state.answers}
                values={state.values}
                prepared={prepared}
                onAnswer={onAnswer}
                onValue={state.setValue}
              />
              <HandOver incident={state} prepared={prepared} revision={revision} />
            </div>
          )}
        </div>
      </main>
      {!told && <Path stops={verdict.path} held="cut" label="The path of a token" whole />}
      <Enhance />
    </>
  );
}
