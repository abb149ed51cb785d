import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { tokens, type Token } from "./highlight";

/** One highlighted line. */
export function Line({ parts, className = "" }: { parts: readonly Token[]; className?: string }) {
  return (
    <span className={`line ${className}`.trim()}>
      {parts.map((part, at) =>
        part.kind ? (
          <span key={at} className={part.kind}>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}

interface Props {
  code: string;
  lang: string;
  title?: ReactNode;
  marks?: readonly string[];
  bad?: boolean;
}

/** A block of code with copy. `marks` are texts of the lines that decide. */
export async function Code({ code, lang, title, marks = [], bad = false }: Props) {
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
      <pre tabIndex={0}>
        {lines.map((parts, at) => (
          <Line
            key={at}
            parts={parts}
            className={decides(parts) ? (bad ? "decisive bad" : "decisive") : ""}
          />
        ))}
      </pre>
    </div>
  );
}
