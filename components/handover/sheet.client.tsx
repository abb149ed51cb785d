"use client";
/** The sheet on which something is handed over, and the text on it. */
import { useEffect, useId, useRef, type ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { download } from "./files";

/** A modal dialog of the browser's own: it holds the focus, ends with Escape, and gives the focus back. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal();
  }, []);
  return (
    <dialog ref={box} className="sheet" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="btn" onClick={() => box.current?.close()}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** A text as it will be copied: shown as text, never as HTML. */
export function Text({ name, text, type }: { name: string; text: string; type: string }) {
  return (
    <div className="code">
      <header>
        <b>{name}</b>
        <CopyButton />
        <button type="button" className="btn" onClick={() => download(name, text, type)}>
          Download
        </button>
      </header>
      <pre tabIndex={0} aria-label={name} className="wraps">
        {text}
      </pre>
    </div>
  );
}
