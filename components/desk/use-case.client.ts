"use client";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Knowledge } from "@/lib/model/knowledge";
import type { Step } from "@/lib/state/moves";
import { followAddress, isPlace, type AddressBar } from "@/lib/state/address";
import type { Surroundings } from "@/lib/state/moves";
import { isOurs, type Keeper } from "@/lib/state/shelf";
import { createCase, type CaseStore } from "@/lib/state/store";
import { afterPaint } from "@/components/ui/use-after-paint.client";

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

const addressFor = (fragment: string): string =>
  `${location.pathname}${fragment === "" ? "" : `#${fragment}`}`;

/**
 * A step of ours beside what the framework notes in a step of the history: without its note it takes "back" for
 * another page and loads it anew.
 */
const besideTheirs = (step: Step) => ({ ...(history.state as object | null), ...step });

const bar: AddressBar = {
  fragment: () => location.hash,
  state: () => history.state as unknown,
  push: (fragment, step) => history.pushState(besideTheirs(step), "", addressFor(fragment)),
  replace: (fragment, step) => history.replaceState(besideTheirs(step), "", addressFor(fragment)),
};

/** Lets the page follow its address, its history and the other tabs. @returns how to stop it */
function follow(store: CaseStore, knowledge: Knowledge): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const follower = followAddress(store, knowledge, bar);
  follower.begin();
  const onAddress = () => {
    // The browser has to find the place before the address is the case's again.
    if (isPlace(location.hash, knowledge)) afterPaint(follower.settle);
    else follower.onAddress();
  };
  addEventListener("popstate", onAddress, { signal });
  addEventListener("hashchange", onAddress, { signal });
  let own = true;
  const look = () => {
    own = false;
    store.getState().look();
    own = true;
  };
  addEventListener("storage", ({ key }) => isOurs(key) && look(), { signal });
  // A page that comes back from the browser's cache has heard nothing of the others.
  addEventListener("pageshow", ({ persisted }) => persisted && look(), { signal });
  const stop = store.subscribe((state, before) => {
    if (state.answers === before.answers && state.id === before.id && state.chosen === before.chosen) return;
    const isOwn = own;
    afterPaint(() => follower.onCase(isOwn));
  });
  return () => {
    stopping.abort();
    stop();
  };
}

/** The state of the case on this page, and what can be done with it. */
export function useCase(knowledge: Knowledge) {
  const [store] = useState(() => createCase(knowledge, surroundings));
  useEffect(() => follow(store, knowledge), [store, knowledge]);
  return useStore(store);
}

/** For what shows an age. */
export const minutesSince = surroundings.minutesSince;
