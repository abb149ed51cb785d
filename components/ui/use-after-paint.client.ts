"use client";
import { startTransition, useEffect, useState } from "react";

/** Runs after the frame that shows the change: what nobody sees must not make anybody wait. @returns how to stop it */
export function afterPaint(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(then);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** A value as it was when the last frame was painted: for what stands below the first screen. Null until then. */
export function useAfterPaint<T>(value: T): T | null {
  const [painted, setPainted] = useState<T | null>(null);
  useEffect(
    () =>
      afterPaint(() => {
        startTransition(() => setPainted(value));
      }),
    [value],
  );
  return painted;
}
