"use client";
import { useEffect, useState } from "react";

/** Something that is loaded once it is wanted: what it is, or whether it could not be had. */
export function useLate<T>(wanted: boolean, load: () => Promise<T>): { late: T | null; failed: boolean } {
  const [late, setLate] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted || late !== null) return;
    load().then(
      (loaded) => {
        setLate(() => loaded);
        setFailed(false);
      },
      () => setFailed(true),
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it is loaded once, whatever function loads it
  }, [wanted]);
  return { late, failed };
}
