"use client";
import { useCallback, useEffect, useRef, type RefObject } from "react";
import { createPortal } from "react-dom";
import type { Knowledge } from "@/lib/model/knowledge";
import type { Opened } from "@/lib/report/case-file";
import type { Incident } from "@/lib/state/policy";
import { useDrop } from "./use-drop.client";

interface Props {
  knowledge: Knowledge;
  revision: string;
  onOpen: (incident: Incident, texts: Opened["texts"]) => void;
  /** Files that are dropped and are no case file. */
  onFiles: (files: readonly File[]) => void;
  /** What there is to say of the last file, and how to say it: it outlives this part, which moves once a case is open. */
  words: readonly [said: Said | null, say: (said: Said) => void];
}
export interface Said {
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

/** A dropped case file is opened; anything else is for who reads texts. */
function useSorting(onCase: (files: readonly File[]) => void, onOther: (files: readonly File[]) => void) {
  return useCallback(
    (dropped: FileList) => {
      const files = [...dropped];
      import("./files")
        .then(({ isCaseFile }) => Promise.all(files.map(isCaseFile)))
        .then(
          (isCase) => {
            const cases = files.filter((_, at) => isCase[at]);
            const others = files.filter((_, at) => !isCase[at]);
            if (cases.length > 0) onCase(cases);
            if (others.length > 0) onOther(others);
          },
          () => onCase(files),
        );
    },
    [onCase, onOther],
  );
}

/** Opens files that are handed over, and says what there is to say of them. */
function useOpening({ knowledge, revision, onOpen, words: [, say] }: Omit<Props, "onFiles">) {
  return useCallback(
    (files: readonly File[]) => {
      const [file] = files;
      if (!file) return;
      import("./files")
        .then(({ openFile }) => openFile(file, knowledge, revision))
        .then(
          (opened) => {
            if (opened.incident) onOpen(opened.incident, opened.texts);
            say(saidOf(file.name, opened, files.length - 1));
          },
          () => say(NOT_LOADED),
        );
    },
    [knowledge, revision, onOpen, say],
  );
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
  const place = useRef<HTMLDivElement>(null);
  const [said] = props.words;
  const onFiles = useOpening(props);
  const over = useDrop(useSorting(onFiles, props.onFiles));
  useEffect(() => {
    // What was opened is read from its headline on; and a file can be dropped from where this is out of
    // sight.
    if (said?.opened) scrollTo({ top: 0 });
    else place.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  const note = said && <Note said={said} place={place} />;
  const top = said?.opened ? document.querySelector("[data-notices]") : null;
  return (
    <div className="stack-tight open-case no-print">
      {over && (
        <p className="drop" aria-hidden="true">
          <b>Let go, and it is read here</b>
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
          if (event.target.files) onFiles([...event.target.files]);
          event.target.value = "";
        }}
      />
      {top ? createPortal(note, top) : note}
    </div>
  );
}
