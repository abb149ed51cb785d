"use client";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { prepare, type Prepared } from "@/lib/diagnosis/prepared";
import { byHand } from "@/lib/model/finding";
import { SYMPTOM } from "@/lib/model/ids";
import { judge } from "@/lib/diagnosis/judge";
import { openedOf } from "@/lib/diagnosis/opened";
import type { Knowledge } from "@/lib/model/knowledge";
import { situationOf } from "@/lib/diagnosis/situation";
import { useGiven } from "@/components/evidence/use-given.client";
import type { Said } from "@/components/handover/open-case.client";
import { Enhance } from "@/components/enhance/enhance.client";
import { Path } from "@/components/path/path";
import { Know } from "./know.client";
import { useAnswering } from "./use-answering.client";
import { useCase } from "./use-case.client";
import { useFocus, type Focus } from "./use-focus.client";
import { useLate } from "./use-late.client";

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
function useWarmUp(prepared: Prepared, late: ReturnType<typeof useLate>["late"]): void {
  useEffect(() => {
    const symptom = prepared.knowledge.symptoms[0]?.id ?? "";
    const timer = setTimeout(() => late?.diagnose(byHand({ [SYMPTOM]: [symptom] }), prepared));
    return () => clearTimeout(timer);
  }, [prepared, late]);
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  return (
    <p className="note" role="alert">
      Part of this page could not be loaded. Check the network.{" "}
      <button type="button" className="link" onClick={onRetry}>
        Try again
      </button>
    </p>
  );
}

interface Props {
  knowledge: Knowledge;
  /** Version of the knowledge. */
  revision: string;
  children: ReactNode;
}

/** What is known of the case, what it means, and the cause that is open. */
function useJudged(state: ReturnType<typeof useCase>, prepared: Prepared, focus: Focus) {
  const given = useGiven(state, prepared, focus);
  const { evidence } = given;
  const verdict = useMemo(() => judge(evidence, prepared), [evidence, prepared]);
  // As understood: by hand, measured and read.
  const answers = useMemo(() => situationOf(evidence, prepared).answers, [evidence, prepared]);
  const opened = useMemo(
    () => openedOf(verdict, { evidence, answers }, state.chosen, prepared),
    [verdict, evidence, answers, state.chosen, prepared],
  );
  return { ...given, verdict, answers, opened };
}

/** The desk: the path above, then what you know and what it means. */
export function Desk({ knowledge, revision, children }: Props) {
  const state = useCase(knowledge);
  const prepared = useMemo(() => prepare(knowledge), [knowledge]);
  const focus = useFocus();
  const { evidence, sources, giving, above, below, verdict, answers, opened } = useJudged(
    state,
    prepared,
    focus,
  );
  const status = useStatus(
    opened ? `${opened.place === 0 ? "Verdict" : `Cause ${opened.place + 1}`}: ${opened.headline}` : "",
  );
  const onAnswer = useAnswering(state, knowledge, focus);
  const { late, failed, retry } = useLate();
  useWarmUp(prepared, late);
  const words = useState<Said | null>(null);
  const read = new Set(evidence.findings.flatMap(({ implies }) => Object.keys(implies)));
  const shared = { state, prepared, onAnswer };
  const kept = late && (
    <div className="kept-beside">
      <late.Incidents state={state} knowledge={knowledge} revision={revision} focus={focus} />
      <late.OpenCase {...{ knowledge, revision, words }} onOpen={state.take} onFiles={giving.giveFiles} />
    </div>
  );

  return (
    <>
      <p className="live" role="status" data-status="">
        {status}
      </p>
      {opened && (
        <Path stops={opened.path} held={verdict.break} sure={opened.sure} label="The path of a token" />
      )}
      <main id="main" className="wrap">
        {!opened && <div className="intro">{children}</div>}
        <div data-notices="" />
        {late && <late.Notices state={state} knowledge={knowledge} focus={focus} />}
        {failed && <NotLoaded onRetry={retry} />}
        {!opened && above(false)}
        {!opened && below}
        <div className={`desk needs-script ${opened ? "told" : "blank"}`}>
          <Know {...{ ...shared, focus, read }} understood={answers} asks={!opened}>
            {opened ? above(true) : kept}
          </Know>
          {opened && late && (
            <late.VerdictView
              {...{ ...shared, verdict, opened, evidence, sources, answers, revision, kept }}
            />
          )}
        </div>
        {opened && below}
      </main>
      {!opened && <Path stops={verdict.path} held="cut" label="The path of a token" whole />}
      <Enhance />
    </>
  );
}
