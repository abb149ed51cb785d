"use client";
import { useMemo } from "react";
import { nextOf } from "@/lib/diagnosis/diagnose";
import type { Judgement, Next } from "@/lib/diagnosis/judge";
import type { Opened } from "@/lib/diagnosis/opened";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { remediesOf, type Remedies } from "@/lib/diagnosis/remedies";
import type { Answers } from "@/lib/model/answers";
import type { Evidence } from "@/lib/model/finding";
import { WAYS, type WayId } from "./part-list";

/** What is shown of a case. */
export interface Shown {
  verdict: Judgement;
  opened: Opened;
  evidence: Evidence;
  /** The answers as understood: by hand, measured, and read from what was given. */
  answers: Answers;
}

/** With what is weighed for the parts below the first screen. */
export interface ShownBelow extends Shown {
  remedies: Remedies;
  /** Ways to fix it that there are, the fitting one first. */
  ways: readonly { id: WayId; label: string }[];
  next: Next;
}

/** Weigh what stands below the first screen. @returns null until a first screen is painted */
export function useBelow(shown: Shown | null, prepared: Prepared): ShownBelow | null {
  return useMemo(() => {
    if (shown === null) return null;
    const { verdict, opened, evidence } = shown;
    const { id } = opened.cause;
    const causes = [opened.cause, ...verdict.causes.filter((cause) => cause.id !== id)];
    const remedies = remediesOf({ causes }, evidence, prepared);
    const isThere: Readonly<Record<WayId, boolean>> = {
      // A pair for another cause would only lead astray.
      code: remedies.pair?.cause === id,
      settings: remedies.configs.length > 0,
      owner: prepared.knowledge.causes.find((cause) => cause.id === id)?.owned === true,
    };
    return {
      ...shown,
      remedies,
      ways: WAYS.filter((way) => isThere[way.id]),
      next: nextOf(evidence, verdict, prepared),
    };
  }, [shown, prepared]);
}
