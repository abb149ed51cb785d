"use client";
import { useMemo, useState } from "react";
import { caseFile, fits, MAX_BYTES } from "@/lib/report/case-file";
import { letOut } from "@/lib/state/policy";
import { redactedTexts, type RedactedText } from "@/lib/text/redact/texts";
import { fileName } from "./files";
import type { GivenSource, HandOverProps } from "./props";
import { Redacted } from "./redacted.client";
import { Dialog, Text } from "./sheet.client";

type Props = Pick<HandOverProps, "incident" | "sources" | "revision"> & { onClose: () => void };

/** What is longer than a whole file may be is not even redacted: that takes a second for each 300 kB. */
const isTooLong = (sources: readonly GivenSource[]): boolean =>
  sources.reduce((sum, { text }) => sum + text.length, 0) > MAX_BYTES;

/** The case as a file, with or without the pasted text; what is too much for one stays out. */
function useCaseFile({ incident, sources, revision }: Props, made: string, included: boolean) {
  const texts = useMemo(
    (): readonly RedactedText[] => (included && !isTooLong(sources) ? redactedTexts(sources) : []),
    [included, sources],
  );
  return useMemo(() => {
    const fileWith = (some: readonly RedactedText[]) =>
      caseFile(letOut("file", incident), { made, revision }, some);
    const whole = fileWith(texts);
    const tooMuch = included && (texts.length === 0 || !fits(whole));
    return tooMuch ? { text: fileWith([]), texts: [], tooMuch } : { text: whole, texts, tooMuch };
  }, [incident, made, revision, included, texts]);
}

/** The case file where there is pasted text: whether that goes along is for the user to say. */
export function CaseDialog(props: Props) {
  const [made] = useState(() => new Date().toISOString());
  const [included, setIncluded] = useState(false);
  const { text, texts, tooMuch } = useCaseFile(props, made, included);
  return (
    <Dialog title="Case file" onClose={props.onClose}>
      <p className="soft">
        It opens again on the first page, to the same state. Your own values for configs are not in it, nor
        what you pasted unless you tick the box: then it is read again there.
      </p>
      <Redacted what="the pasted text" texts={texts} included={included} onInclude={setIncluded} />
      <div role="alert">
        {tooMuch && (
          <p className="note">
            The pasted text is too much: a case file has at most {MAX_BYTES / 1000} kB. Take out what is not
            about the break, or hand over the lines with findings in the report.
          </p>
        )}
      </div>
      <Text name={fileName("case", made, "json")} text={text} type="application/json" />
    </Dialog>
  );
}
