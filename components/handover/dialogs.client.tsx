"use client";
import { useId, useMemo, useState } from "react";
import { siteHere } from "@/components/base/at";
import { evidenceOf } from "@/lib/model/finding";
import { diagnose } from "@/lib/diagnosis/diagnose";
import { situationOf } from "@/lib/diagnosis/situation";
import { headlineOf } from "@/lib/diagnosis/words";
import { reportOf } from "@/lib/report/report";
import { MAX_SENTENCE, wrongVerdict } from "@/lib/report/wrong";
import { letOut } from "@/lib/state/policy";
import { encode } from "@/lib/state/codec";
import { excerptsOf } from "@/lib/text/redact/excerpts";
import { fileName } from "./files";
import type { HandOverProps } from "./props";
import { Redacted } from "./redacted.client";
import { Dialog, Text } from "./sheet.client";

export { CaseDialog } from "./case-dialog.client";
export { saveCase } from "./save-case";

const now = () => new Date().toISOString();

/** The case with its whole verdict, made once for a dialog. */
function useCaseWords({ incident, findings, prepared }: HandOverProps) {
  return useMemo(() => {
    const evidence = evidenceOf(incident.answers, findings);
    const verdict = diagnose(evidence, prepared);
    const { answers } = situationOf(evidence, prepared);
    return {
      verdict,
      headline: headlineOf(verdict, answers, prepared),
      fragment: encode(letOut("link", { ...incident, chosen: null }).answers, prepared.knowledge),
    };
  }, [incident, findings, prepared]);
}

type Props = HandOverProps & { onClose: () => void };

/** The report for whoever takes over. */
export function ReportDialog(props: Props) {
  const { incident, findings, sources, prepared, revision, onClose } = props;
  const { verdict, headline, fragment } = useCaseWords(props);
  const [made] = useState(now);
  const [included, setIncluded] = useState(false);
  const excerpts = useMemo(() => (included ? excerptsOf(sources) : []), [included, sources]);
  const text = useMemo(
    () =>
      reportOf({
        ...letOut("report", incident),
        findings,
        excerpts,
        verdict,
        headline,
        prepared,
        made,
        revision,
        link: `${siteHere()}/#${fragment}`,
        site: siteHere(),
      }),
    [incident, findings, excerpts, verdict, headline, prepared, made, revision, fragment],
  );
  return (
    <Dialog title="Hand-over report" onClose={onClose}>
      <p className="soft">
        For a ticket or a chat, as Markdown. Your own values for configs are not in it, nor what you pasted
        unless you tick the box.
      </p>
      {sources.some(({ lines }) => lines.length > 0) && (
        <Redacted
          what="the lines with findings"
          texts={excerpts}
          included={included}
          onInclude={setIncluded}
        />
      )}
      <Text name={fileName("report", made, "md")} text={text} type="text/markdown" />
    </Dialog>
  );
}

/** The text for the project's tracker. */
export function WrongDialog(props: Props) {
  const { incident, findings, prepared, revision, onClose } = props;
  const { verdict, headline, fragment } = useCaseWords(props);
  const [made] = useState(now);
  const [really, setReally] = useState("");
  const id = useId();
  const text = useMemo(
    () =>
      wrongVerdict({
        ...letOut("report", incident),
        findings,
        verdict,
        headline,
        prepared,
        revision,
        fragment,
        really,
      }),
    [incident, findings, verdict, headline, prepared, revision, fragment, really],
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
