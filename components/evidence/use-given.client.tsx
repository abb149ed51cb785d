"use client";
import { useCallback, useMemo, type ReactNode } from "react";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { tells, type Evidence } from "@/lib/model/finding";
import type { GivenActions } from "@/lib/state/given";
import type { CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import type { GivenSource } from "@/components/handover/props";
import { Box, Refused, usePaste } from "./box.client";
import { Strip } from "./strip.client";
import { useEvidence, type Given } from "./use-evidence.client";
import { useGiving, type Giving } from "./use-giving.client";
import { useLate } from "./use-late.client";

export interface GivenParts {
  evidence: Evidence;
  /** The texts with the lines at which something was found. */
  sources: readonly GivenSource[];
  giving: Giving;
  /** The box, or the line that takes its place once there is a verdict. */
  above: (told: boolean) => ReactNode;
  /** The texts with what was found on them, where there are some. */
  below: ReactNode;
}

type Find = () => HTMLElement | null;
/** Says where the focus goes when what had it is gone. */
type Focus = (find: Find) => void;
const first =
  (selector: string): Find =>
  () =>
    document.querySelector<HTMLElement>(selector);
/** Once something is given, the way to it. */
const strip = first("[data-strip] a, [data-strip] button");
/** Once something is taken out, what is left, or the box. */
const rest: Find = () => first("#given")() ?? first("[data-give], [data-strip] button")();

/** The texts with the lines at which something was found. */
function useSources({ pieces, outcomes }: Given): GivenSource[] {
  return useMemo(
    () =>
      pieces.map((piece): GivenSource => {
        const outcome = outcomes.get(piece.number);
        const placed = typeof outcome === "object" ? outcome.placed : [];
        const speaking = placed.filter(({ finding }) => tells(finding));
        return { ...piece, lines: speaking.map(({ line }) => line) };
      }),
    [pieces, outcomes],
  );
}

/** What is done with texts, with the focus going on. */
function actionsOf({ takeFor, takeRoute, takeOut, forgetGiven }: GivenActions, focus: Focus) {
  return {
    takeFor,
    takeRoute,
    takeOut: (number: number) => {
      takeOut(number);
      focus(rest);
    },
    forgetGiven: () => {
      forgetGiven();
      // The worker holds texts too; where it never came there is none.
      import("./reader").then(
        ({ forgetReader }) => forgetReader(),
        () => undefined,
      );
      focus(rest);
    },
  };
}

/** What is given to the desk as text, as evidence and as two parts of the page. */
export function useGiven(state: CaseState & Actions, prepared: Prepared, focus: Focus): GivenParts {
  const given = useEvidence(state);
  const { give } = state;
  const giving = useGiving(
    state.pieces,
    useCallback(
      (texts) => {
        give(texts);
        focus(strip);
      },
      [give, focus],
    ),
  );
  const actions = actionsOf(state, focus);
  usePaste(giving);
  const { pieces, earlier } = given;
  const something = pieces.length + earlier.length > 0;
  const { late, failed } = useLate(
    something,
    useCallback(() => import("./given.client"), []),
  );
  const above = (told: boolean) => (
    <>
      {told || something ? (
        <Strip given={given} giving={giving} told={told} onForget={actions.forgetGiven} />
      ) : (
        <section className="give needs-script no-print" aria-label="What you have">
          <Box giving={giving} />
        </section>
      )}
      <Refused refused={giving.refused} />
    </>
  );
  const below = something && (
    <>
      {late && <late.GivenView given={given} prepared={prepared} actions={actions} onAnswer={state.answer} />}
      {failed && (
        <p className="note">
          What shows the findings could not be loaded. Check the network and load the page again.
        </p>
      )}
    </>
  );
  const sources = useSources(given);
  return { evidence: given.evidence, sources, giving, above, below };
}
