"use client";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Answers, Knowledge } from "@/lib/diagnosis/types";
import { encode } from "@/lib/state/codec";
import { createCase, keptAnswers, type CaseStore, type Keeper } from "@/lib/state/store";

const KEY = "lastbyte.case";
const disk: Keeper = { read: () => localStorage.getItem(KEY), write: (text) => localStorage.setItem(KEY, text) };

/** The case in the address: each change is a step that "back" undoes, and a link opens as a new case. */
function followAddress(store: CaseStore, knowledge: Knowledge): () => void {
  const onAddress = () => {
    if (location.hash.slice(1) !== encode(store.getState().answers, knowledge)) store.getState().open(location.hash);
  };
  addEventListener("popstate", onAddress);
  addEventListener("hashchange", onAddress);
  const stop = store.subscribe((state, before) => {
    if (state.answers === before.answers) return;
    const fragment = encode(state.answers, knowledge);
    if (location.hash.slice(1) !== fragment) history.pushState(null, "", `${location.pathname}${fragment ? `#${fragment}` : ""}`);
  });
  return () => {
    removeEventListener("popstate", onAddress);
    removeEventListener("hashchange", onAddress);
    stop();
  };
}

/** The store of this page, and the answers of an earlier incident that can be taken up again. */
export function useCase(knowledge: Knowledge) {
  const [store] = useState(() => createCase(knowledge, disk));
  const [earlier, setEarlier] = useState<Answers | null>(null);
  useEffect(() => {
    const kept = keptAnswers(disk, knowledge);
    if (location.hash.length > 1) store.getState().open(location.hash);
    if (Object.keys(kept).length > 0 && encode(kept, knowledge) !== encode(store.getState().answers, knowledge)) setEarlier(kept);
    return followAddress(store, knowledge);
  }, [store, knowledge]);
  return { ...useStore(store), earlier, forgetEarlier: () => setEarlier(null) };
}
