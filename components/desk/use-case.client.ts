"use client";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Knowledge } from "@/lib/model/knowledge";
import { decode, encode } from "@/lib/state/codec";
import { letOut } from "@/lib/state/policy";
import { idOfKey, type Keeper } from "@/lib/state/shelf";
import { createCase, type CaseStore, type Surroundings } from "@/lib/state/store";

const MINUTE_MS = 60_000;

const disk: Keeper = {
  keys: () => Object.keys(localStorage),
  read: (key) => localStorage.getItem(key),
  write: (key, text) => localStorage.setItem(key, text),
  remove: (key) => localStorage.removeItem(key),
};

const surroundings: Surroundings = {
  keeper: disk,
  now: () => new Date().toISOString(),
  minutesSince: (time) => Math.floor((Date.now() - Date.parse(time)) / MINUTE_MS),
  newId: () => crypto.getRandomValues(new Uint32Array(2)).join("-"),
};

/** The incident that a step of the history belongs to: going back to one is no new incident. */
function incidentOf(state: unknown): string | null {
  if (typeof state !== "object" || state === null || !("incident" in state)) return null;
  return typeof state.incident === "string" ? state.incident : null;
}

/** Runs after the frame that shows the change: what nobody sees must not make anybody wait. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(then);
  });
}

/** Keeps address and case the same: each change is a step that "back" undoes, and a link opens another incident. */
function followAddress(store: CaseStore, knowledge: Knowledge): () => void {
  const linked = () => encode(letOut("link", store.getState()).answers, knowledge);
  // A link may name its answers in another order: what counts is the case, not the text.
  const addressed = () => encode(decode(location.hash, knowledge).answers, knowledge);
  const address = () => `${location.pathname}${location.search}${linked() ? `#${linked()}` : ""}`;
  /** The address as the case is, without what it does not know, and with its incident. */
  const settle = () => history.replaceState({ incident: store.getState().id }, "", address());
  let fromElsewhere = false;

  const onAddress = () => {
    const { isCase } = decode(location.hash, knowledge);
    // A place on the page is no case, and no step of one.
    if (!isCase && location.hash.length > 1) return;
    const id = incidentOf(history.state);
    if (addressed() === linked() && (id === null || id === store.getState().id)) return;
    store.getState().follow(location.hash, id);
    if (isCase) settle();
  };
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== null && idOfKey(key) === null) return;
    fromElsewhere = true;
    store.getState().look();
    fromElsewhere = false;
  };
  const onChange = (replace: boolean) => {
    const { id } = store.getState();
    if (addressed() !== linked() && !replace) history.pushState({ incident: id }, "", address());
    else if (addressed() !== linked() || incidentOf(history.state) !== id) settle();
  };
  addEventListener("popstate", onAddress);
  addEventListener("hashchange", onAddress);
  addEventListener("storage", onStorage);
  const stop = store.subscribe((state, before) => {
    if (state.answers === before.answers && state.id === before.id) return;
    const replace = fromElsewhere;
    afterPaint(() => onChange(replace));
  });
  settle();
  return () => {
    removeEventListener("popstate", onAddress);
    removeEventListener("hashchange", onAddress);
    removeEventListener("storage", onStorage);
    stop();
  };
}

/** The state of the case on this page, and what can be done with it. */
export function useCase(knowledge: Knowledge) {
  const [store] = useState(() => createCase(knowledge, surroundings));
  useEffect(() => {
    store.getState().begin(location.hash, incidentOf(history.state));
    return followAddress(store, knowledge);
  }, [store, knowledge]);
  return useStore(store);
}

/** For what shows an age. */
export const minutesSince = surroundings.minutesSince;
