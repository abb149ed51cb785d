"use client";
import { useCallback } from "react";
import { NONE, UNKNOWN } from "@/lib/model/ids";
import type { Knowledge } from "@/lib/model/knowledge";
import type { Actions } from "@/lib/state/store";
import { nextQuestion, type Focus } from "./use-focus.client";

/** Take an answer, and say what is open next. */
export function useAnswering(
  { answer, edit }: Pick<Actions, "answer" | "edit">,
  knowledge: Knowledge,
  focus: Focus,
) {
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
      focus(nextQuestion(question));
    },
    [answer, edit, focus, knowledge],
  );
}
