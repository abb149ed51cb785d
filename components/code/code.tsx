import { Fragment, type ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Options } from "@/components/ui/code-words";
import type { PairField } from "@/lib/model/shown";
import { cutAtFields, spotsOn } from "./fields";
import { tokens, type Token } from "./highlight";

interface LineProps {
  parts: readonly Token[];
  className?: string;
  /** Values of the reader that a line can hold. */
  fields?: readonly PairField[];
  /** A line of a command, which wraps. */
  command?: boolean;
}

/** One highlighted line. */
export function Line({ parts, className = "", fields = [], command = false }: LineProps) {
  const text = parts.map((part) => part.text).join("");
  const spots = spotsOn(text, fields);
  // A line with a value of the reader's is plain: the value is what it shows.
  if (spots.length > 0) return <span className={`line ${className}`.trim()}>{cutAtFields(text, spots)}</span>;
  return (
    <span className={`line ${className}`.trim()}>
      {parts.map((part, at) => {
        const words = command ? <Options text={part.text} /> : part.text;
        return part.kind ? (
          <span key={at} className={part.kind}>
            {words}
          </span>
        ) : (
          <Fragment key={at}>{words}</Fragment>
        );
      })}
    </span>
  );
}

interface Props {
  code: string;
  lang: string;
  title?: ReactNode;
  marks?: readonly string[];
  bad?: boolean;
  fields?: readonly PairField[];
}

/** A block of code with copy. `marks` are texts of the lines that decide. */
export async function Code({ code, lang, title, marks = [], bad = false, fields = [] }: Props) {
  const lines = await tokens(code, lang);
  const decides = (parts: readonly Token[]) =>
    marks.some((mark) =>
      parts
        .map((part) => part.text)
        .join("")
        .includes(mark.trim()),
    );
  return (
    <div className="code">
      <header>
        {typeof title === "string" || title === undefined ? <b>{title ?? lang}</b> : title}
        <CopyButton />
      </header>
      <pre tabIndex={0} className={lang === "sh" ? "command" : undefined}>
        {lines.map((parts, at) => (
          <Line
            key={at}
            parts={parts}
            fields={fields}
            command={lang === "sh"}
            className={decides(parts) ? (bad ? "decisive bad" : "decisive") : ""}
          />
        ))}
      </pre>
    </div>
  );
}
