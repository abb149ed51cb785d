"use client";
import { useCallback, useEffect, useState } from "react";
import type { Knowledge } from "@/lib/model/knowledge";
import { stepIn } from "@/lib/state/address";
import { viewIn } from "@/lib/state/view";
import { isPart, isWay, type PartId, type WayId } from "./part-list";

/** What is fetched above a part moves it for so long, unless the reader moves first. */
const SETTLES_MS = 2000;

/** Bring a part to the top, and hold it there while what stands above it comes in. @param onMoved the reader has moved on */
function bring(part: PartId, onMoved: () => void): void {
  const find = () => document.getElementById(part)?.closest<HTMLElement>("[data-part]");
  const show = () => find()?.scrollIntoView({ block: "start", behavior: "instant" });
  show();
  find()?.querySelector<HTMLElement>("h1, h2")?.focus({ preventScroll: true });
  const stopping = new AbortController();
  const watch = new ResizeObserver(show);
  const stop = () => {
    watch.disconnect();
    stopping.abort();
    onMoved();
  };
  watch.observe(document.body);
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(kind, stop, { signal: stopping.signal, passive: true });
  setTimeout(() => watch.disconnect(), SETTLES_MS);
}

/** The way to fix it that was asked for, and how to go to a part: by a press, or because the address names it. */
export function usePlace(knowledge: Knowledge): {
  way: WayId | null;
  /** The part that was gone to last, until the reader moves on. */
  went: PartId | null;
  setWay: (way: WayId) => void;
  goTo: (part: PartId) => void;
} {
  const [way, setWay] = useState<WayId | null>(null);
  const [went, setWent] = useState<PartId | null>(null);
  const goTo = useCallback((part: PartId) => {
    if (isWay(part)) setWay(part);
    // The way has to be open before it can be brought.
    setWent(part);
    requestAnimationFrame(() => bring(part, () => setWent(null)));
  }, []);
  useEffect(() => {
    const follow = () => {
      const { at } = viewIn(location.hash, knowledge);
      if (isPart(at)) goTo(at);
    };
    // A step back or forth goes to where the reader was, by the browser itself.
    const onLink = () => {
      if (stepIn(history.state) === null) follow();
    };
    follow();
    addEventListener("hashchange", onLink, { capture: true });
    return () => removeEventListener("hashchange", onLink, { capture: true });
  }, [knowledge, goTo]);
  return { way, went, setWay, goTo };
}
