"use client";
import { useEffect, useRef, useState } from "react";
import type { Knowledge } from "@/lib/model/knowledge";
import { MAX_NAME } from "@/lib/state/disk";
import type { KeptIncident } from "@/lib/state/policy";
import { ageWords, titleOf } from "@/lib/state/words";
import { minutesSince } from "./use-case.client";

interface Props {
  incident: KeptIncident;
  isOpen: boolean;
  knowledge: Knowledge;
  revision: string;
  onOpen: () => void;
  onName: (name: string) => void;
  onRemove: () => void;
}

/** A name, typed where the title stands. */
function Naming({ name: before, onName }: { name: string; onName: (name: string | null) => void }) {
  const [name, setName] = useState(before);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onName(name);
      }}
    >
      <input
        ref={field}
        className="field"
        aria-label="Name of this incident"
        autoComplete="off"
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onName(null);
        }}
      />
      <button type="submit" className="btn">
        Use this name
      </button>
    </form>
  );
}

/** One kept incident, with what can be done with it. */
export function IncidentRow({ incident, isOpen, knowledge, revision, onOpen, onName, onRemove }: Props) {
  const [naming, setNaming] = useState(false);
  const [says, setSays] = useState("");
  const nameButton = useRef<HTMLButtonElement>(null);
  const title = titleOf(incident, knowledge);
  const of = <span className="live">: {title}</span>;
  const save = () => {
    import("@/components/handover/save-case").then(
      ({ saveCase }) => setSays(`Saved as ${saveCase(incident, revision)}.`),
      () => setSays("This part could not be loaded. Check the network and try again."),
    );
  };
  return (
    <li data-incident={incident.id}>
      <p>
        <b>{title}</b>
      </p>
      {naming && (
        <Naming
          name={incident.name}
          onName={(name) => {
            if (name !== null) onName(name);
            setNaming(false);
            nameButton.current?.focus();
          }}
        />
      )}
      <p className="acts small">
        {!isOpen && (
          <button type="button" className="link" onClick={onOpen}>
            Open{of}
          </button>
        )}
        <button
          ref={nameButton}
          type="button"
          className="link"
          aria-expanded={naming}
          onClick={() => setNaming(!naming)}
        >
          {incident.name === "" ? "Name" : "Rename"}
          {of}
        </button>
        <button type="button" className="link" onClick={save}>
          Save as file{of}
        </button>
        {!isOpen && (
          <button type="button" className="link" onClick={onRemove}>
            Remove{of}
          </button>
        )}
        <span className="age">{isOpen ? "open now" : ageWords(minutesSince(incident.changed))}</span>
      </p>
      <p className="small soft" role="status">
        {says}
      </p>
    </li>
  );
}
