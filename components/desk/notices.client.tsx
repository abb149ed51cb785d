"use client";
import type { CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";

/**
 * What has to be said of the case itself: that it was started over, what of a link was left out, that an
 * earlier one is kept.
 */
export function Notices({ state }: { state: CaseState & Actions }) {
  return (
    <>
      {state.undone && (
        <p className="note no-print">
          Started over.{" "}
          <button type="button" className="link" onClick={state.undo}>
            Undo
          </button>
        </p>
      )}
      {state.dropped.length > 0 && (
        <div className="note" role="alert">
          <p>Part of this link was not understood and was left out:</p>
          <ul>
            {state.dropped.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {state.earlier && (
        <p className="note no-print">
          An earlier incident is kept in this browser.{" "}
          <button
            type="button"
            className="link"
            onClick={() => {
              state.resume();
            }}
          >
            Take it up again
          </button>{" "}
          <button type="button" className="link" onClick={state.forgetEarlier}>
            Not now
          </button>
        </p>
      )}
    </>
  );
}
