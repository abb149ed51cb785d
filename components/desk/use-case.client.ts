"use client";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Knowledge } from "@/lib/model/knowledge";
import { letOut } from "@/lib/state/policy";
import { decode, encode } from "@/lib/state/codec";
import { createCase, type CaseStore, type Keeper } from "@/lib/state/store";

const KEY = "lastbyte.case";
const clock = () => new Date().toISOString();
const disk: Keeper = {
  read: () => localStorage.getItem(KEY),
  write: (text) => localStorage.setItem(KEY, text),
};

/** Marks the steps of an incident in the history: going back to one is no new incident. */
const STEP = { step: true } as const;
const isStep = (state: unknown): boolean => typeof state === "object" && state !== null && "step" in state;

/** Runs after the frame that shows the change: what nobody sees must not make anybody wait. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(then);
  });
}

/** The case in the address: each change is a step that "back" undoes, and a link opens as a new case. */
function followAddress(store: CaseStore, knowledge: Knowledge): () => void {
  // A link may name its answers in another order: what counts is the case, not the text.
  const addressed = () => encode(decode(location.hash, knowledge).answers, knowledge);
  const linked = () => encode(letOut("link", store.getState()).answers, knowledge);
  const onAddress = () => {
    if (addressed() !== linked()) store.getState().open(location.hash, isStep(history.state));
  };
  addEventListener("popstate", onAddress);
  addEventListener("hashchange", onAddress);
  const stop = store.subscribe((state, before) => {
    if (state.answers === before.answers) return;
    afterPaint(() => {
      const fragment = linked();
      if (addressed() !== fragment)
        history.pushState({ ...STEP }, "", `${location.pathname}${fragment ? `#${fragment}` : ""}`);
    });
  });
  return () => {
    removeEventListener("popstate", onAddress);
    removeEventListener("hashchange", onAddress);
    stop();
  };
}

/** The state of the case on this page, and what can be done with it. */
export function useCase(knowledge: Knowledge) {
  const [store] = useState(() => createCase(knowledge, disk, clock));
  useEffect(() => {
    store.getState().begin(location.hash);
    return followAddress(store, knowledge);
  }, [store, knowledge]);
  return useStore(store);
}
