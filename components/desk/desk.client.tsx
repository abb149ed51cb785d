"use client";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { diagnose, judge, prepare, type Prepared } from "@/lib/diagnosis/diagnose";
import type { Knowledge } from "@/lib/diagnosis/types";
import { headlineOf } from "@/lib/diagnosis/words";
import { Enhance } from "@/components/enhance/enhance.client";
import { HandOver } from "@/components/handover/hand-over.client";
import { Path } from "@/components/path/path";
import { VerdictView } from "@/components/verdict/verdict.client";
import { Know } from "./know.client";
import { useCase } from "./use-case.client";

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
function useWarmUp(index: Prepared): void {
  useEffect(() => {
    const symptom = index.knowledge.symptoms[0]?.id ?? "";
    const timer = setTimeout(() => {
      diagnose({ symptom: [symptom] }, index);
    });
    return () => clearTimeout(timer);
  }, [index]);
}

/** After an answer the focus goes to the next question, never to nowhere. */
function useFocusNext() {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const answered = wanted.current;
    wanted.current = null;
    if (document.activeElement !== document.body && document.activeElement?.isConnected) return;
    const next =
      document.querySelector<HTMLElement>("fieldset[data-question] legend") ??
      document.querySelector<HTMLElement>(`[data-answered="${CSS.escape(answered)}"] button`);
    // In this order: Firefox gives no focus to a legend that has just come and is not laid out.
    next?.scrollIntoView({ block: "nearest" });
    next?.focus({ preventScroll: true });
  });
  return (question: string) => {
    wanted.current = question;
  };
}

interface Props {
  knowledge: Knowledge;
  /** Version of the knowledge. */ revision: string;
  children: ReactNode;
}

/** The desk: what you know on one side, what it means on the other, the path above both. */
export function Desk({ knowledge, revision, children }: Props) {
  const state = useCase(knowledge);
  const index = useMemo(() => prepare(knowledge), [knowledge]);
  const verdict = useMemo(() => judge(state.answers, index), [state.answers, index]);
  useWarmUp(index);
  const told = verdict.status !== "empty";
  const firstLeft = knowledge.questions.some(
    (question) => question.first && state.answers[question.id] === undefined,
  );
  const headline = headlineOf(verdict, state.answers, index);
  const status = useStatus(told ? `Verdict: ${headline}` : "");
  const focusNext = useFocusNext();
  const { answer, edit } = state;
  const onAnswer = useCallback(
    (question: string, values: readonly string[]) => {
      answer(question, values);
      // Several proxies are chosen one after the other: that question stays open while it is being changed.
      const several =
        knowledge.questions.find(({ id }) => id === question)?.kind === "products" &&
        values[0] !== "none" &&
        values[0] !== "unknown" &&
        values.length > 0;
      edit(several ? question : null);
      focusNext(question);
    },
    [answer, edit, focusNext, knowledge],
  );

  return (
    <>
      <p className="live" role="status" data-status="">
        {status}
      </p>
      {told && <Path stops={verdict.path} held={verdict.break} label="The path of a token" />}
      <main id="main" className="wrap">
        {!told && <div className="intro">{children}</div>}
        <div data-notices="" />
        {state.undone && (
          <p className="note no-print">
            Started over.{" "}
            <button type="button" className="link" onClick={state.undo}>
              Undo
            </button>
          </p>
        )}
        {state.dropped.length > 0 && (
          <div className="note" role="alert">
            <p>Part of this link was not understood and was left out:</p>
            <ul>
              {state.dropped.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
        {state.earlier && (
          <p className="note no-print">
            An earlier incident is kept in this browser.{" "}
            <button
              type="button"
              className="link"
              onClick={() => {
                state.resume();
              }}
            >
              Take it up again
            </button>{" "}
            <button type="button" className="link" onClick={state.forgetEarlier}>
              Not now
            </button>
          </p>
        )}
        <div className={`desk needs-script ${told ? (firstLeft ? "asked" : "told") : "blank"}`}>
          <Know
            state={state}
            knowledge={knowledge}
            revision={revision}
            verdict={verdict}
            onAnswer={onAnswer}
          />
          {told && (
            <div className="means">
              <VerdictView
                verdict={verdict}
                answers={state.answers}
                values={state.values}
                index={index}
                onAnswer={onAnswer}
                onValue={state.setValue}
              />
              <HandOver incident={state} index={index} revision={revision} />
            </div>
          )}
        </div>
      </main>
      {!told && <Path stops={verdict.path} held="cut" label="The path of a token" whole />}
      <Enhance />
    </>
  );
}
