"use client";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { createPortal } from "react-dom";
import type { Knowledge } from "@/lib/model/knowledge";
import type { Opened } from "@/lib/report/case-file";
import type { Incident } from "@/lib/state/policy";
import { useDrop } from "./use-drop.client";

interface Props {
  knowledge: Knowledge;
  revision: string;
  onOpen: (incident: Incident) => void;
}
interface Said {
  title: string;
  says: readonly string[];
  opened: boolean;
}

const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 57)}…` : name);

const NOT_LOADED: Said = {
  title: "What opens a file could not be loaded. Check the network and try again.",
  says: [],
  opened: false,
};

/** What there is to say of a file. @param more files beside it, which were not looked at */
function saidOf(name: string, { incident, says }: Opened, more: number): Said {
  return {
    title: incident
      ? `“${short(name)}” is open${says.length > 0 ? ", as far as it is understood" : ""}.`
      : `“${short(name)}” was not opened.`,
    says: more > 0 ? [...says, "Only the first of these files was looked at."] : says,
    opened: incident !== null,
  };
}

/** Open files that are handed over, and what there is to say of the last of them. */
function useOpening({ knowledge, revision, onOpen }: Props) {
  const [said, setSaid] = useState<Said | null>(null);
  const onFiles = useCallback(
    (files: FileList) => {
      const [file] = files;
      if (!file) return;
      import("./files")
        .then(({ openFile }) => openFile(file, knowledge, revision))
        .then(
          (opened) => {
            if (opened.incident) onOpen(opened.incident);
            setSaid(saidOf(file.name, opened, files.length - 1));
          },
          () => setSaid(NOT_LOADED),
        );
    },
    [knowledge, revision, onOpen],
  );
  return { said, onFiles };
}

function Note({ said, place }: { said: Said; place: RefObject<HTMLDivElement | null> }) {
  return (
    <div
      ref={place}
      className="note"
      role={said.opened && said.says.length === 0 ? "status" : "alert"}
      data-case-said=""
    >
      <p>{said.title}</p>
      {said.says.length > 0 && (
        <ul>
          {said.says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Open a case file: chosen, or dropped anywhere on the page. What reads it is loaded when there is one. */
export function OpenCase(props: Props) {
  const input = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const { said, onFiles } = useOpening(props);
  const over = useDrop(onFiles);
  useEffect(() => {
    // What was opened is read from its headline on; and a file can be dropped from where this is out of
    // sight.
    if (said?.opened) scrollTo({ top: 0 });
    else words.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  const note = said && <Note said={said} place={words} />;
  const top = said?.opened ? document.querySelector("[data-notices]") : null;
  return (
    <div className="stack-tight open-case">
      {over && (
        <p className="drop" aria-hidden="true">
          <b>Let go to open the case file</b>
        </p>
      )}
      <p className="small">
        <button type="button" className="link" onClick={() => input.current?.click()}>
          Open a case file
        </button>{" "}
        <span className="soft">or drop it here</span>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        data-open-case=""
        onChange={(event) => {
          if (event.target.files) onFiles(event.target.files);
          event.target.value = "";
        }}
      />
      {top ? createPortal(note, top) : note}
    </div>
  );
}
