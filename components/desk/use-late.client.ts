"use client";
import { useEffect, useState } from "react";
import type * as LateParts from "./late.client";

type Late = typeof LateParts;

const load = (): Promise<Late> => import("./late.client");

/** Asked for as soon as this script runs: a link to a verdict waits for it. */
const first = typeof window === "undefined" ? null : load();
// Whoever shows it says that it failed.
first?.catch(() => undefined);

/** The parts that come later, once they are loaded; a failure is told, and can be tried again. */
export function useLate(): { late: Late | null; failed: boolean; retry: () => void } {
  const [late, setLate] = useState<Late | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const loading = attempt === 0 && first !== null ? first : load();
    loading.then(setLate, () => setFailed(true));
  }, [attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt((count) => count + 1);
  };
  return { late, failed: failed && late === null, retry };
}
