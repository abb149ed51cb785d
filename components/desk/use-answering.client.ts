"use client";
import { useCallback, useEffect, useRef } from "react";
import { NONE, UNKNOWN } from "@/lib/model/ids";
import type { Knowledge } from "@/lib/model/knowledge";
import type { Actions } from "@/lib/state/store";

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

/** Take an answer, and say what is open next. */
export function useAnswering({ answer, edit }: Pick<Actions, "answer" | "edit">, knowledge: Knowledge) {
  const focusNext = useFocusNext();
  return useCallback(
    (question: string, values: readonly string[]) => {
      answer(question, values);
      // Several proxies are chosen one after the other: that question stays open while it is being changed.
      const several =
        knowledge.questions.find(({ id }) => id === question)?.kind === "products" &&
        values[0] !== NONE &&
        values[0] !== UNKNOWN &&
        values.length > 0;
      edit(several ? question : null);
      focusNext(question);
    },
    [answer, edit, focusNext, knowledge],
  );
}
