"use client";
import { useRef } from "react";
import type { Knowledge } from "@/lib/model/knowledge";
import { saysNothing, type CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import { titleOf } from "@/lib/state/words";
import { IncidentRow } from "./incident-row.client";
import { headline, type Find, type Focus } from "./use-focus.client";

interface Props {
  state: CaseState & Actions;
  knowledge: Knowledge;
  revision: string;
  focus: Focus;
}

const undoButton: Find = () => document.querySelector<HTMLElement>("[data-removed] button");

/** What was removed, and the way back. */
function Removed({ state, knowledge, onUndo }: Pick<Props, "state" | "knowledge"> & { onUndo: () => void }) {
  const [first, ...more] = state.undone?.kind === "removed" ? state.undone.incidents : [];
  return (
    <div role="status" data-removed="">
      {first && (
        <p className="acts small">
          {more.length === 0
            ? `“${titleOf(first, knowledge)}” is removed.`
            : `${more.length + 1} incidents are removed.`}
          <button type="button" className="link" onClick={onUndo}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}

/** The incidents that this browser keeps: open, name, save or remove them. */
export function Incidents({ state, knowledge, revision, focus }: Props) {
  const { others, undone, damaged } = state;
  const summary = useRef<HTMLElement>(null);
  const isOpen = !saysNothing(state);
  const count = others.length + Number(isOpen);
  const remove = (action: () => void) => {
    action();
    focus(undoButton);
  };
  if (count === 0 && !damaged && undone?.kind !== "removed") return null;
  return (
    <details className="tabs kept no-print" data-incidents="">
      <summary ref={summary}>Incidents in this browser ({count})</summary>
      <Removed
        state={state}
        knowledge={knowledge}
        onUndo={() => {
          state.undo();
          focus(() => summary.current);
        }}
      />
      <ul className="incidents">
        {(isOpen ? [state, ...others] : others).map((incident) => (
          <IncidentRow
            key={incident.id}
            incident={incident}
            isOpen={incident.id === state.id}
            knowledge={knowledge}
            revision={revision}
            onOpen={() => {
              state.takeUp(incident.id);
              focus(headline);
              scrollTo({ top: 0 });
            }}
            onName={(name) => state.rename(incident.id, name)}
            onRemove={() => remove(() => state.forget(incident.id))}
          />
        ))}
      </ul>
      {damaged && <p className="small">Something damaged is kept as well, and can only be removed.</p>}
      {others.length + Number(damaged) > 0 && (
        <button type="button" className="btn" onClick={() => remove(state.forgetAll)}>
          {isOpen ? "Remove all but the open one" : "Remove all"}
        </button>
      )}
      <p className="tiny soft">The last ten are kept, in this browser only. Nothing is sent.</p>
    </details>
  );
}
