"use client";
import { useState } from "react";
import type { Knowledge } from "@/lib/model/knowledge";
import type { CaseState, KeptIncident } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import { ageWords, titleOf } from "@/lib/state/words";
import { minutesSince } from "./use-case.client";

type State = CaseState & Actions;

interface Props {
  state: State;
  knowledge: Knowledge;
  revision: string;
}

/** Says at the start of a visit that something is kept, and takes the last of it up again. */
export function KeptNotice({ state, knowledge }: Omit<Props, "revision">) {
  const [last] = state.others;
  if (!last || state.hidden) return null;
  const more = state.others.length - 1;
  return (
    <p className="note no-print" data-kept="">
      An earlier incident is kept in this browser: <b>{titleOf(last, knowledge)}</b>,{" "}
      {ageWords(minutesSince(last.changed))}
      {more > 0 && `, and ${more} more`}.{" "}
      <button type="button" className="link" onClick={() => state.takeUp(last.id)}>
        Take it up again
      </button>{" "}
      <button type="button" className="link" onClick={state.hide}>
        Not now
      </button>
    </p>
  );
}

/** A name, typed where the title stands. */
function Naming({ incident, onName }: { incident: KeptIncident; onName: (name: string) => void }) {
  const [name, setName] = useState(incident.name);
  return (
    <form
      className="chips"
      onSubmit={(event) => {
        event.preventDefault();
        onName(name);
      }}
    >
      <input
        className="field"
        aria-label="Name of this incident"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn">
        Use this name
      </button>
    </form>
  );
}

/** One kept incident, with what can be done with it. */
function Row({
  incident,
  open,
  state,
  knowledge,
  revision,
}: Props & { incident: KeptIncident; open: boolean }) {
  const [naming, setNaming] = useState(false);
  const [says, setSays] = useState("");
  const title = titleOf(incident, knowledge);
  const save = () =>
    import("@/components/handover/save-case").then(
      ({ saveCase }) => setSays(`Saved as ${saveCase(incident, revision)}.`),
      () => setSays("This part could not be loaded. Check the network and try again."),
    );
  return (
    <li data-incident={incident.id}>
      {naming ? (
        <Naming
          incident={incident}
          onName={(name) => {
            state.rename(incident.id, name);
            setNaming(false);
          }}
        />
      ) : (
        <p>
          <b>{title}</b>{" "}
          <span className="soft small">{open ? "open now" : ageWords(minutesSince(incident.changed))}</span>
        </p>
      )}
      <p className="small acts">
        {!open && (
          <button type="button" className="link" onClick={() => state.takeUp(incident.id)}>
            Open<span className="live"> {title}</span>
          </button>
        )}
        <button type="button" className="link" onClick={() => setNaming(!naming)}>
          {naming ? "Leave it" : "Name it"}
          <span className="live"> {title}</span>
        </button>
        <button type="button" className="link" onClick={save}>
          Save a file<span className="live"> of {title}</span>
        </button>
        {!open && (
          <button type="button" className="link" onClick={() => state.forget(incident.id)}>
            Remove<span className="live"> {title}</span>
          </button>
        )}
      </p>
      <p className="small soft" role="status">
        {says}
      </p>
    </li>
  );
}

/** The incidents that this browser keeps: open, name, save or remove them. */
export function Incidents({ state, knowledge, revision }: Props) {
  const { others, answers, unkept } = state;
  const isOpen = Object.keys(answers).length > 0;
  const count = others.length + Number(isOpen);
  return (
    <>
      {unkept !== null && (
        <div className="note" role="alert" data-unkept="">
          <p>{unkept}</p>
        </div>
      )}
      {count > 0 && (
        <details className="tabs no-print" data-incidents="">
          <summary>Incidents in this browser ({count})</summary>
          <ul className="incidents">
            {isOpen && <Row incident={state} open state={state} knowledge={knowledge} revision={revision} />}
            {others.map((incident) => (
              <Row
                key={incident.id}
                incident={incident}
                open={false}
                state={state}
                knowledge={knowledge}
                revision={revision}
              />
            ))}
          </ul>
          {others.length > 0 && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                for (const { id } of others) state.forget(id);
              }}
            >
              Remove all but the open one
            </button>
          )}
          <p className="tiny soft">Kept here only, the last ten. Nothing is sent.</p>
        </details>
      )}
    </>
  );
}
