"use client";
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { byHand } from "@/lib/model/finding";
import { diagnose } from "@/lib/diagnosis/diagnose";
import { headlineOf } from "@/lib/diagnosis/words";
import { reportOf } from "@/lib/report/report";
import { MAX_SENTENCE, wrongVerdict } from "@/lib/report/wrong";
import { letOut } from "@/lib/state/policy";
import { encode } from "@/lib/state/codec";
import { download, fileName } from "./files";
import type { HandOverProps } from "./props";

export { saveCase } from "./save-case";

const now = () => new Date().toISOString();

/** A modal dialog of the browser's own: it holds the focus, ends with Escape, and gives the focus back. */
function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
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
function Text({ name, text, type }: { name: string; text: string; type: string }) {
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

/** The case with its whole verdict, made once for a dialog. */
function useCaseWords({ incident, prepared }: HandOverProps) {
  return useMemo(() => {
    const { answers } = incident;
    const verdict = diagnose(byHand(answers), prepared);
    return {
      verdict,
      headline: headlineOf(verdict, answers, prepared),
      fragment: encode(letOut("link", incident).answers, prepared.knowledge),
    };
  }, [incident, prepared]);
}

type Props = HandOverProps & { onClose: () => void };

/** The report for whoever takes over. */
export function ReportDialog(props: Props) {
  const { incident, prepared, revision, onClose } = props;
  const { verdict, headline, fragment } = useCaseWords(props);
  const [made] = useState(now);
  const text = useMemo(
    () =>
      reportOf({
        ...letOut("report", incident),
        verdict,
        headline,
        prepared,
        made,
        revision,
        link: `${location.origin}/#${fragment}`,
        site: location.origin,
      }),
    [incident, verdict, headline, prepared, made, revision, fragment],
  );
  return (
    <Dialog title="Hand-over report" onClose={onClose}>
      <p className="soft">
        For a ticket or a chat, as Markdown. Your own values for configs and what you paste are not in it.
      </p>
      <Text name={fileName("report", made, "md")} text={text} type="text/markdown" />
    </Dialog>
  );
}

/** The text for the project's tracker. */
export function WrongDialog(props: Props) {
  const { incident, prepared, revision, onClose } = props;
  const { verdict, headline, fragment } = useCaseWords(props);
  const [made] = useState(now);
  const [really, setReally] = useState("");
  const id = useId();
  const text = useMemo(
    () =>
      wrongVerdict({
        ...letOut("report", incident),
        verdict,
        headline,
        prepared,
        revision,
        fragment,
        really,
      }),
    [incident, verdict, headline, prepared, revision, fragment, really],
  );
  return (
    <Dialog title="This verdict is wrong" onClose={onClose}>
      <p className="soft">
        Nothing is sent from here. Say in one sentence what it really was, then copy the text into the
        project’s tracker: a wrong verdict becomes a test.
      </p>
      <div className="stack-tight">
        <label htmlFor={id}>What was it really?</label>
        <textarea
          id={id}
          className="field"
          rows={2}
          maxLength={MAX_SENTENCE}
          value={really}
          onChange={(event) => setReally(event.target.value)}
        />
      </div>
      <Text name={fileName("wrong-verdict", made, "md")} text={text} type="text/markdown" />
    </Dialog>
  );
}
