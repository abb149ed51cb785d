"use client";
import { useEffect, useId, useRef, useState } from "react";
import type { Giving } from "./use-giving.client";

const HINT = "Paste a log, a traceback, an nginx.conf, a handler, or what the ticket says. Or drop files.";

/** Whether a paste belongs to a field that is typed into. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Takes what is pasted anywhere on the page but into a field. */
function usePaste({ giveText, giveFiles }: Giving): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (data === null || isField(event.target)) return;
      if (data.files.length > 0) giveFiles([...data.files]);
      else if (data.getData("text/plain").trim() !== "") giveText(data.getData("text/plain"));
      else return;
      event.preventDefault();
    };
    addEventListener("paste", onPaste);
    return () => removeEventListener("paste", onPaste);
  }, [giveText, giveFiles]);
}

interface Props {
  giving: Giving;
  /** Something was taken: the box may go. */
  onTaken?: (() => void) | undefined;
}

/** What can be done below the field. */
function Foot({
  isEmpty,
  giveFiles,
  onTaken,
}: Pick<Giving, "giveFiles"> & Pick<Props, "onTaken"> & { isEmpty: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <footer>
        <button type="submit" className={`btn ${isEmpty ? "" : "solid"}`}>
          Read it
        </button>
        <button type="button" className="btn" onClick={() => files.current?.click()}>
          Choose files
        </button>
        <a href="/privacy/">Stays in this browser</a>
      </footer>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-give-files=""
        onChange={(event) => {
          if (event.target.files && event.target.files.length > 0) {
            giveFiles([...event.target.files]);
            onTaken?.();
          }
          event.target.value = "";
        }}
      />
    </>
  );
}

/** The box: paste, type or choose files. A paste into the empty box is read at once; what is typed, when one says so. */
export function Box({ giving, onTaken }: Props) {
  const { giveText, giveFiles } = giving;
  const [text, setText] = useState("");
  const own = useId();
  // A link leads to the box where it stands by itself, and so to the field, which takes the focus.
  const id = onTaken ? own : "give";
  const take = (given: string) => {
    if (given.trim() === "") return;
    giveText(given);
    setText("");
    onTaken?.();
  };
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        take(text);
      }}
    >
      <label htmlFor={id} className="live">
        Paste logs, config or code
      </label>
      <textarea
        id={id}
        data-give=""
        placeholder={HINT}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const { files: pasted } = event.clipboardData;
          const given = event.clipboardData.getData("text/plain");
          if (pasted.length === 0 && (text !== "" || given.trim() === "")) return;
          event.preventDefault();
          if (pasted.length > 0) giveFiles([...pasted]);
          else take(given);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          take(text);
        }}
      />
      <Foot isEmpty={text.trim() === ""} giveFiles={giveFiles} onTaken={onTaken} />
    </form>
  );
}

/** Why something that was given was not taken. */
export function Refused({ refused }: Pick<Giving, "refused">) {
  return (
    <div role="alert" data-refused="">
      {refused.length > 0 && (
        <ul className="note">
          {refused.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

export { usePaste };
