"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { FOUND } from "@/lib/model/answers";
import { evidenceOf, type Evidence, type Finding } from "@/lib/model/finding";
import type { Piece } from "@/lib/model/piece";
import { standing } from "@/lib/state/given";
import type { CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import type { PieceReading, Restored } from "./protocol";
import type { Failure } from "./reader";

/** What became of one text: its reading, or why there is none. */
export type Outcome = PieceReading | Failure;

export interface Given {
  evidence: Evidence;
  /** Texts that count now. */
  pieces: readonly Piece[];
  /** What became of each text, by its number; one that is not here is being read. */
  outcomes: ReadonlyMap<number, Outcome>;
  /** Findings of texts that are no longer here. */
  earlier: readonly Finding[];
  /** How many kept findings this version has no rule for. */
  lost: number;
  /** Why kept findings could not be made again. */
  failure: Failure | null;
}

const whyOf = (error: unknown): Failure =>
  error instanceof Error && (error.message === "too long" || error.message === "failed")
    ? error.message
    : "not loaded";

const none: readonly string[] = [];
type State = CaseState & Actions;

/** Reads each text once for each kind that it is taken for, and each place that is said to carry the stream. */
function useOutcomes({ pieces, read }: State, learn: (restored: readonly Restored[]) => void) {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const asked = useRef(new Map<number, string>());
  useEffect(() => {
    for (const { number, name, text, as, route } of pieces) {
      const key = JSON.stringify([as, route]);
      if (asked.current.get(number) === key) continue;
      asked.current.set(number, key);
      const finish = (outcome: Outcome, kept: readonly string[]) => {
        // It may have been given another kind or place meanwhile.
        if (asked.current.get(number) !== key) return;
        setOutcomes((before) => new Map([...before, [number, outcome]]));
        read(number, kept);
      };
      import("./reader")
        .then(({ readText }) => readText({ name, text, as, route }))
        .then(
          ({ reading, restored }) => {
            learn(restored);
            finish(
              reading,
              restored.map(({ kept }) => kept),
            );
          },
          (error: unknown) => finish(whyOf(error), none),
        );
    }
  }, [pieces, read, learn]);
  return outcomes;
}

/** The findings that are kept, made again where no text of this page gave them. */
function useKnown(found: readonly string[]) {
  const [known, setKnown] = useState<ReadonlyMap<string, Finding | null>>(new Map());
  const [failure, setFailure] = useState<Failure | null>(null);
  const learn = useCallback(
    (restored: readonly Restored[]) =>
      setKnown(
        (before) => new Map([...before, ...restored.map(({ kept, finding }) => [kept, finding] as const)]),
      ),
    [],
  );
  useEffect(() => {
    const missing = found.filter((one) => !known.has(one));
    if (missing.length === 0) return;
    let current = true;
    import("./reader")
      .then(({ restoreFound }) => restoreFound(missing))
      .then(
        (restored) => {
          if (current) learn(restored);
        },
        (error: unknown) => {
          if (current) setFailure(whyOf(error));
        },
      );
    return () => {
      current = false;
    };
  }, [found, known, learn]);
  return { known, learn, failure };
}

/** Each kept finding at the first line that gave it. */
function placesOf(
  pieces: readonly Piece[],
  outcomes: ReadonlyMap<number, Outcome>,
): Map<string, Finding["origin"]> {
  const places = new Map<string, Finding["origin"]>();
  for (const { number } of pieces) {
    const outcome = outcomes.get(number);
    if (outcome === undefined || typeof outcome === "string") continue;
    for (const { kept, line } of outcome.placed)
      if (!places.has(kept)) places.set(kept, { kind: "text", piece: number, line });
  }
  return places;
}

/** What is known of the incident: what was said, and what was read from texts. */
export function useEvidence(state: State): Given {
  const { answers, pieces: all } = state;
  const found = answers[FOUND] ?? none;
  const { known, learn, failure } = useKnown(found);
  const outcomes = useOutcomes(state, learn);
  return useMemo(() => {
    const pieces = standing({ answers, pieces: all });
    const places = placesOf(pieces, outcomes);
    const findings = found.flatMap((kept): Finding[] => {
      const finding = known.get(kept);
      return finding ? [{ ...finding, origin: places.get(kept) ?? finding.origin }] : [];
    });
    return {
      evidence: evidenceOf(answers, findings),
      pieces,
      outcomes,
      earlier: findings.filter(({ origin }) => origin.kind === "kept"),
      lost: found.filter((kept) => known.get(kept) === null).length,
      failure,
    };
  }, [answers, all, found, known, outcomes, failure]);
}
