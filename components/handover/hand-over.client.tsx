"use client";
import { useState } from "react";
import type * as Dialogs from "./dialogs.client";
import type { HandOverProps } from "./props";

type Late = typeof Dialogs;
type Shown = "report" | "case" | "wrong";

/** Three ways to hand a verdict on. What makes them is loaded at the first press. */
export function HandOver(props: HandOverProps) {
  const { incident, sources, revision } = props;
  const [late, setLate] = useState<Late | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [says, setSays] = useState("");
  const act = (then: (loaded: Late) => void) => {
    setSays("");
    import("./dialogs.client").then(
      (loaded) => {
        setLate(loaded);
        then(loaded);
      },
      () => setSays("This part could not be loaded. Check the network and try again; your answers are kept."),
    );
  };
  const show = (kind: Shown) => act(() => setShown(kind));
  const save = () =>
    act(({ saveCase }) =>
      setSays(`Saved as ${saveCase(incident, revision)}. Your own values for configs are not in it.`),
    );
  const close = () => setShown(null);
  return (
    <section className="hand-over stack-tight no-print" aria-labelledby="hand-over">
      <h2 id="hand-over">Hand it over</h2>
      <p className="soft">Made here in your browser; nothing is sent.</p>
      <div className="chips">
        <button type="button" className="btn" onClick={() => show("report")}>
          Hand-over report
        </button>
        <button
          type="button"
          className="btn"
          // Where nothing was pasted there is nothing to decide.
          onClick={() => (sources.length > 0 ? show("case") : save())}
        >
          Save a case file
        </button>
        <button type="button" className="btn" onClick={() => show("wrong")}>
          This verdict is wrong
        </button>
      </div>
      <p className="small soft" role="status">
        {says}
      </p>
      {late && shown === "report" && <late.ReportDialog {...props} onClose={close} />}
      {late && shown === "case" && <late.CaseDialog {...props} onClose={close} />}
      {late && shown === "wrong" && <late.WrongDialog {...props} onClose={close} />}
    </section>
  );
}
