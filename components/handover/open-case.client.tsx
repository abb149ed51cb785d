"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Knowledge } from "@/lib/model/knowledge";
import type { Incident } from "@/lib/state/policy";

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

const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 57)}…` : name);

/** Whether a file is held over the page, and what to do with one that is let go. */
function useDrop(onFiles: (files: FileList) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFile(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      onFiles(event.dataTransfer.files);
    };
    addEventListener("dragover", onOver);
    addEventListener("dragleave", onLeave);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("dragover", onOver);
      removeEventListener("dragleave", onLeave);
      removeEventListener("drop", onDrop);
    };
  }, [onFiles]);
  return over;
}

/** Open a case file: chosen, or dropped anywhere on the page. What reads it is loaded when there is one. */
export function OpenCase({ knowledge, revision, onOpen }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const onFiles = useCallback(
    (files: FileList) => {
      const [file] = files;
      if (!file) return;
      import("./files")
        .then(({ openFile }) => openFile(file, knowledge, revision))
        .then(
          ({ incident, says }) => {
            if (incident) onOpen(incident);
            const more = files.length > 1 ? ["Only the first of these files was looked at."] : [];
            setSaid({
              title: incident
                ? `“${short(file.name)}” is open${says.length > 0 ? ", as far as it is understood" : ""}.`
                : `“${short(file.name)}” was not opened.`,
              says: [...says, ...more],
              opened: incident !== null,
            });
          },
          () =>
            setSaid({
              title: "What opens a file could not be loaded. Check the network and try again.",
              says: [],
              opened: false,
            }),
        );
    },
    [knowledge, revision, onOpen],
  );
  const over = useDrop(onFiles);
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was opened is read from its headline on; and a file can be dropped from where this is out of sight.
    if (said?.opened) scrollTo({ top: 0 });
    else words.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  const note = said && (
    <div
      ref={words}
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
