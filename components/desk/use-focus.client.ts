"use client";
import { useCallback, useEffect, useRef } from "react";

/** Where the focus goes when what had it is gone: the first of these that is there. */
export type Find = () => HTMLElement | null;

/** The next question, or else an answer, to change it. */
export const nextQuestion =
  (answered = ""): Find =>
  () =>
    document.querySelector<HTMLElement>("fieldset[data-question] legend > [tabindex]") ??
    document.querySelector<HTMLElement>(`[data-answered="${CSS.escape(answered)}"] button`);

/** What the page says now: the verdict, or the first question where there is none. */
export const headline: Find = () => document.querySelector<HTMLElement>(".verdict h1") ?? nextQuestion()();

/** Says where the focus goes once the page has changed. */
export type Focus = (find: Find) => void;

/** A verdict that has changed says in a later frame what it asks next. */
const isBusy = (): boolean => document.querySelector('.verdict[aria-busy="true"]') !== null;

/** After a press the focus goes on, never to nowhere: for a component that stays when what was pressed is gone. */
export function useFocus(): Focus {
  const wanted = useRef<Find | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    let frame = 0;
    const goOn = () => {
      if (isBusy()) {
        frame = requestAnimationFrame(goOn);
        return;
      }
      const find = wanted.current;
      wanted.current = null;
      if (document.activeElement !== document.body && document.activeElement?.isConnected) return;
      find?.()?.focus();
    };
    goOn();
    return () => cancelAnimationFrame(frame);
  });
  return useCallback((find) => {
    wanted.current = find;
  }, []);
}
